"""Claims about leaders: the President under whom a status began."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from mnna.article_claims.verdicts import Ruling


@pytest.mark.parametrize(
    ("country", "status", "president", "verdict"),
    [
        ("MAR", "mnna", "George W. Bush", "right"), ("MAR", "mnna", "Bush", "right"),
        ("MAR", "mnna", "Barack Obama", "wrong"), ("EGY", "mnna-title10", "Ronald Reagan", "right"),
        ("QAT", "mnna", "Biden", "right"), ("QAT", "mnna", "Nobody", "not verifiable"),
    ],
)  # fmt: skip
def test_the_president_then(
    told: Callable[..., Ruling], country: str, status: str, president: str, verdict: str
) -> None:
    ruled = told("designated_by", "real", date(2024, 7, 1), country=country, status=status, president=president)
    assert ruled.verdict == verdict, ruled.because


def test_the_reason_names_the_act_and_the_president(told: Callable[..., Ruling]) -> None:
    asked = {"country": "TUN", "status": "mnna", "president": "Bush"}
    because = told("designated_by", "real", date(2024, 7, 1), **asked).because
    assert "on 10 July 2015, by Presidential Determination No. 2015-09" in because and "was Barack Obama" in because
