"""Sentences of counts."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.article_claims.reading import counts
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, Masked, masked
from tests.article_claims.reading.conftest import Told

DATED = date(2024, 6, 27)


def sentence(text: str) -> Masked:
    return masked(text, entities(text, DATED), Context(DATED))


def test_a_plain_sentence_is_read() -> None:
    (draft,) = counts.read(sentence("There are 19 major non-NATO allies."))
    assert draft.parts[0][0] == "count_of_status_is"


def test_the_sentences_of_the_table_are_read_right(sentences: tuple[Told, ...]) -> None:
    """Each sentence of the family is drafted, and each verdict on a draft of the family is the right one."""
    of = [one for one in sentences if one.row["family"] == "counts" and not one.row["missed"]]
    assert of
    for one in of:
        assert one.verdicts and set(one.verdicts) == {one.row["verdict"]}, (one.row["sentence"], one.verdicts)


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("More than 15 countries are major non-NATO allies.", ("count_of_status_at_least", 16)),
        ("Fewer than 20 countries hold major non-NATO ally status.", ("count_of_status_at_most", 19)),
        ("Kenya joins 18 other countries with major non-NATO ally status.", ("count_of_status_is", 19)),
        ("Four African countries are major non-NATO allies.", ("count_in_region", 4)),
        ("About 20 countries are major non-NATO allies.", None),
        ("In 2010 there were 14 major non-NATO allies.", None),
    ],
)
def test_what_is_counted(said: str, parts: tuple[str, int] | None) -> None:
    found = [(draft.parts[0][0], draft.parts[0][1]["count"]) for draft in counts.read(sentence(said))]
    assert found == ([parts] if parts else [])


def test_one_of_so_many_in_a_region_is_one_itself() -> None:
    (draft,) = counts.read(sentence("Oman is one of three Gulf states with major non-NATO ally status."))
    assert [type_ for type_, _ in draft.parts] == ["count_in_region", "status_on"]
