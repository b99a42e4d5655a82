"""What may have changed, and the countries that designees are compared with."""

from __future__ import annotations

import pytest

from mnna.errors import CannotAnswer, UnknownWord
from mnna.models.effects.effects import effects
from mnna.models.effects.outcomes import loaded, measured, never_designated, outcome
from mnna.models.panel import World


def test_outcomes_that_are_not_there(world: World) -> None:
    with pytest.raises(UnknownWord, match="us_troops"):
        effects("morale", world=world)
    with pytest.raises(CannotAnswer, match="ingest sipri"):
        effects("us_arms", world=world)
    assert "us_arms" not in loaded(world)


def test_the_compared_were_never_designated_nor_in_nato(world: World) -> None:
    one = outcome("us_troops")
    pool = never_designated(world, one, measured(world, one))
    assert not {"ARG", "JPN", "TWN", "DEU", "FIN", "AFG"} & set(pool) and {"MEX", "IND", "ARE"} <= set(pool)
