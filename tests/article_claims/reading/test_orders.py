"""Sentences of order."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.article_claims.reading import orders
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, Masked, masked
from tests.article_claims.reading.conftest import Told, judged

DATED = date(2024, 6, 27)


def sentence(text: str) -> Masked:
    return masked(text, entities(text, DATED), Context(DATED))


def test_a_plain_sentence_is_read() -> None:
    (draft,) = orders.read(sentence("Kenya is the first major non-NATO ally in sub-Saharan Africa."))
    assert draft.parts[0][0] == "nth_to_hold"


def test_the_sentences_of_the_table_are_read_right(sentences: tuple[Told, ...]) -> None:
    """Each sentence of the family is drafted, and each verdict on a draft of the family is the right one."""
    of = [one for one in sentences if one.row["family"] == "orders" and not one.row["missed"]]
    assert of
    for one in of:
        assert one.verdicts and set(one.verdicts) == {one.row["verdict"]}, (one.row["sentence"], one.verdicts)


@pytest.mark.parametrize(
    ("said", "type_"),
    [
        ("Kenya is the latest country to become a major non-NATO ally.", "latest_to_hold"),
        ("Kenya is the only major non-NATO ally in East Africa.", "only_holder"),
        ("Kenya was the first country to become a major non-NATO ally under Biden.", None),
        ("Kenya's visit was the first in years for a major non-NATO ally.", None),
    ],
)
def test_what_is_ordered(said: str, type_: str | None) -> None:
    found = [draft.parts[0][0] for draft in orders.read(sentence(said))]
    assert found == ([type_] if type_ else [])


def test_it_is_not_the_country_that_the_sentence_names_later() -> None:
    said = "It was the first major non-NATO ally in Southeast Asia; Thailand followed."
    context = Context(DATED, status="mnna", it="PHL")
    (draft,) = orders.read(masked(said, entities(said, DATED), context))
    assert draft.parts[0][1]["country"] == "PHL"
    assert list(orders.read(masked(said, entities(said, DATED), Context(DATED, status="mnna")))) == []


def test_whom_a_country_follows_holds_the_status_too() -> None:
    said = "Qatar is the third Gulf country to become a major non-NATO ally, after Bahrain and {}."
    for other, more in (("Kuwait", []), ("Oman", ["OMN"])):
        (draft,) = orders.read(sentence(said.format(other)))
        assert [args["country"] for type_, args in draft.parts if type_ == "status_on"] == more


def test_the_day_beside_a_rank_is_that_of_the_country() -> None:
    (draft,) = orders.read(sentence("Bahrain was the first Gulf country to become a major non-NATO ally, in 1999."))
    assert [type_ for type_, _ in draft.parts] == ["nth_to_hold", "status_began_in"]
    (draft,) = orders.read(sentence("Kenya is the first major non-NATO ally in East Africa."))
    assert [type_ for type_, _ in draft.parts] == ["nth_to_hold"]


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        ("The newest members are Saudi Arabia and Peru.", ["right"]),
        ("The newest members are Kenya and Peru.", ["wrong"]),
        ("Israel is one of the original five.", ["right"]),
        ("Jordan is one of the original five.", ["wrong"]),
        ("Kenya was part of the original five proposals.", []),
    ],
)
def test_the_last_ones_and_the_first(said: str, verdicts: list[str]) -> None:
    assert judged("The United States has 21 major non-NATO allies.", said, date(2026, 3, 3)) == verdicts
