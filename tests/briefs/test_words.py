"""Days, amounts and lists as a reader would say them."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.briefs import words
from mnna.statutes.listing import AUTHORITIES


@pytest.mark.parametrize(
    ("dollars", "said"),
    [(14e6, "$14 million"), (1.5e9, "$1.5 billion"), (500_000, "$500,000"), (15_000_000_000, "$15 billion")],
)
def test_money(dollars: float, said: str) -> None:
    assert words.money(dollars) == said


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists(items: list[str], said: str) -> None:
    assert words.listed(items) == said


def test_days_are_written_out_but_ids_and_addresses_are_left_alone() -> None:
    assert words.prose("until 2022-05-23, see own-search-2026-11-23") == "until 23 May 2022, see own-search-2026-11-23"
    assert words.prose("FR Doc. 2026-01422") == "FR Doc. 2026-01422"
    assert words.prose("https://a.b/2022-05-23") == "https://a.b/2022-05-23"


def test_spans() -> None:
    assert words.days_between(date(1987, 1, 1), date(1988, 1, 1), None) == "since some day in 1987"
    assert words.days_between(date(2012, 7, 6), None, date(2022, 9, 23)) == "from 6 July 2012 until 23 September 2022"


@pytest.mark.parametrize(
    ("text", "said"), [("2022", "2022"), ("2022-09", "September 2022"), ("2022-07-06", "6 July 2022")]
)
def test_days_known_in_part(text: str, said: str) -> None:
    assert words.spoken_part(text) == said


def test_terms_carry_their_units() -> None:
    said = words.terms({"annual_cap_usd": 500_000_000, "wait_days": None, "review_days": 30, "group": "general"})
    assert said == "annual cap $500 million; wait unknown; review 30 days; group: general"


@pytest.mark.parametrize(
    ("name", "said"), [("Mexico", "Mexico"), ("Philippines", "the Philippines"), ("DR Congo", "the DR Congo")]
)
def test_names_take_their_article(name: str, said: str) -> None:
    assert words.the(name) == said


def test_every_question_of_law_has_a_subject_of_its_own() -> None:
    subjects = [row.subject for row in AUTHORITIES.values()]
    assert all(subjects) and len(set(subjects)) == len(subjects)


def test_citations_link_to_the_official_text() -> None:
    found = words.links("22 USC 2321k(a)(1); 87 FR 32943")
    assert [text for text, _ in found] == ["22 USC 2321k(a)(1)", "87 FR 32943"]
    assert all(address.startswith("https://") for _, address in found)
    assert words.links("not a citation") == [("not a citation", "")]
