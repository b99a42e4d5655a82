"""Excess defense articles: open to all once justified, priority only on the flank or by name."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.finding import Finding, find
from mnna.registry.load import load_registry
from mnna.statutes.catalog import authority

TABLE = [
    ("excess-defense-articles", "MEX", "1996-07-20", "unknown", "not encoded"),
    (
        "excess-defense-articles",
        "MEX",
        "1996-07-21",
        "yes",
        "the amendment opened the section to any country",
    ),
    ("excess-defense-articles", "COL", "2022-05-22", "yes", "no status is needed"),
    ("excess-defense-articles", "NATO", "2025-06-01", "no", "the section speaks of countries"),
    ("excess-defense-articles-priority", "COL", "2025-06-01", "no", "an ally off the flank"),
    ("excess-defense-articles-priority", "BRA", "2025-06-01", "no", "an ally off the flank"),
    ("excess-defense-articles-priority", "ARG", "2025-06-01", "no", "an ally off the flank"),
    ("excess-defense-articles-priority", "KEN", "2025-06-01", "no", "an ally off the flank"),
    ("excess-defense-articles-priority", "PER", "2026-06-01", "no", "an ally off the flank"),
    ("excess-defense-articles-priority", "EGY", "2025-06-01", "unknown", "an ally; the flank is undefined"),
    ("excess-defense-articles-priority", "ISR", "2025-06-01", "unknown", "an ally; the flank is undefined"),
    ("excess-defense-articles-priority", "MAR", "2004-06-02", "no", "near the flank perhaps, but not yet an ally"),
    ("excess-defense-articles-priority", "MAR", "2004-06-03", "unknown", "an ally from that day"),
    ("excess-defense-articles-priority", "GRC", "2025-06-01", "yes", "a NATO member on the southeastern flank"),
    ("excess-defense-articles-priority", "PHL", "2002-09-29", "no", "not yet named"),
    ("excess-defense-articles-priority", "PHL", "2002-09-30", "yes", "named"),
    ("excess-defense-articles-priority", "TWN", "2022-12-22", "no", "not yet named"),
    ("excess-defense-articles-priority", "TWN", "2022-12-23", "yes", "named"),
    ("excess-defense-articles-priority", "MEX", "2026-06-01", "no", "nothing places it there"),
]


def ask(id_: str, country: str, day: str, **given: bool) -> Finding:
    return find(authority(id_), load_registry(), country, date.fromisoformat(day), given)


@pytest.mark.parametrize(("id_", "country", "day", "verdict", "why"), TABLE)
def test_table(id_: str, country: str, day: str, verdict: str, why: str) -> None:
    assert ask(id_, country, day).verdict == verdict, why


@pytest.mark.parametrize(
    ("day", "term", "value"),
    [
        ("1996-09-30", "annual_cap_usd", None),  # the cap begins with fiscal year 1997
        ("1996-10-01", "annual_cap_usd", 350_000_000),
        ("1999-11-28", "annual_cap_usd", 350_000_000),
        ("1999-11-29", "annual_cap_usd", 425_000_000),
        ("2014-12-17", "annual_cap_usd", 425_000_000),
        ("2014-12-18", "annual_cap_usd", 500_000_000),
        ("2000-10-05", "free_transport_pounds", 25_000),
        ("2000-10-06", "free_transport_pounds", 50_000),
        ("2026-06-01", "notice_value_usd", 7_000_000),
    ],
)
def test_amounts(day: str, term: str, value: int | None) -> None:
    assert ask("excess-defense-articles", "MEX", day).terms[term] == value


def test_justification_to_congress_is_a_step() -> None:
    assert "justified to Congress" in ask("excess-defense-articles", "MEX", "2026-06-01").steps[0]


def test_designation_is_a_route_to_priority_only_near_the_flank() -> None:
    off = ask("excess-defense-articles-priority", "MEX", "2026-06-01").routes
    near = ask("excess-defense-articles-priority", "MAR", "2004-06-02").routes
    assert not any("designation" in route for route in off) and any("designation" in route for route in near)
