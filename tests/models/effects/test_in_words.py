"""An effect in words: percentages for logarithms, units otherwise, and what cannot be said."""

from __future__ import annotations

from dataclasses import replace
from math import log
from pathlib import Path

import pytest

from mnna.models.effects.in_words import FEW, MANIFOLD, THOUSANDFOLD, change, limits, reading, size, tries
from mnna.models.effects.outcomes import outcome
from mnna.models.panel import World
from tests.golden import kept
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


FOUND = replace(
    BLANK, n=14, att=0.1, low=-0.1, high=0.3, p=0.5, p_holm=1.0, detectable=0.4, size_check={"lookalikes": None},
)  # fmt: skip
ALIKE = {"lookalikes": {"countries": 30, "mean": -0.2, "p": 0.123, "rejected": 0.05}}
EFFECTS = {
    "blank": BLANK,
    "none": FOUND,
    "few": replace(FOUND, n=FEW),
    "more than few": replace(FOUND, n=FEW + 1),
    "as rare as may be": replace(FOUND, p=0.05, p_holm=0.05),
    "hardly": replace(FOUND, p=0.01, p_holm=0.051),
    "a fall": replace(FOUND, att=-0.1, p=0.01, p_holm=0.2),
    "not counted": replace(FOUND, p=0.01, p_holm=None),
    "alike": replace(FOUND, size_check=ALIKE),
    "early": replace(FOUND, anticipation={"estimate": 0.2, "low": 0.1, "high": 0.3, "p": 0.05}),
    "not early": replace(FOUND, anticipation={"estimate": 0.2, "low": 0.1, "high": 0.3, "p": 0.051}),
    "leaning": replace(FOUND, leave_one_out={"COL": 0.09, "PHL": -0.4, "JPN": 0.5}),
    "no lower end": replace(FOUND, low=None),
}
"""Estimates at each turn of the wording."""


def test_every_turn_of_the_words_as_it_is(world: World) -> None:
    told = []
    for id_ in ("us_trade", "un_distance", "us_troops"):
        row = outcome(id_)
        told += [
            f"{id_} {name}: {reading(one, world, row)} / {limits(one, world, row)}" for name, one in EFFECTS.items()
        ]
        sizes = (0.0, 0.005, 0.0051, MANIFOLD, MANIFOLD + 0.01, THOUSANDFOLD, THOUSANDFOLD + 0.1, -0.004, -2.5)
        told += [f"{id_} {value}: {change(value, row)}; {size(abs(value), row)}" for value in sizes]
    told += [f"{p}: {tries(p)}" for p in (0.0, 0.0049, 0.005, 0.05, 1.0)]
    kept(Path(__file__).with_name("golden") / "in_words.txt", "\n".join(told))
