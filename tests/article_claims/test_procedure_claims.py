"""Claims about the road to a status: the reasons they give."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mnna.article_claims.verdicts import Ruling

Told = Callable[..., Ruling]


def test_an_intention_names_its_steps(told: Told) -> None:
    because = told("intention_announced", "real", date(2024, 5, 25), country="KEN", status="mnna").because
    assert "Announced on 23 May 2024." in because and "It had not begun by 25 May 2024." in because


def test_an_intention_is_over_once_the_status_began(told: Told) -> None:
    ruled = told("intention_announced", "real", date(2024, 7, 1), country="KEN", status="mnna")
    assert ruled.verdict == "wrong" and "held" in ruled.because


def test_the_notice_of_an_end(told: Told) -> None:
    asked = {"country": "AFG", "status": "mnna"}
    assert told("notified_end_on", "real", date(2022, 8, 1), day="2022-07-06", **asked).verdict == "right"
    assert told("notified_end_on", "real", date(2022, 8, 1), day="2022-07-05", **asked).verdict == "wrong"


def test_what_became_of_a_bill_is_told(told: Told) -> None:
    ruled = told("bill_would", "real", country="PAK", status="mnna", does="revoke", bill="HR 3000")
    assert ruled.verdict == "right" and "Outcome: Not enacted." in ruled.because
    assert told("bill_would", "real", country="PAK", status="nato", does="revoke").verdict == "not verifiable"


def test_the_days_between_two_steps(told: Told) -> None:
    asked = {"country": "COL", "status": "mnna", "first": "announced", "second": "designated", "length": 74}
    assert "10 March 2022, designated on 23 May 2022: 74 days" in told("interval_is", "real", **asked).because


def test_the_days_of_notice_are_those_of_the_law(told: Told) -> None:
    ruled = told("notice_days_are", "real", status="mnna", days=30)
    assert "The law sets 30 days" in ruled.because and ruled.citations == ("22 USC 2321k(a)",)


def test_a_bill_is_known_by_its_number(told: Told) -> None:
    asked = {"country": "PAK", "status": "mnna", "does": "revoke"}
    for bill, verdict in (("H.R. 3000", "right"), ("H.R. 3001", "not verifiable"), ("S. 3000", "not verifiable")):
        assert told("bill_would", "real", bill=bill, **asked).verdict == verdict
