"""Sentences of what is to come and what ended."""

from __future__ import annotations

from datetime import date

from mnna.article_claims.reading import plans
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, Masked, masked

DATED = date(2024, 6, 27)


def sentence(text: str) -> Masked:
    return masked(text, entities(text, DATED), Context(DATED))


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
