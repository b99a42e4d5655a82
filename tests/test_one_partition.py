"""One question, one set of numbers: every door counts what a change of status does by the same partition.

Every sovereign state is asked, designating and ending, through the functions that make titles, headings and sentences;
no page is fetched and no command started.
"""

from __future__ import annotations

import re

import pytest

from mnna.answers.inputs import day
from mnna.answers.partition import GROUPS, counted, gain_and_loss
from mnna.answers.what_if import WhatIfAnswer, what_if_in
from mnna.briefs.bottom_line import changing, named
from mnna.briefs.compose import brief, render
from mnna.briefs.gather import gather
from mnna.briefs.sections.difference import difference
from mnna.interfaces.http import front
from mnna.interfaces.mcp.server import ask
from mnna.interfaces.words.what_if import ENDPOINT
from mnna.present.document import Table, spelled
from mnna.registry.consequences import Assumption
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.registry.records import Country
from mnna.statutes.catalog import AUTHORITIES
from tests.terminal import document

TODAY = day(None)
REGISTRY = load_registry()
STATES = [one for one in countries().values() if one.sovereign == "yes" and one.iso3 != "USA"]
ACTS = ("designate", "terminate")
STATUS = "mnna"


def answered(country: Country, act: str) -> WhatIfAnswer:
    return what_if_in(REGISTRY, country, TODAY, [Assumption(country.iso3, STATUS, TODAY, act)])


def test_every_state_is_asked() -> None:
    assert len(STATES) >= 190


@pytest.mark.parametrize("act", ACTS)
def test_every_question_stands_in_one_group(act: str) -> None:
    for country in STATES:
        found = answered(country, act).partition.to_dict()
        assert list(found) == list(GROUPS)
        assert sorted(id_ for ids in found.values() for id_ in ids) == sorted(AUTHORITIES), country.name


@pytest.mark.parametrize("act", ACTS)
def test_what_every_form_of_a_what_if_prints_has_the_same_numbers(act: str) -> None:
    assert ENDPOINT.page is not None and ENDPOINT.rows is not None
    for country in STATES:
        answer = answered(country, act)
        found = answer.partition
        counts = {GROUPS[group]: len(ids) for group, ids in found.groups() if ids or group == "same"}
        for shown in (ENDPOINT.shown(answer), ENDPOINT.page(answer)):
            assert shown.title.endswith(f"it would {gain_and_loss(found)}"), country.name
            assert any(spelled(one).endswith(f"it would {counted(found)}.") for one in shown.lead), country.name
            assert {one.title: one.count for one in shown.sections if one.level == 1} == counts, country.name
            below = sum(one.count or 0 for one in shown.sections if one.level == 2)
            assert below == len(found.same), country.name
        groups = [(row["id"], row["change"]) for row in ENDPOINT.rows(answer)]
        assert sorted(groups) == sorted((id_, group) for group, ids in found.groups() for id_ in ids)


def test_the_brief_gives_the_numbers_of_the_what_if() -> None:
    for country in STATES:
        context = gather(country.iso3, None, TODAY, STATUS, None)
        found = answered(country, "terminate" if context.today.held else "designate").partition
        assert context.today.partition == found, country.name
        turned = found.lose if context.today.held else found.gain
        without_names = changing(context.today, context.kind).replace(f" ({named(turned)})", "")
        assert without_names.endswith(f"it would {counted(found)}."), country.name
        captions = [block.caption for block in difference(context).blocks if isinstance(block, Table)]
        counts = [int(re.findall(r"\((\d+)", caption)[-1]) for caption in captions]
        assert sorted(counts) == sorted(len(ids) for _, ids in found.groups() if ids), country.name


def test_the_front_page_gives_the_numbers_of_the_what_if() -> None:
    for country in STATES:
        _, memo = front.short_answer(country, None)
        assert memo is not None, country.name
        found = answered(country, "terminate" if memo.standing == "ally" else "designate").partition
        assert memo.partition == found, country.name
        assert tuple(one.id for one in memo.gains) == found.gain, country.name


@pytest.mark.parametrize(("code", "act"), [("MEX", "designate"), ("JPN", "terminate")])
def test_the_json_of_command_tool_and_brief_is_the_same(code: str, act: str) -> None:
    found = answered(countries()[code], act).partition.to_dict()
    assert document("what-if", code, f"--{act}", STATUS)["partition"] == found
    assert document("brief", code)["partition"] == found
    assert ask("what_if", {"country": code, act: [STATUS]})[1]["partition"] == found


def test_the_files_of_a_brief_carry_the_sentence() -> None:
    made = brief("MEX", on=TODAY)
    sentence = counted(made.partition).partition("; ")[2]
    assert sentence in made.bottom_line[1]
    assert sentence in render(made, "md").decode() and sentence in render(made, "html").decode()
