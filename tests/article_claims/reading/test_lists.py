"""Sentences of lists."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.article_claims.reading import lists
from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, Masked, masked
from tests.article_claims.reading.conftest import Told, judged

DATED = date(2024, 6, 27)


def sentence(text: str) -> Masked:
    return masked(text, entities(text, DATED), Context(DATED))


def test_a_plain_sentence_is_read() -> None:
    (draft,) = lists.read(sentence("The major non-NATO allies include Japan and Israel."))
    assert draft.parts[0][0] == "list_includes"


def test_the_sentences_of_the_table_are_read_right(sentences: tuple[Told, ...]) -> None:
    """Each sentence of the family is drafted, and each verdict on a draft of the family is the right one."""
    of = [one for one in sentences if one.row["family"] == "lists" and not one.row["missed"]]
    assert of
    for one in of:
        assert one.verdicts and set(one.verdicts) == {one.row["verdict"]}, (one.row["sentence"], one.verdicts)


def test_who_is_excepted_is_not_listed() -> None:
    said = "Major non-NATO allies, unlike NATO members such as Italy and Spain, have no treaty."
    assert list(lists.read(sentence(said))) == []


def test_a_list_ends_before_a_possessive_and_may_follow_a_colon() -> None:
    said = "NATO Plus brings together NATO and five partners: Australia, New Zealand, Japan, Israel and South Korea."
    (draft,) = lists.read(sentence(said))
    assert draft.parts[0][1] == {"status": "nato-plus", "countries": ["AUS", "NZL", "JPN", "ISR", "KOR"]}
    words = sentence("Algeria, Morocco's neighbor and rival, is not a major non-NATO ally.")
    assert [one.value for one in words.entities if one.kind == "C"] == [("DZA",), ("MAR",)]


def test_a_number_beside_a_list_counts() -> None:
    for said, count in (("three", 3), ("five", 5)):
        text = f"Bahrain, Kuwait and Qatar are the {said} Gulf states with major non-NATO ally status."
        (draft,) = lists.read(sentence(text))
        assert draft.parts[1][1]["count"] == count


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        ("Jordan shares the status with three other Arab states: Egypt, Kuwait and Qatar.", ["right"]),
        ("Jordan shares the status with Egypt and Oman.", ["partly"]),
        ("That leaves Oman and the United Arab Emirates as the only Gulf states without the status.", ["right"]),
        ("Oman is the only Gulf state without the status.", ["partly"]),
    ],
)
def test_with_whom_a_status_is_shared_and_who_lacks_it(said: str, verdicts: list[str]) -> None:
    found = judged("Jordan is a major non-NATO ally.", said, date(2026, 3, 3))
    assert found[-1:] == verdicts
