"""The embedded article: every verdict as a lawyer and an economist would reach it, with the reason one line each."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from mnna.article_claims import claims
from mnna.article_claims.judging import ClaimsAnswer
from mnna.errors import BadQuestion
from tests.conftest import DATA

TODAY = date(2026, 11, 24)

VERDICTS = {
    "S01": "wrong",  # announced and notified on that day, designated on 23 May 2022
    "S02": "right",  # announced 10 March 2022
    "S03": "right",  # quoted by two agencies
    "S04": "right",  # all four held the status
    "S05": "right",  # 18 of some 197 states
    "S06": "right",  # tenth by either measurement
    "S07": "right",  # never designated
    "S08": "right",  # 659.8 billion in 2021
    "S09": "wrong",  # second to Canada in 2021
    "S10": "not verifiable",  # 28.9 billion in goods, services not held
    "S11": "partly",  # depend on, not created
    "S12": "right",  # 14.4 in 2021, within rounding and revision
    "S13": "right",  # more than 18,000 with US investment
    "S14": "wrong",  # the status sets no terms of civil trade
    "S15": "not verifiable",  # no open figure of arms deliveries
    "S16": "partly",  # raises announced, for another reason
    "S17": "right",  # documented in 2021
    "S18": "right",  # small arms by a state arsenal
    "S19": "wrong",  # neither was a military incursion into Mexico
    "S20": "right",
    "S21": "right",
    "S22": "wrong",  # none did
    "S23": "wrong",  # replaced in October 2021
    "S24": "right",  # S. 3589 was pending
    "S25": "right",  # law of December 2020
    "S26": "right",
    "S27": "partly",  # as a candidate, not in office
    "S28": "partly",  # 66; 64 answered another question
    "S29": "not verifiable",
    "S30": "right",
    "S31": "right",
    "S32": "right",  # 8 October 2021
    "S33": "not verifiable",  # a forecast
    "L01": "partly",  # loans, training and leasing open; thresholds, days and restrictions stay
    "L02": "wrong",  # open to any friendly country already
    "L03": "partly",  # depleted-uranium rounds only
    "L04": "wrong",  # a site, not a purchase
    "L05": "wrong",  # open already, and drawn from 2008 to 2010
    "L06": "wrong",  # pays for articles, services, construction
    "L07": "partly",  # loans for cooperative research; training by agreement
    "L08": "partly",  # commercial satellites, nothing else
    "L09": "wrong",  # takes a treaty, and no status
    "L10": "wrong",  # the President alone
    "L11": "partly",  # permissions for the military; no money, no police
}
DIFFERENT_TODAY = {"S01": "right", "S09": "right", "S33": "partly"}


@pytest.fixture(scope="module")
def answer() -> ClaimsAnswer:
    return claims(as_of=TODAY)


def test_there_are_forty_four_claims_each_with_verdict_reason_and_ground(answer: ClaimsAnswer) -> None:
    rows = answer.to_dict()["claims"]
    assert [row["id"] for row in rows] == list(VERDICTS)
    assert all(row["because"].strip() for row in rows)
    bare = [row["id"] for row in rows if not row["citations"] and not row["figures"]]
    assert bare == ["S15"]  # the only one that rests on nothing, because nothing open is held


@pytest.mark.parametrize("id_", VERDICTS)
def test_the_verdicts_on_the_day_of_the_article(answer: ClaimsAnswer, id_: str) -> None:
    judged = answer[id_]
    assert judged.then.verdict == VERDICTS[id_], judged.because
    assert judged.today.verdict == DIFFERENT_TODAY.get(id_, VERDICTS[id_]), judged.today.because


def test_a_verdict_that_changed_says_so_in_the_reason(answer: ClaimsAnswer) -> None:
    for id_ in DIFFERENT_TODAY:
        assert "As of 24 November 2026" in answer[id_].because


def test_only_what_cannot_be_computed_is_recorded(answer: ClaimsAnswer) -> None:
    recorded = {one.claim.id for one in answer.claims if one.basis == "recorded"}
    assert recorded == {f"S{n:02}" for n in (3, 11, 13, 16, 17, 18, 19, 20, 21, 24, 25, 26, 27, 28, 29, 30, 31)}
    kinds = {one.claim.kind for one in answer.claims if one.basis == "recorded"}
    assert not kinds & {"legal", "list", "status"}
    assert all(one.to_dict()["confidence"] for one in answer.claims if one.basis == "recorded")


def test_the_list_of_claims_is_answered_claim_for_claim(answer: ClaimsAnswer) -> None:
    with (DATA / "article_claims.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == [one.claim.id for one in answer.claims]
    assert [row["kind"] for row in rows] == [one.claim.kind for one in answer.claims]
    to_compute = {row["id"] for row in rows if row["computable"] == "yes"}
    assert to_compute <= {one.claim.id for one in answer.claims if one.basis == "computed"}


def test_known_figures_stand_in_the_answer(answer: ClaimsAnswer) -> None:
    def value(id_: str) -> dict[int, float]:
        return {figure["year"]: figure["value"] for figure in answer[id_].to_dict()["figures"]}

    assert value("S09") == {2021: 2.0, 2025: 1.0}
    assert value("S08")[2021] == pytest.approx(659_764, abs=1)
    assert answer["S06"].to_dict()["figures"][0]["rank"] == 10
    assert "none gained" in answer["S22"].because


def test_an_earlier_day_than_the_article_is_refused() -> None:
    with pytest.raises(BadQuestion, match="before the day of the article"):
        claims(as_of="2022-01-01")
    assert claims(as_of="2022-05-23")["S01"].today.verdict == "right"
    assert claims(as_of="2022-05-22")["S01"].today.verdict == "wrong"
