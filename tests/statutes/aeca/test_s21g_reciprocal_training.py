"""Reciprocal training agreements: three named countries, then the title-10 list, then FAA 517."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.finding import Finding, find
from mnna.registry.load import load_registry
from mnna.statutes.catalog import authority

TABLE = [
    ("reciprocal-training", "NZL", "1986-06-01", "yes", "named until 1996"),
    ("reciprocal-training", "EGY", "1987-12-21", "no", "only the three named"),
    ("reciprocal-training", "EGY", "1988-06-01", "yes", "on the title-10 list"),
    ("reciprocal-training", "NZL", "1996-07-20", "yes", "still named"),
    ("reciprocal-training", "NZL", "1996-07-21", "yes", "deemed an ally"),
    ("reciprocal-training", "COL", "2022-05-22", "no", "designated the next day"),
    ("reciprocal-training", "COL", "2022-05-23", "yes", "an ally"),
    ("reciprocal-training", "TWN", "2002-09-29", "no", "before section 1206"),
    ("reciprocal-training", "TWN", "2025-06-01", "unknown", "is mutual training a transfer?"),
    ("reciprocal-training", "POL", "1999-03-11", "no", "not yet a NATO member"),
    ("reciprocal-training", "POL", "1999-03-12", "yes", "a NATO member"),
    ("reciprocal-training", "MEX", "2026-06-01", "no", "neither"),
    (
        "reciprocal-training",
        "FRA",
        "1985-09-30",
        "unknown",
        "out of the statute that day; not encoded",
    ),
]


def ask(id_: str, country: str, day: str, **given: bool) -> Finding:
    return find(authority(id_), load_registry(), country, date.fromisoformat(day), given)


@pytest.mark.parametrize(("id_", "country", "day", "verdict", "why"), TABLE)
def test_table(id_: str, country: str, day: str, verdict: str, why: str) -> None:
    assert ask(id_, country, day).verdict == verdict, why


def test_taiwan_turns_on_the_reach_of_section_1206() -> None:
    assert ask("reciprocal-training", "TWN", "2025-06-01", section_1206_reaches=True).verdict == "yes"
    assert ask("reciprocal-training", "TWN", "2025-06-01", section_1206_reaches=False).verdict == "no"
    assert "section 1206" in " ".join(ask("reciprocal-training", "TWN", "2025-06-01").needs)
