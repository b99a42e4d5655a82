"""FAA 656: the training report leaves out NATO, Australia, Japan and New Zealand since 30 September 2002."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "training-report-exception"


@pytest.mark.parametrize(
    ("country", "on", "expected"),
    [
        ("AUS", "2002-09-29", "no"),
        ("AUS", "2002-09-30", "yes"),
        ("JPN", "2024-06-01", "yes"),
        ("NZL", "2024-06-01", "yes"),
        ("FRA", "2002-09-29", "no"),
        ("FRA", "2002-09-30", "yes"),
        ("POL", "1999-11-28", "unknown"),
        ("POL", "1999-11-29", "no"),
        ("KOR", "2024-06-01", "no"),
        ("ISR", "2024-06-01", "no"),
        ("COL", "2024-06-01", "no"),
        ("TWN", "2024-06-01", "no"),
        ("MEX", "2024-06-01", "no"),
    ],
)
def test_who_is_left_out(country: str, on: str, expected: str) -> None:
    assert verdict(ID, country, on) == expected


def test_a_committee_may_still_ask_for_the_country() -> None:
    found = asked(ID, "FRA", "2024-06-01")
    assert found.citations == ("22 USC 2416(a)(2)",)
    (step,) = found.steps
    assert "committees has asked in writing" in step and "22 USC 2416(a)(2)" in step


def test_before_the_exception_the_report_covered_all() -> None:
    found = asked(ID, "FRA", "2002-09-29")
    assert found.steps == () and found.citations == ("22 USC 2416(a)",)
