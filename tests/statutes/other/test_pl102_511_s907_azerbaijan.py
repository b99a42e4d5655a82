"""Section 907 of the FREEDOM Support Act bars Azerbaijan; a waiver is part of the law since 10 January 2002 only."""

from __future__ import annotations

from tests.statutes.asking import asked


def test_no_answer_before_the_waiver_was_made_speaks_of_it() -> None:
    before = asked("foreign-military-financing", "AZE", "2001-06-01")
    assert before.verdict == "no" and before.suspended_by == ("restriction-section-907",)
    assert not any("107-115" in cited for cited in before.citations) and "waived" not in before.because


def test_the_waiver_of_25_january_2002_lets_aid_through() -> None:
    assert asked("restriction-section-907", "AZE", "2002-01-24").verdict == "yes"
    assert asked("restriction-section-907", "AZE", "2002-01-25").verdict == "no"


def test_a_waiver_reported_without_its_day_holds_from_the_month_on() -> None:
    verdicts = [
        asked("restriction-section-907", "AZE", on).verdict for on in ("2020-03-01", "2020-06-01", "2021-06-01")
    ]
    assert verdicts == ["unknown", "no", "unknown"]
