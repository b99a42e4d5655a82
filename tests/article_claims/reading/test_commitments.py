"""Sentences of whether a status commits to defend."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.article_claims.reading import commitments
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, Masked, masked

DATED = date(2024, 6, 27)


def sentence(text: str) -> Masked:
    return masked(text, entities(text, DATED), Context(DATED, status="mnna"))


@pytest.mark.parametrize(
    ("said", "type_"),
    [
        ("Major non-NATO ally status is no guarantee of American protection.", "no_security_commitment"),
        ("As a major non-NATO ally, Kenya enjoys an American security guarantee.", "authority_unlocked_by"),
        ("Unlike NATO members, Kenya is not covered by collective defense.", "no_security_commitment"),
        ("Major non-NATO allies signed a separate mutual defense treaty.", None),
        ("Japan has a mutual defense treaty.", None),
    ],
)
def test_a_commitment_is_claimed_of_the_status_or_denied(said: str, type_: str | None) -> None:
    found = [draft.parts[0][0] for draft in commitments.read(sentence(said), "mnna", "KEN")]
    assert found == ([type_] if type_ else [])


def test_an_alliance_that_is_only_compared_with_is_not_what_is_spoken_of() -> None:
    said = "It does not guarantee them American protection, as it does for other NATO members."
    (draft,) = commitments.read(sentence(said), "mnna", None)
    assert draft.parts[0][1] == {"status": "mnna"}
    assert commitments.is_alliance("nato") and not commitments.is_alliance("mnna")
