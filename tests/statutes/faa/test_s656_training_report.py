"""FAA 656: the training report leaves out NATO, Australia, Japan and New Zealand since 30 September 2002."""

from __future__ import annotations

from tests.statutes.asking import asked

ID = "training-report-exception"


def test_a_committee_may_still_ask_for_the_country() -> None:
    found = asked(ID, "FRA", "2024-06-01")
    assert found.citations == ("22 USC 2416(a)(2)",)
    (step,) = found.steps
    assert "committees has asked in writing" in step and "22 USC 2416(a)(2)" in step


def test_before_the_exception_the_report_covered_all() -> None:
    found = asked(ID, "FRA", "2002-09-29")
    assert found.steps == () and found.citations == ("22 USC 2416(a)",)
