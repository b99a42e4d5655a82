"""Sentences of what is to come and what ended."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mnna.article_claims.reading import plans
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, Masked, masked

DATED = date(2024, 6, 27)


def sentence(text: str, **before: Any) -> Masked:
    return masked(text, entities(text, DATED), Context(DATED, **before))


def test_a_plain_sentence_is_read() -> None:
    (draft,) = plans.read(
        sentence("Biden announced on Thursday that he would designate Kenya as a major non-NATO ally.")
    )
    assert draft.parts[0][0] == "announced_on"


def test_an_end_that_congress_was_told_of_is_not_yet_one() -> None:
    said = "In a letter to Congress on Thursday he said he would rescind Kenya's designation as a major non-NATO ally."
    (draft,) = plans.read(sentence(said))
    assert draft.parts[0][0] == "notified_end_on"
    (draft,) = plans.read(sentence("The president revoked Kenya's status as a major non-NATO ally."))
    assert draft.parts[0] == ("status_on", {"country": "KEN", "status": "mnna", "holds": False})


@pytest.mark.parametrize(
    "said",
    [
        "The Pentagon sent a notification to Congress of a sale of patrol boats to Bahrain.",
        "The agency notified Congress on Tuesday of its decision to sell missiles to Bahrain.",
        "Biden announced on Tuesday that the United States would open a consulate in Bahrain.",
        "Biden said he is naming a new envoy to Bahrain.",
        "Sales to Bahrain of $14 million or more require notice to Congress.",
        "Congress was notified of the missile sale on Tuesday.",
    ],
)
def test_a_sale_or_a_visit_that_is_announced_is_no_designation(said: str) -> None:
    assert list(plans.read(sentence(said, status="mnna", subject="BHR", counted=True))) == []


def test_congress_was_told_of_what_the_sentence_before_said() -> None:
    said = "Congress was notified on Tuesday."
    assert len(list(plans.read(sentence(said, status="mnna", subject="BHR", counted=True)))) == 1
    assert list(plans.read(sentence(said, status="mnna", subject="BHR"))) == []


@pytest.mark.parametrize(
    "said",
    [
        "Open in law: the President may designate Mexico after notice to Congress, and the statute sets no test.",
        "The President notifies Congress in writing at least 30 days before designating a country.",
        "The president must notify Congress before he designates Mexico as a major non-NATO ally.",
        "A notice to Congress of a designation; none is on record.",
    ],
)
def test_what_the_law_asks_for_is_no_plan(said: str) -> None:
    assert not list(plans.read(sentence(said, country="MEX", subject="MEX", status="mnna")))


@pytest.mark.parametrize("said", ["Biden will designate", "Biden intends to name"])
def test_a_plan_stays_one(said: str) -> None:
    (draft,) = plans.read(sentence(f"{said} Kenya as a major non-NATO ally, the White House told Congress."))
    assert draft.parts[0][0] == "intention_announced"
