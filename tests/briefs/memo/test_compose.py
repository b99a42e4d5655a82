"""The memo: two short sentences on every country, one page, and no statement without a citation or a source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from mnna.answers.compare import compare
from mnna.answers.what_if import what_if
from mnna.briefs.compose import render
from mnna.briefs.memo.answer import NextAnswer, Point
from mnna.briefs.memo.compose import next_ally
from mnna.briefs.memo.sentences import MOST_WORDS
from mnna.errors import BadDate, BadQuestion
from mnna.present.terminal import to_text
from tests.present.reading import pages

TODAY = "2026-11-24"
TWENTY = [
    "MEX", "COL", "FRA", "TWN", "CUB", "CHN", "SAU", "AFG", "UKR", "IND",
    "VNM", "KEN", "CRI", "GEO", "IDN", "PRK", "STP", "VCT", "ZAF", "XKX",
]  # fmt: skip

ANSWERS = [
    ("MEX", "candidate", "open in law", "Open in law: the President may designate Mexico after notice to Congress"),
    ("COL", "ally", "open in law", "Colombia is one already: a major non-NATO ally since 23 May 2022."),
    ("FRA", "member", "open in law", "France has been a member of NATO since 24 August 1949; the status is for"),
    ("TWN", "treated", "open in law", "Taiwan has been treated as one since 30 September 2002, without being"),
    ("CUB", "candidate", "barred in law", "Barred in law: "),
    ("SAU", "ally", "open in law", "Saudi Arabia is one already: a major non-NATO ally since a day between 1 and 23"),
]


@pytest.fixture(scope="module")
def mexico() -> NextAnswer:
    return next_ally("MEX", TODAY)


@pytest.mark.parametrize(("code", "standing", "in_law", "first"), ANSWERS)
def test_each_kind_of_country_has_its_own_answer(code: str, standing: str, in_law: str, first: str) -> None:
    found = next_ally(code, TODAY)
    assert (found.standing, found.in_law) == (standing, in_law) and found.answer[0].startswith(first)


@pytest.mark.parametrize("code", TWENTY)
def test_one_page_two_short_sentences_and_everything_has_a_source(code: str) -> None:
    found = next_ally(code, TODAY)
    assert len(found.answer) == 2 and all(len(said.split()) <= MOST_WORDS for said in found.answer)
    assert pages(render(found, "pdf")) == 1
    told: list[Point] = [*found.law, *found.gains, *found.costs, *found.open, *found.bars]
    told += [*found.case_for, *found.case_against, *found.would_change_it]
    assert all(one.says and (one.citation or one.source) for one in told)
    assert all(one.citation or one.source for one in found.precedents)
    assert "should" not in " ".join(one.says for one in told).lower()


@pytest.mark.parametrize(
    ("code", "law", "changes"),
    [
        ("MEX", "22 USC 2321k(a)", "A notice to Congress of a designation; none is on record."),
        ("COL", "87 FR 32943", "A notice to Congress that its designation will end; none is on record."),
        ("FRA", "63 Stat. 2241", "The end of its membership of NATO."),
        ("TWN", "22 USC 2321k note", "A notice to Congress of a designation; none is on record."),
    ],
)
def test_each_kind_of_answer_cites_its_law_and_says_what_would_change_it(code: str, law: str, changes: str) -> None:
    found = next_ally(code, TODAY)
    assert found.answer_citation == law and found.would_change_it[0].says == changes
    lead = " ".join(to_text(replace(found.document, sections=())).split())
    assert f"[{law}]" in lead and f"[mnna what-if {code}" in lead


def test_the_end_of_an_ally_that_was_notified_is_what_is_waited_on() -> None:
    assert next_ally("AFG", "2022-08-01").would_change_it[0].says.startswith("Its end was notified on 6 July 2022")


def test_the_json_has_the_keys_of_the_contract(mexico: NextAnswer) -> None:
    told = mexico.to_dict()
    keys = ["law", "gains", "costs", "bars", "precedents", "case_for", "case_against", "would_change_it"]
    assert {"country", "on", "answer", "rank", *keys} <= set(told) and told["country"] == "MEX"
    assert isinstance(told["answer"], str) and all(isinstance(told[key], list) for key in keys)
    jsonschema.validate(told, NextAnswer.schema())


def test_gains_and_costs_are_those_of_the_what_if(mexico: NextAnswer) -> None:
    split = what_if("MEX", designate="mnna", on=TODAY).partition
    assert tuple(one.id for one in mexico.gains) == split.gain and mexico.partition == split
    colombia = next_ally("COL", TODAY)
    lost = what_if("COL", terminate="mnna", on=TODAY).partition.lose
    assert tuple(one.id for one in colombia.costs) == lost and lost


def test_no_sentence_is_written_for_one_country_alone(mexico: NextAnswer) -> None:
    """With the names of countries taken out, the answer to Mexico is the answer to every open candidate like it."""
    other = next_ally("UKR", TODAY)
    assert mexico.answer[0].replace("Mexico", "X") == other.answer[0].replace("Ukraine", "X")
    assert mexico.law == other.law


def test_the_brief_opens_with_it(mexico: NextAnswer) -> None:
    from mnna.briefs import brief

    first = brief("MEX", "COL", TODAY).sections[0]
    assert first.id == "memo" and first.title == mexico.question
    assert brief("MEX", on=TODAY, designate="nato").sections[0].id != "memo"


REFUSED = [
    ("USA", "United States"),
    ("NATO", "organization"),
    ("GRL", "territory"),
    ("PSE", "it is a place whose standing as a state is in dispute"),
]


@pytest.mark.parametrize(("asked", "wrong"), REFUSED)
def test_who_cannot_be_named_is_refused_in_a_sentence(asked: str, wrong: str) -> None:
    with pytest.raises(BadQuestion, match=wrong):
        next_ally(asked, TODAY)


def test_a_day_to_come_and_a_day_before_any_ally_still_answer() -> None:
    later, early = next_ally("MEX", "2031-01-01"), next_ally("MEX", "1997-01-01")
    assert later.rank is None and "future" in later.rank_note
    assert early.gains and early.answer[0].startswith("Open in law")


def test_before_the_law_of_the_status_nothing_is_answered_and_a_brief_does_without() -> None:
    from mnna.briefs import brief

    with pytest.raises(BadDate, match="the law of the status took effect on 21 July 1996"):
        next_ally("MEX", "1990-01-01")
    assert brief("MEX", on="1990-01-01").sections[0].id != "memo"


def test_a_member_of_nato_has_no_case_and_no_precedents() -> None:
    found = next_ally("ISL", TODAY)
    assert not (found.precedents or found.case_for or found.case_against)
    assert found.answer[1].startswith("Designation would change the answer to none of ")


def test_a_former_ally_may_be_designated_again_and_its_old_notice_is_past() -> None:
    found = next_ally("AFG", TODAY)
    assert "may designate Afghanistan again after notice" in found.answer[0]
    assert found.would_change_it[0].says == "A notice to Congress of a designation; none is on record."


def test_a_notice_on_record_is_what_is_waited_on() -> None:
    assert next_ally("COL", "2022-05-01").would_change_it[0].says.endswith("the President has yet to act.")


def test_the_day_of_a_notice_is_told_as_far_as_it_is_known(tmp_path: Path) -> None:
    (tmp_path / "steps.csv").write_text(
        "country,status,step,on,on_by,event,instrument,source,confidence,note\n"
        "MEX,mnna,notified,2026-01-01,2026-02-01,Told,Letter,usc-22-2321k,medium,\n"
    )
    found = next_ally("MEX", TODAY, tmp_path).would_change_it[0]
    assert found.says == "It was notified on a day in January 2026; the President has yet to act."


def test_they_are_the_nearest_of_the_comparison() -> None:
    near = compare("MEX", to=[], on=TODAY).nearest[:3]
    found = next_ally("MEX", TODAY).precedents
    assert [one.country for one in found] == [one.country for one in near]
    assert all(one.citation and one.instrument in one.says for one in found)


def test_an_ended_status_is_told_as_ended() -> None:
    told = {one.country: one.followed for code in ("IRQ", "TJK", "UZB") for one in next_ally(code, TODAY).precedents}
    ended = told.get("AFG")
    assert ended is None or "ended on 23 September 2022" in ended
    assert all("It still has the status" in said for code, said in told.items() if code != "AFG")


def test_figures_that_the_source_counts_in_another_way_are_not_set_side_by_side() -> None:
    """From 2018 on the count of troops leaves out those deployed: Tunisia's of 2014 and 2018 are two things."""
    told = {one.country: one for one in next_ally("KEN", TODAY).precedents}
    assert "goods trade" in told["TUN"].followed and "troops" not in told["TUN"].followed
    assert told["TUN"].says.startswith("Tunisia, designated on 10 July 2015 by Presidential Determination")
