"""The memo as a value: its JSON, its document and its summary say the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mnna.briefs.memo.answer import MOST, NextAnswer, Point, opening
from mnna.briefs.memo.compose import next_ally
from mnna.present.document import Items, Paragraph, spelled
from mnna.present.terminal import to_text

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


def test_a_part_without_anything_to_say_is_left_out() -> None:
    found = next_ally("MEX", TODAY).document
    assert found.one_page and all(section.blocks for section in found.sections)
    assert [one.id for one in found.sections][:3] == ["law", "gains", "costs"]
    assert "costs" in {one.id for one in next_ally("COL", TODAY).document.sections}


def test_a_long_list_ends_with_how_many_more() -> None:
    run = next_ally("MEX", "2004-06-01").document.section("gains").blocks[0]
    assert isinstance(run, Items) and len(run.items) <= MOST + 1


def test_no_list_ends_with_one_more() -> None:
    run = next_ally("IRQ", TODAY).document.section("gains").blocks[0]
    assert isinstance(run, Items) and len(run.items) == MOST + 1 and "more" not in spelled(run.items[-1])


def test_one_bar_is_not_said_to_be_several() -> None:
    said = to_text(next_ally("MMR", TODAY).document)
    assert "This does not bar the designation itself" in said and "None of these bars" not in said


def test_bars_are_told_once() -> None:
    text = to_text(next_ally("CUB", TODAY).document)
    assert text.count("State sponsors of terrorism [") == 1


def test_the_case_of_an_ally_is_for_keeping_and_for_ending_the_status() -> None:
    titles = {one.title for one in next_ally("COL", TODAY).document.sections}
    assert {"The case for keeping it", "The case for ending it"} <= titles
    assert "The case for" in {one.title for one in next_ally("MEX", TODAY).document.sections}


def test_a_country_left_out_cites_the_law_and_not_the_figures() -> None:
    said = next_ally("CHN", TODAY).document.section("rank").blocks[0]
    assert isinstance(said, Paragraph)
    assert str(said.text).endswith("as last read on 7 November 2025 (22 CFR 126.1(d)(1)).")


def test_it_says_how_to_cite_it() -> None:
    found = next_ally("MEX", TODAY)
    assert found.to_cite in spelled(found.document.notes[0]) and found.stamp.figures in found.to_cite


def test_as_an_opening_its_parts_stand_one_level_down() -> None:
    first, *rest = opening(next_ally("MEX", TODAY))
    assert first.level == 1 and {one.level for one in rest} == {2} and len({one.id for one in rest}) == len(rest)
