"""Excess defense articles: open to all once justified, priority only on the flank or by name."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked


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
    assert asked("excess-defense-articles", "MEX", day).terms.get(term) == value


def test_justification_to_congress_is_a_step() -> None:
    assert "justified to Congress" in asked("excess-defense-articles", "MEX", "2026-06-01").steps[0]


def test_designation_is_a_route_to_priority_only_near_the_flank() -> None:
    off = asked("excess-defense-articles-priority", "MEX", "2026-06-01").routes
    near = asked("excess-defense-articles-priority", "MAR", "2004-06-02").routes
    assert not any("designation" in route for route in off) and any("designation" in route for route in near)
