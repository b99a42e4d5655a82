"""One country explained: why it stands where it stands, or why it is not ranked."""

from __future__ import annotations

import pytest

from mnna.errors import BadQuestion, UnknownCountry
from mnna.models.forecast.rank import Ranking, rank
from mnna.models.panel import World
from tests.models.forecast.known import DAY


def test_the_answer_about_mexico_says_it_stood_in_the_top_ten_and_was_not_named(world: World, now: Ranking) -> None:
    said = rank(DAY, country="Mexico", world=world).country
    assert said is not None and said.rank is not None and said.rank <= 10
    assert "without being named" in said.reading and str(len(said.top10_years)) in said.reading
    troops = next(one for one in said.traits if one.feature == "us_troops")
    assert troops.in_rule and troops.of_year == 2025 and 0.9 < (troops.percentile or 0) < 1
    assert troops.designees == sum(one.rank <= one.at_risk - one.missing for one in now.backtest.placings)


def test_those_not_at_risk_are_told_why(world: World) -> None:
    for country, why in [
        ("ARG", "announced on 16 October 1997 and designated on 6 January 1998"),
        ("SWE", "member of NATO"),
        ("TWN", "treated as though"),
    ]:
        said = rank(DAY, country=country, world=world).country
        assert said is not None and said.rank is None and why in said.reading
    with pytest.raises(BadQuestion):
        rank(DAY, country="PRI", world=world)
    with pytest.raises(UnknownCountry):
        rank(DAY, country="Ruritania", world=world)
