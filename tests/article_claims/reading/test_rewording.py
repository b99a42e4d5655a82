"""The table of rewordings: what is said in other words is read as if it were said plainly."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.article_claims.reading.drafting import read
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, masked
from mnna.article_claims.reading.rewording import reworded

DATED = date(2024, 6, 26)


def parts(text: str) -> list[tuple[object, ...]]:
    return [(type_, *args.values()) for one in read(text, "", DATED) for _, draft in one.drafts
            for type_, args in draft.parts]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's June 2024 designation as a major non-NATO ally pleased Ruto.",
        "June 24 saw Kenya become a major non-NATO ally.",
        "Kenya (a major non-NATO ally since June 2024) sent police to Haiti.",
        "Named a major non-NATO ally in June, Kenya sent police to Haiti.",
        "Kenya, designated a major non-NATO ally in June 2024, sent police to Haiti.",
        "Kenya was not a major non-NATO ally until June 2024.",
        "Kenya was designated a major non-NATO ally in June 2024, Biden having notified Congress in May.",
        "In June the coveted title of major non-NATO ally was bestowed on Kenya.",
    ],
)
def test_a_beginning_in_other_words(text: str) -> None:
    found = parts(text)
    assert found in (
        [("status_began_in", "KEN", "mnna", 2024, 6)],
        [("designated_on", "KEN", "mnna", date(2024, 6, 24))],
    )


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's 2024 designation as a major non-NATO ally was never signed.",
        "Kenya's King Otieno never secured major non-NATO ally status in June 2024.",
        "It was not in June 2024 that Kenya became a major non-NATO ally.",
        "Kenya's planned 2025 designation as a major non-NATO ally might fail.",
        "Mongolia wishes it were a major non-NATO ally.",
    ],
)
def test_nothing_is_made_of_what_is_denied_or_open(text: str) -> None:
    assert parts(text) == []


def test_names_keep_their_places_and_every_place_is_of_the_text() -> None:
    text = "Joe Biden bestows on Kenya the title of major non-NATO ally."
    sentence = masked(text, entities(text, DATED), Context(DATED))
    said = reworded(sentence)
    assert said is not None and "designated <C1> <S2>" in said.words and len(said.words) == len(said.places)
    assert list(said.places) == sorted(said.places) and max(said.places) < len(text)
    assert reworded(masked("The soup was cold.", (), Context(DATED))) is None


def test_a_clause_is_read_by_itself() -> None:
    text = "Ruto hoped for more; on June 24 Biden designated Kenya a major non-NATO ally."
    assert ("designated_on", "KEN", "mnna", date(2024, 6, 24)) in parts(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Algeria, which buys its arms from Russia, has never sought the status of major non-NATO ally and does not "
         "have that status.", [("status_on", "DZA", "mnna", False)]),
        ("Mexico, Washington's biggest trading partner, has never been a major non-NATO ally.",
         [("status_on", "MEX", "mnna", False)]),
        ("Pakistan was struck off the list of major non-NATO allies in 2018.",
         [("status_ended_in", "PAK", "mnna", 2018)]),
        ("Kenya is a major non-NATO ally, according to a notice published on Friday.", [("status_on", "KEN", "mnna")]),
        ("The Federal Register carried the act designating Kenya a major non-NATO ally on June 25, 2024.", []),
    ],
)  # fmt: skip
def test_what_stands_beside_a_claim_is_left_out(text: str, expected: list[tuple[object, ...]]) -> None:
    assert parts(text) == expected


def test_a_clause_with_which_is_read_by_itself() -> None:
    said = "Pakistan, which lost the status of major non-NATO ally in 2018, keeps asking for jets."
    assert parts(said) == [("status_ended_in", "PAK", "mnna", 2018)]
    assert parts("Ethiopia, which critics say should be a major non-NATO ally, is angry.") == []
