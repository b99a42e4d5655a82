"""Charges a buyer may be spared: ally status is a criterion of neither section."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.finding import Finding, find
from mnna.registry.load import load_registry
from mnna.statutes.catalog import authority

TABLE = [
    ("recoupment-waiver", "MEX", "1996-09-22", "no", "waivers for any buyer took effect the next day"),
    ("recoupment-waiver", "MEX", "1996-09-23", "yes", "any buyer"),
    ("recoupment-waiver", "JPN", "1990-06-01", "yes", "named since 1981"),
    ("recoupment-waiver", "KOR", "1990-06-01", "no", "named only in 2008"),
    ("recoupment-waiver", "FRA", "1981-12-28", "unknown", "not encoded"),
    ("recoupment-waiver", "COL", "2025-06-01", "yes", "as any buyer"),
    ("no-charge-quality-assurance", "FRA", "1979-10-29", "yes", "a NATO government"),
    ("no-charge-quality-assurance", "JPN", "2005-11-13", "no", "not yet named"),
    ("no-charge-quality-assurance", "JPN", "2005-11-14", "yes", "named"),
    ("no-charge-quality-assurance", "ISR", "2005-11-14", "yes", "named"),
    ("no-charge-quality-assurance", "KOR", "2008-10-14", "no", "an ally, not yet named"),
    ("no-charge-quality-assurance", "KOR", "2008-10-15", "yes", "named"),
    ("no-charge-quality-assurance", "JOR", "2016-02-18", "yes", "treated as named for three years"),
    ("no-charge-quality-assurance", "JOR", "2019-02-19", "no", "the three years are over"),
    ("no-charge-quality-assurance", "COL", "2025-06-01", "no", "ally status is no criterion"),
    ("no-charge-quality-assurance", "NATO", "2025-06-01", "yes", "cataloging, and its investment program"),
]


def ask(id_: str, country: str, day: str, **given: bool) -> Finding:
    return find(authority(id_), load_registry(), country, date.fromisoformat(day), given)


@pytest.mark.parametrize(("id_", "country", "day", "verdict", "why"), TABLE)
def test_table(id_: str, country: str, day: str, verdict: str, why: str) -> None:
    assert ask(id_, country, day).verdict == verdict, why


@pytest.mark.parametrize(
    ("country", "day", "standardization"),
    [
        ("ISR", "2010-10-07", False),
        ("ISR", "2010-10-08", True),
        ("KOR", "2008-10-14", False),
        ("KOR", "2008-10-15", True),
        ("COL", "2025-06-01", False),
        ("GBR", "2025-06-01", True),
    ],
)
def test_the_ground_of_a_waiver(country: str, day: str, standardization: bool) -> None:
    assert ("standardization" in str(ask("recoupment-waiver", country, day).terms["ground"])) is standardization


def test_cataloging_for_the_named_countries_came_three_years_later() -> None:
    assert "cataloging" not in str(ask("no-charge-quality-assurance", "JPN", "2008-10-14").terms["services"])
    assert "cataloging" in str(ask("no-charge-quality-assurance", "JPN", "2008-10-15").terms["services"])
    assert "cataloging" in str(ask("no-charge-quality-assurance", "FRA", "2006-06-01").terms["services"])
    assert ask("no-charge-quality-assurance", "COL", "2025-06-01").terms["services"] == "none"


def test_reciprocity_is_a_step() -> None:
    assert "without charge" in ask("no-charge-quality-assurance", "JPN", "2025-06-01").steps[0]
