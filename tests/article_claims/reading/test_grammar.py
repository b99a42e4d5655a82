"""A sentence with its names masked, and patterns over it."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.article_claims.reading.entities import entities
from mnna.article_claims.reading.grammar import Context, Masked, masked

DATED = date(2019, 8, 1)


def sentence(text: str) -> Masked:
    return masked(text, entities(text, DATED), Context(DATED))


def test_names_are_masked_and_lists_taken_together() -> None:
    text = "Trump made Brazil, Japan and the Philippines a major non-NATO ally"
    assert sentence(text).words == "<P0> made <L1> a <S2>"
    assert sentence(text).entities[1].value == ("BRA", "JPN", "PHL")


def test_a_pattern_finds_values_and_the_words() -> None:
    found = next(sentence("On Wednesday Trump named Brazil a “major non-NATO ally”.").find(r"named {C} {S}"))
    assert found.value("c") == ("BRA",) and found.value("s") == "mnna" and found.value("x") is None
    assert found.drafts("an act").how == "“named Brazil a “major non-NATO ally””: an act"
    assert found.day() is not None and found.day().said == "31 July 2019"  # type: ignore[union-attr]


def test_the_status_at_a_place_is_the_last_one_before_it() -> None:
    found = sentence("MNNA status is not what a NATO member has")
    assert found.status(len(found.words)) == "nato" and found.status(5) == "mnna" and found.status() == "mnna"


@pytest.mark.parametrize(
    "text", ["Kenya", "In 2018 Colombia joined NATO.", "Brazil, Japan and Peru are “MNNA”, not NATO"]
)
def test_each_letter_of_the_masked_sentence_has_its_place_in_the_sentence(text: str) -> None:
    found = sentence(text)
    assert len(found.places) == len(found.words) and list(found.places) == sorted(found.places)
    for number, one in enumerate(found.entities):
        token = f"<{one.kind}{number}>"
        at = found.words.index(token)
        assert {*found.places[at : at + len(token) - 1]} == {one.start}
        assert found.places[at + len(token) - 1] == one.end - 1
    rest = [at for at, place in enumerate(found.places) if not any(e.start <= place < e.end for e in found.entities)]
    assert all(found.words[at] == text[found.places[at]].lower() for at in rest)


def test_two_countries_told_apart_are_no_list() -> None:
    assert sentence("Unlike Kenya, Japan is an ally").words == "unlike <C0>, <C1> is an ally"
    assert sentence("After Egypt, Morocco and Tunisia it came").words == "after <L0> it came"
