"""AECA 3(c) and (f): only a determination makes a country ineligible, and none was made from 1976 to March 2012."""

from __future__ import annotations

from tests.statutes.asking import asked

ID = "restriction-misuse"


def test_no_determination_no_bar_and_the_day_of_the_report_is_told() -> None:
    found = asked(ID, "ISR", "2024-06-01")
    assert (found.verdict, found.confidence) == ("no", "medium")
    assert str(found.as_of) == "2012-03-06"


def test_nuclear_breaches_count_since_june_1994() -> None:
    assert "nuclear" not in asked(ID, "COL", "1994-06-28").because
    assert "nuclear" in asked(ID, "COL", "1994-06-29").because
