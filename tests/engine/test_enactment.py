"""What is cited in an answer can have existed on its day: the first day of a law or page, by its number."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mnna.engine.enactment import earliest, names_later, told_by, without_later
from mnna.rules.explain import Tree


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("P.L. 107-228 s. 1206", date(2001, 1, 3)),
        ("P.L. 74-1", date(1935, 1, 3)),
        ("P.L. 73-1", date(1933, 3, 4)),
        ("P.L. 1-1", date(1789, 3, 4)),
        ("87 FR 32943", date(2022, 1, 1)),
        ("1 FR 1", date(1936, 1, 1)),
        ("P.L. 104-164; 61 FR 59809; P.L. 94-329", date(1996, 1, 1)),
        ("22 USC 2776(b)", date.min),
    ],
)
def test_a_number_tells_the_first_day(text: str, first: date) -> None:
    assert earliest(text) == first


def node(citation: str | None, *of: Tree) -> Tree:
    return {"says": "x", "value": None, "citation": citation, "of": list(of)}


def test_an_arm_of_a_later_law_is_not_cited_on_an_earlier_day() -> None:
    tree = node("22 USC 2776(b)", node("P.L. 107-228 s. 1206"), node(None, node("87 FR 1")))
    assert without_later(tree, date(2001, 1, 2)) == node("22 USC 2776(b)", node(None), node(None, node(None)))
    assert without_later(tree, date(2001, 1, 3))["of"][0]["citation"] == "P.L. 107-228 s. 1206"
    assert without_later(tree, date(2022, 1, 1)) == tree


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("the rule of 1 September 2024", date(2024, 9, 1)),
        ("a review on 31 June 2024", date(2024, 6, 1)),
        ("the list of 2021", date(2021, 1, 1)),
        ("the report for fiscal year 2027", date(2026, 1, 1)),
        ("90 FR 29720", date(2025, 1, 1)),
        ("P.L. 119-60", date(2025, 1, 3)),
    ],
)
def test_a_text_names_nothing_later_from_the_day_it_tells(text: str, first: date) -> None:
    assert names_later(text, first - timedelta(days=1)) and not names_later(text, first)


@pytest.mark.parametrize("text", ["10 USC 2001", "$2,016,000", "22 USC 2026", "PD 2099-14", "FR Doc. 2099-18078"])
def test_a_number_that_is_no_year_is_not_later(text: str) -> None:
    assert not names_later(text, date(2000, 1, 1))


def test_of_a_note_the_later_sentences_are_left_out() -> None:
    note = "Listed under P.L. 94-329 s. 2. The determination of 2022 ended it. Nothing else is known."
    assert told_by(note, date(2021, 1, 1)) == "Listed under P.L. 94-329 s. 2. Nothing else is known."
    assert told_by(note, date(2022, 1, 1)) == note
    assert told_by("whether Kenya was listed on 1 May 2009: The lists of 2021 are read.", date(2009, 5, 1)) == (
        "whether Kenya was listed on 1 May 2009"
    )
