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
