"""Whose thresholds and whose days: ally status changes nothing here."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.finding import Finding, find
from mnna.registry.load import load_registry
from mnna.statutes.catalog import authority

TABLE = [
    ("notification-thresholds", "COL", "2025-06-01", "no", "a major non-NATO ally"),
    ("notification-thresholds", "TWN", "2025-06-01", "no", "treated as an ally"),
    ("notification-thresholds", "IND", "2025-06-01", "no", "a major defense partner"),
    ("notification-thresholds", "FRA", "2002-09-29", "no", "one set of thresholds for all"),
    ("notification-thresholds", "FRA", "2002-09-30", "yes", "a NATO member"),
    ("notification-thresholds", "KOR", "2008-10-14", "no", "not yet named"),
    ("notification-thresholds", "KOR", "2008-10-15", "yes", "named"),
    ("notification-thresholds", "ISR", "2010-10-07", "no", "not yet named"),
    ("notification-thresholds", "ISR", "2010-10-08", "yes", "named"),
    ("notification-thresholds", "JOR", "2016-02-17", "no", "not yet treated as named"),
    ("notification-thresholds", "JOR", "2016-02-18", "yes", "treated as named"),
    ("notification-thresholds", "JOR", "2019-02-17", "yes", "the last sure day"),
    ("notification-thresholds", "JOR", "2019-02-18", "unknown", "the last day is ambiguous by one"),
    ("notification-thresholds", "JOR", "2019-02-19", "no", "over"),
    ("notification-thresholds", "NATO", "2025-06-01", "no", "(b)(6) speaks of a member country"),
    ("notification-thresholds", "FRA", "1974-12-29", "unknown", "not encoded"),
]


def ask(id_: str, country: str, day: str, **given: bool) -> Finding:
    return find(authority(id_), load_registry(), country, date.fromisoformat(day), given)


@pytest.mark.parametrize(("id_", "country", "day", "verdict", "why"), TABLE)
def test_table(id_: str, country: str, day: str, verdict: str, why: str) -> None:
    assert ask(id_, country, day).verdict == verdict, why


@pytest.mark.parametrize(
    ("country", "day", "figures"),
    [
        ("COL", "2025-06-01", (14_000_000, 50_000_000, 200_000_000, 30, "general")),
        ("GBR", "2025-06-01", (25_000_000, 100_000_000, 300_000_000, 15, "nato")),
        ("JPN", "2025-06-01", (25_000_000, 100_000_000, 300_000_000, 15, "nato-plus")),
        ("NATO", "2025-06-01", (14_000_000, 50_000_000, 200_000_000, 15, "nato-organization")),
        ("JPN", "2002-09-29", (14_000_000, 50_000_000, 200_000_000, 15, "nato-plus")),
        ("COL", "1981-12-28", (7_000_000, 25_000_000, 200_000_000, 30, "general")),
        ("FRA", "1981-12-28", (7_000_000, 25_000_000, 200_000_000, 30, "general")),
        ("FRA", "1981-12-29", (14_000_000, 50_000_000, 200_000_000, 15, "nato")),
        ("COL", "1980-12-15", (7_000_000, 25_000_000, None, 30, "general")),
        ("COL", "1976-06-29", (None, 25_000_000, None, 20, "general")),
    ],
)
def test_figures(country: str, day: str, figures: tuple[object, ...]) -> None:
    terms = ask("notification-thresholds", country, day).terms
    assert tuple(terms[k] for k in ("mde_usd", "total_usd", "construction_usd", "review_days", "group")) == figures


def test_designation_is_no_route() -> None:
    routes = " ".join(ask("notification-thresholds", "MEX", "2025-06-01").routes)
    assert "changes nothing here" in routes and "22 USC 2321k" not in routes
