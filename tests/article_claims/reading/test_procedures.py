"""Sentences of procedure."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.article_claims.reading import procedures
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, Masked, masked
from tests.article_claims.reading.conftest import Told, judged

DATED = date(2024, 6, 27)


def sentence(text: str) -> Masked:
    return masked(text, entities(text, DATED), Context(DATED))


def test_a_plain_sentence_is_read() -> None:
    (draft,) = procedures.read(
        sentence("The president must notify Congress 30 days before he designates a major non-NATO ally.")
    )
    assert draft.parts[0][0] == "notice_days_are"


def test_the_sentences_of_the_table_are_read_right(sentences: tuple[Told, ...]) -> None:
    """Each sentence of the family is drafted, and each verdict on a draft of the family is the right one."""
    of = [one for one in sentences if one.row["family"] == "procedures" and not one.row["missed"]]
    assert of
    for one in of:
        assert one.verdicts and set(one.verdicts) == {one.row["verdict"]}, (one.row["sentence"], one.verdicts)


def test_an_act_that_is_not_needed_is_said_so() -> None:
    (draft,) = procedures.read(sentence("Designation as a major non-NATO ally does not require Senate approval."))
    assert draft.parts[0][1]["holds"] is False


def test_congress_that_gets_notice() -> None:
    (draft,) = procedures.read(sentence("Congress receives 30 days' notice before a new major non-NATO ally is named."))
    assert draft.parts[0] == ("notice_days_are", {"status": "mnna", "days": 30})


def test_the_notice_of_a_sale_is_not_that_of_a_designation() -> None:
    said = "The President must notify Congress 15 days before a sale to a major non-NATO ally."
    assert list(procedures.read(sentence(said))) == []


def test_a_signature_or_vote_that_was_not_needed() -> None:
    for said, act in (
        ("The designation of a major non-NATO ally needs no signature from the country that receives it.",
         "signature of the other government"),
        ("Congress did not have to vote on the designation of a major non-NATO ally.", "vote of Congress"),
    ):  # fmt: skip
        (draft,) = procedures.read(sentence(said))
        assert dict(draft.parts[0][1]) == {"status": "mnna", "act": act, "holds": False}


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        ("Lawmakers have no vote on the designation.", ["right"]),
        ("The designation needed the advice and consent of the Senate.", ["wrong"]),
        ("Only Congress can revoke the status.", ["wrong"]),
        ("Rescinding the status requires an act of Congress.", ["wrong"]),
        ("A president cannot withdraw the status without the approval of Congress.", ["wrong"]),
        ("The president may end the designation on his own.", ["right"]),
        ("Ending the designation does not require a vote of Congress.", ["right"]),
        ("The law spells out three conditions that a country must meet to be designated.", ["wrong"]),
        ("The law names no conditions for becoming a major non-NATO ally.", ["right"]),
        ("Congress cannot end the sale without an act of Congress.", []),
        ("The act sets three conditions for aid to Egypt.", []),
    ],
)
def test_who_must_agree_to_a_designation_and_to_its_end(said: str, verdicts: list[str]) -> None:
    assert judged("Egypt is a major non-NATO ally.", said, date(2026, 3, 3)) == verdicts
