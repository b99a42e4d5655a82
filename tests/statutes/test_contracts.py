"""Who may bid for defense work abroad, and whose products escape the Buy American preference."""

from __future__ import annotations

from datetime import date

from tests.statutes.asking import asked


def test_the_list_of_qualifying_countries_is_said_to_be_of_november_2025() -> None:
    assert asked("reciprocal-procurement", "KOR", "2026-06-01").verdict == "unknown"
    assert asked("reciprocal-procurement", "KOR", "2025-11-10").as_of is None
    assert asked("reciprocal-procurement", "KOR", "2025-11-11").as_of == date(2025, 11, 10)


def test_a_no_names_the_list_that_would_help() -> None:
    routes = asked("overseas-workload-bidding", "MEX", "2025-06-01").routes
    assert any("not the President's designation" in route for route in routes)
