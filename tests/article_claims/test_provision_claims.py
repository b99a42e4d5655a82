"""Claims about the law itself: thresholds, first days, commitments."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from mnna.article_claims.verdicts import Ruling
from mnna.errors import UnknownWord

Told = Callable[..., Ruling]


@pytest.mark.parametrize(
    ("law", "year", "verdict"),
    [
        ("22 USC 2321k", 1996, "right"), ("22 USC 2321k", 2001, "not verifiable"), ("P.L. 104-164", 1996, "right"),
        ("P.L. 104-164", 2004, "wrong"), ("P.L. 90-1", 1967, "not verifiable"),
    ],
)  # fmt: skip
def test_when_a_law_was_written(told: Told, law: str, year: int, verdict: str) -> None:
    ruled = told("enacted_in", "real", law=law, year=year)
    assert ruled.verdict == verdict, ruled.because


def test_what_is_no_citation_is_refused(told: Told) -> None:
    with pytest.raises(UnknownWord):
        told("enacted_in", "real", law="the law of 1996", year=1996)


def test_a_threshold_is_that_of_the_day(told: Told) -> None:
    asked = {"country": "KEN", "channel": "fms", "measure": "mde"}
    assert told("threshold_is", "real", usd="14 million", **asked).verdict == "right"
    assert told("threshold_is", "real", date(1980, 1, 1), usd="14 million", **asked).verdict == "wrong"
    assert (
        "The threshold is 7 million dollars for Kenya"
        in told("threshold_is", "real", date(1980, 1, 1), usd=7e6, **asked).because
    )


def test_without_a_country_it_is_the_general_threshold(told: Told) -> None:
    ruled = told("threshold_is", "real", channel="dcs", measure="total", usd=50e6)
    assert ruled.verdict == "right" and "countries that the law does not name" in ruled.because


def test_a_commitment_is_read_of_the_status_or_of_what_it_brings(told: Told) -> None:
    assert "contains no security commitment" in told("no_security_commitment", "real", status="mnna").because
    assert "brings “Mutual defense treaty" in told("no_security_commitment", "real", status="nato").because
