"""An effect in words: percentages for logarithms, units otherwise, and what cannot be said."""

from __future__ import annotations

from dataclasses import replace
from math import log

import pytest

from mnna.models.effects.in_words import change, limits, reading, size
from mnna.models.effects.outcomes import outcome
from mnna.models.panel import World
from tests.models.effects.test_effect import BLANK


@pytest.mark.parametrize(
    ("value", "said"), [(log(1.5), "+50%"), (log(0.5), "-50%"), (0.0, "0%"), (log(4.0), "a factor of 4.0")]
)
def test_a_change_of_a_logarithm_reads_as_a_percentage(value: float, said: str) -> None:
    assert change(value, outcome("us_trade")) == said


def test_a_change_of_a_plain_number_has_its_unit() -> None:
    assert change(-0.25, outcome("un_distance")) == "-0.25 ideal-point units"
    assert size(0.25, outcome("un_distance")) == "0.25 ideal-point units"
    assert size(log(2.0), outcome("us_trade")) == "50% down or 100% up"
    assert size(log(1234.0), outcome("us_trade")) == "more than a thousandfold up or down"
    assert size(log(123.0), outcome("us_trade")) == "a factor of 123 up or down"


def test_too_few_designations_are_named_and_nothing_is_said(world: World) -> None:
    text = reading(BLANK, world, outcome("us_trade"))
    assert "Nothing can be said" in text and "Colombia 2022" in text
    assert not limits(BLANK, world, outcome("us_trade"))


@pytest.mark.parametrize(
    ("p", "n", "holm", "says"),
    [
        (0.5, 14, 1.0, "No change was found"),
        (0.5, 4, 1.0, "next to nothing can be said"),
        (0.01, 14, 0.2, "A rise is suggested, but not established"),
        (0.01, 14, 0.04, "It changed, by more than chance explains"),
    ],
)
def test_what_is_said_goes_by_p(world: World, p: float, n: int, holm: float, says: str) -> None:
    of = outcome("us_trade")
    found = replace(
        BLANK, n=n, att=0.1, low=-0.1, high=0.3, p=p, p_holm=holm, detectable=0.4, size_check={"lookalikes": None}
    )
    text = reading(found, world, replace(of, says="trade"))
    assert says.lower() in text.lower()
    assert "Changes below -10% or above +35% are ruled out (95%)." in text and "could change this" in text
    assert "four times in five" in limits(found, world, of) and "other side of" not in limits(found, world, of)
    apart = limits(found, world, replace(of, says="troops", breaks=(2008, 2018)))
    assert "So no year is compared with one on the other side of 2008 or 2018." in apart
