"""Sentences of law made and proposed."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.article_claims.reading import histories
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, Masked, masked
from tests.article_claims.reading.conftest import Told, judged

DATED = date(2024, 6, 27)


def sentence(text: str) -> Masked:
    return masked(text, entities(text, DATED), Context(DATED))


def test_a_plain_sentence_is_read() -> None:
    (draft,) = histories.read(sentence("Public Law 104-164 was enacted in 1996."))
    assert draft.parts[0][0] == "enacted_in"


def test_the_sentences_of_the_table_are_read_right(sentences: tuple[Told, ...]) -> None:
    """Each sentence of the family is drafted, and each verdict on a draft of the family is the right one."""
    of = [one for one in sentences if one.row["family"] == "histories" and not one.row["missed"]]
    assert of
    for one in of:
        assert one.verdicts and set(one.verdicts) == {one.row["verdict"]}, (one.row["sentence"], one.verdicts)


def test_a_bill_is_read_with_its_number() -> None:
    said = "H.R. 80 would terminate Pakistan's designation as a major non-NATO ally."
    (draft,) = histories.read(sentence(said))
    assert draft.parts[0][1] == {"country": "PAK", "status": "mnna", "does": "revoke", "bill": "H.R. 80"}


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        ("H.R. 3613 would lift the threshold of $14 million to $30 million.", ["right"]),
        ("Under the plan the threshold would rise from $14 million to $30 million under H.R. 3613.", ["right"]),
        ("H.R. 3613 would raise the $14 million threshold to $50 million.", ["wrong"]),
        ("H.R. 9999 would raise the $14 million threshold to $50 million.", ["not verifiable"]),
    ],
)
def test_to_what_a_bill_would_set_a_threshold(said: str, verdicts: list[str]) -> None:
    assert judged("Sales are notified to Congress.", said, date(2026, 3, 3)) == verdicts
