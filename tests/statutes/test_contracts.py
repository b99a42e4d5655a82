"""Who may bid for defense work abroad, and whose products escape the Buy American preference."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.finding import Finding, find
from mnna.registry.load import load_registry
from mnna.statutes.catalog import authority

TABLE = [
    ("overseas-workload-bidding", "COL", "2022-05-22", "no", "on neither list"),
    ("overseas-workload-bidding", "COL", "2025-06-01", "unknown", "the title-10 list is not published"),
    ("overseas-workload-bidding", "KEN", "2025-06-01", "unknown", "the title-10 list is not published"),
    ("overseas-workload-bidding", "NZL", "2000-06-01", "no", "not yet on the title-10 list"),
    ("overseas-workload-bidding", "NZL", "2004-06-01", "yes", "on the title-10 list"),
    ("overseas-workload-bidding", "ISR", "2025-06-01", "yes", "on the title-10 list"),
    ("overseas-workload-bidding", "SWE", "2024-03-06", "no", "not yet a NATO member"),
    ("overseas-workload-bidding", "SWE", "2024-03-07", "yes", "a NATO member"),
    ("overseas-workload-bidding", "TWN", "2025-06-01", "unknown", "section 1206 is arguable"),
    ("overseas-workload-bidding", "MEX", "2025-06-01", "no", "neither"),
    ("overseas-workload-bidding", "FRA", "1993-11-29", "unknown", "not encoded"),
    ("reciprocal-procurement", "KOR", "2025-01-15", "no", "no qualifying country"),
    ("reciprocal-procurement", "NZL", "2025-01-15", "no", "no qualifying country"),
    ("reciprocal-procurement", "IND", "2025-01-15", "no", "no qualifying country"),
    ("reciprocal-procurement", "CHE", "2025-01-15", "yes", "a qualifying country"),
    ("reciprocal-procurement", "JPN", "2015-12-31", "no", "before its memorandum"),
    ("reciprocal-procurement", "JPN", "2016-06-01", "unknown", "only the year of its memorandum is known"),
    ("reciprocal-procurement", "JPN", "2017-01-01", "yes", "a qualifying country"),
]


def ask(id_: str, country: str, day: str, **given: bool) -> Finding:
    return find(authority(id_), load_registry(), country, date.fromisoformat(day), given)


@pytest.mark.parametrize(("id_", "country", "day", "verdict", "why"), TABLE)
def test_table(id_: str, country: str, day: str, verdict: str, why: str) -> None:
    assert ask(id_, country, day).verdict == verdict, why


def test_the_list_of_qualifying_countries_is_said_to_be_of_early_2025() -> None:
    assert ask("reciprocal-procurement", "KOR", "2026-06-01").stale == "not verified since 31 January 2025"
    assert ask("reciprocal-procurement", "KOR", "2025-01-15").stale is None


def test_a_no_names_the_list_that_would_help() -> None:
    routes = ask("overseas-workload-bidding", "MEX", "2025-06-01").routes
    assert any("not the President's designation" in route for route in routes)
