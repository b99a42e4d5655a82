"""The memo as a value: its JSON, its document and its summary say the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mnna.briefs.memo.answer import NextAnswer, Point
from mnna.briefs.memo.compose import next_ally

TODAY = "2026-11-24"
OLD = date(2020, 1, 2)


@pytest.fixture(scope="module")
def memo() -> NextAnswer:
    """A memo in short sentences of our own."""
    points = (Point("A cost.", citation="22 USC 2321k"),)
    return replace(next_ally("FJI", TODAY), answer=("One.", "Two."), costs=points, texts=(OLD,))


def test_the_json_has_the_answer_in_one_text_and_the_name_after_the_code(memo: NextAnswer) -> None:
    told = memo.to_dict()
    names = list(told)
    assert told["answer"] == "One. Two." and told["costs"][0]["says"] == "A cost."
    assert names[names.index("country") + 1] == "name" and (told["country"], told["name"]) == ("FJI", "Fiji")
    assert names[names.index("would_change_it") + 1] == "cite"
    assert not {"registry", "texts"} & set(told)


def test_it_says_how_to_cite_it_by_day_law_facts_and_figures(memo: NextAnswer) -> None:
    stamp = memo.stamp
    for part in (stamp.version, memo.question, "(24 November 2026)", stamp.law, stamp.facts, stamp.figures):
        assert part in memo.to_cite, part


def test_the_summary_is_the_answer(memo: NextAnswer) -> None:
    assert memo.summary() == "One. Two."


def test_the_document_shows_the_answer_and_what_it_rests_on(memo: NextAnswer) -> None:
    shown = memo.document
    assert shown.title and shown.one_page and "costs" in {one.id for one in shown.sections}
    assert "One." in str(shown.lead)


def test_the_older_texts_behind_it_are_named(memo: NextAnswer) -> None:
    assert memo.older_texts() == [OLD]


def test_a_statement_has_a_citation_or_a_source() -> None:
    assert Point("It says.", source=("a",)) == Point("It says.", "", ("a",), "", "")
