"""One question, one set of numbers: every door counts what a change of status does by the same partition.

Every sovereign state is asked, designating and ending, through the functions that make titles, headings and sentences;
no page is fetched and no command started.
"""

from __future__ import annotations

import re
from typing import Any

import pytest

from mnna.answers.inputs import day
from mnna.answers.partition import GROUPS, counted, gain_and_loss, titled
from mnna.answers.what_if import WhatIfAnswer, what_if_in
from mnna.briefs.bottom_line import changing
from mnna.briefs.compose import brief
from mnna.briefs.difference import difference
from mnna.briefs.matter import gather
from mnna.briefs.output import render
from mnna.interfaces.cli.what_if import _lines
from mnna.interfaces.http.page_spec import Question
from mnna.interfaces.http.pages import front
from mnna.interfaces.http.pages.what_if import PAGE
from mnna.interfaces.mcp.server import ask
from mnna.present.document import Table
from mnna.registry.assumptions import Assumption
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


def view_of(answer: WhatIfAnswer) -> dict[str, Any]:
    return PAGE.view(Question(PAGE, {param.name: None for param in PAGE.params}), answer, answer.to_dict())


def test_every_state_is_asked() -> None:
    assert len(STATES) >= 190


@pytest.mark.parametrize("act", ACTS)
def test_every_question_stands_in_one_group(act: str) -> None:
    for country in STATES:
        found = answered(country, act).partition.to_dict()
        assert list(found) == list(GROUPS)
        assert sorted(id_ for ids in found.values() for id_ in ids) == sorted(AUTHORITIES), country.name


@pytest.mark.parametrize("act", ACTS)
def test_page_terminal_and_sheet_of_a_what_if_give_the_same_numbers(act: str) -> None:
    for country in STATES:
        answer = answered(country, act)
        found, view = answer.partition, view_of(answer)
        titles = titled(found)
        assert view["title"].endswith(f"it would {gain_and_loss(found)}"), country.name
        assert view["counted"] == counted(found) and view["same"] == len(found.same)
        shown = {group: [change["id"] for change in changes] for group, _, changes in view["moved"]}
        assert {group: list(ids) for group, ids in found.groups() if group != "same"} == shown
        below = [*view["rerouted"], *view["still"]["yes"], *view["still"]["no"], *view["bars"], *view["open"]]
        assert sorted(one["id"] for one in below) == sorted(found.same)
        printed = list(_lines(answer))
        assert f"It would {counted(found)}." in " ".join(line.strip() for line in printed)
        for group, ids in found.groups():
            assert not ids or titles[group].upper() in "\n".join(printed).upper(), (country.name, group)
        headings = [block.text for block in PAGE.sheet(answer.to_dict()).blocks if block.kind == "heading"]
        assert headings[: len(GROUPS)] == list(titles.values())
        groups = [(row["id"], row["group"]) for row in PAGE.rows(answer.to_dict())]
        assert sorted(groups) == sorted((id_, group) for group, ids in found.groups() for id_ in ids)


def test_the_brief_gives_the_numbers_of_the_what_if() -> None:
    for country in STATES:
        matter = gather(country.iso3, None, TODAY, STATUS, None)
        found = answered(country, "terminate" if matter.today.held else "designate").partition
        assert matter.today.partition == found, country.name
        without_names = re.sub(r" \((?!FAA)[^;]*\);", ";", changing(matter.today, matter.kind))
        assert without_names.endswith(f"it would {counted(found)}."), country.name
        captions = [block.caption for block in difference(matter).blocks if isinstance(block, Table)]
        counts = [int(re.findall(r"\((\d+)", caption)[-1]) for caption in captions]
        assert sorted(counts) == sorted(len(ids) for _, ids in found.groups() if ids), country.name


def test_the_front_page_gives_the_numbers_of_the_what_if() -> None:
    for country in STATES:
        view = front.view({"country": country.iso3}, None)
        found = answered(country, view["act"]).partition
        assert view["partition"] == found and view["counted"] == counted(found), country.name
        assert view["short"] == f"it would {gain_and_loss(found)}"
        moved = sum(len(view["moved"][group]) for group in ("gain", "lose", "open", "terms"))
        assert moved == found.total - len(found.same), country.name


@pytest.mark.parametrize(("code", "act"), [("MEX", "designate"), ("JPN", "terminate")])
def test_the_json_of_command_tool_and_brief_is_the_same(code: str, act: str) -> None:
    found = answered(countries()[code], act).partition.to_dict()
    assert document("what-if", code, f"--{act}", STATUS)["partition"] == found
    assert document("brief", code)["partition"] == found
    assert ask("what_if", {"country": code, act: [STATUS]})["partition"] == found


def test_the_files_of_a_brief_carry_the_sentence() -> None:
    made = brief("MEX", on=TODAY)
    sentence = counted(made.partition).partition("; ")[2]
    assert sentence in made.bottom_line[1]
    assert sentence in render(made, "md").decode() and sentence in render(made, "html").decode()
