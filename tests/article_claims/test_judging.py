"""Judging an article: as of its own day and of a later one, with what was read and what was recorded."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mnna.answers.data_context import evidence
from mnna.article_claims import statute_notes
from mnna.article_claims.articles import parse
from mnna.article_claims.judging import ClaimsAnswer, claims_in
from mnna.errors import BadQuestion, MnnaError

COLOMBIA = {"quote": "Colombia is an ally.", "type": "status_on", "country": "COL", "status": "mnna"}
RECORDED = {"verdict": "right", "verdict_today": "wrong", "because": "It was.", "sources": ["s"], "confidence": "low"}


def judged(*claims: dict[str, Any], as_of: date = date(2024, 6, 1), **table: Any) -> ClaimsAnswer:
    read = parse({"dated": date(2022, 4, 29), **table, "claim": list(claims)}, "mine")
    return claims_in(evidence(), statute_notes.embedded(), read, as_of)


def test_a_verdict_may_change_and_both_reasons_are_given() -> None:
    (one,) = judged(COLOMBIA | {"note": "A note."}).claims
    assert (one.then.verdict, one.today.verdict, one.basis) == ("wrong", "right", "computed")
    assert " As of 1 June 2024: " in one.because and one.because.endswith(" A note.")
    assert one.to_dict()["verdict_today"] == "right" and one.to_dict()["types"] == ["status_on"]


def test_an_unchanged_verdict_has_one_reason() -> None:
    (one,) = judged(COLOMBIA, as_of=date(2022, 4, 30)).claims
    assert one.then.verdict == one.today.verdict == "wrong" and " As of " not in one.because


def test_recorded_evidence_is_passed_on_with_its_confidence() -> None:
    (one,) = judged({"quote": "It was.", "recorded": RECORDED}).claims
    told = one.to_dict()
    assert (told["basis"], told["verdict"], told["verdict_today"]) == ("recorded", "right", "wrong")
    assert (told["confidence"], told["citations"], told["because"]) == ("low", ["s"], "It was.")


def test_verdicts_are_counted_on_both_days_and_claims_found_by_id() -> None:
    found = judged(COLOMBIA | {"id": "a"}, {"id": "b", "quote": "It was.", "recorded": RECORDED})
    assert found.counts() == {"right": 1, "partly": 0, "wrong": 1, "not verifiable": 0} == found.counts(today=True)
    assert found["b"].claim.claim == "It was."
    with pytest.raises(KeyError):
        found["c"]


def test_an_article_without_a_day_is_judged_on_one_and_an_earlier_day_is_refused() -> None:
    undated = judged(COLOMBIA, dated=None)
    assert undated.dated == undated.as_of == date(2024, 6, 1)
    with pytest.raises(BadQuestion, match="it lies before the day of the article, 2022-04-29"):
        judged(COLOMBIA, as_of=date(2022, 4, 28))


def test_a_status_there_is_not_is_told_with_the_claim() -> None:
    with pytest.raises(MnnaError, match=r"mine: claim 1: .*mnan"):
        judged(COLOMBIA | {"status": "mnan"})
