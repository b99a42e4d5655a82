"""The political record: the latest entries that speak for or against a designation."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mnna.answers.timeline import Entry
from mnna.briefs.gather import BriefContext, gather
from mnna.briefs.sections.history import LAST, SHOWN, entries, history
from mnna.present.document import Table, spelled
from mnna.registry.load import load_registry
from tests.briefs.reading import brief, head, lines, links, said

TODAY = "2026-11-24"
EVENT = Entry(
    "2020-02-03", "day", "event", "MEX", "Something happened", bearing="for", source=("pl-110-252",), confidence="high"
)


def shown(monkeypatch: pytest.MonkeyPatch, context: BriefContext, *told: Entry) -> Table | None:
    monkeypatch.setattr(sys.modules[history.__module__], "timeline_in", lambda *_: type("T", (), {"entries": told}))
    section = history(context)
    if section is None:
        return None
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    return table


def cells(table: Table | None, place: int) -> list[str]:
    assert table is not None
    return [spelled(head(row.cells[place])) for row in table.rows]


def test_entries_are_the_last_of_the_record_up_to_the_day(mexico: BriefContext) -> None:
    found = entries(mexico)
    assert 0 < len(found) <= LAST and {entry.kind for entry in found} <= set(SHOWN)
    assert [entry.on for entry in found] == sorted(entry.on for entry in found)
    assert all(entry.on <= mexico.on.isoformat() for entry in found)
    assert len(entries(replace(mexico, on=date(2008, 7, 1)))) < LAST


def test_a_country_without_a_record_has_no_section() -> None:
    assert history(gather("FJI", None, "2026-11-24", "mnna", None)) is None


def test_presidents_come_only_with_the_countrys_own_entries(
    mexico: BriefContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    early = Entry("2019-01-01", "day", "leader", "USA", "A takes office", confidence="high")
    late = replace(early, on="2021-01-20", what="B takes office")
    assert shown(monkeypatch, mexico, early, late) is None
    table = shown(monkeypatch, mexico, early, EVENT, late)
    assert cells(table, 1) == ["Something happened", "United States: B takes office"]
    assert table is not None and table.caption == "The latest 2 entries"


@pytest.mark.parametrize("what", ["A list: goes on by a new act", "A list: not known whether held from here"])
def test_what_another_section_tells_is_left_out(
    mexico: BriefContext, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    table = shown(
        monkeypatch, mexico, EVENT, replace(EVENT, kind="determination", what=what), replace(EVENT, kind="step")
    )
    assert cells(table, 1) == ["Something happened"] and table is not None and table.caption == "The only entry"


@pytest.mark.parametrize(
    ("change", "place", "said"),
    [
        ({}, 0, "3 February 2020"),
        ({"on": "2020-02-03", "precision": "window", "on_by": "2020-02-20"}, 0, "between 3 and 20 February 2020"),
        ({"on": "2020-02", "precision": "month"}, 0, "February 2020"),
        ({"confidence": "medium"}, 1, "Something happened (medium confidence)"),
        ({"own": True}, 1, "Something happened (your own facts)"),
        ({"kind": "determination", "instrument": "PD 1"}, 1, "Something happened (PD 1)"),
        ({"instrument": "PD 1"}, 1, "Something happened"),
        ({"bearing": "for; against another"}, 2, "for"),
        ({"bearing": "mixed"}, 2, "mixed"),
        ({"bearing": "background"}, 2, "—"),
        ({"bearing": ""}, 2, "—"),
    ],
)
def test_what_a_row_says(
    mexico: BriefContext, monkeypatch: pytest.MonkeyPatch, change: dict[str, Any], place: int, said: str
) -> None:
    assert cells(shown(monkeypatch, mexico, replace(EVENT, **change)), place) == [said]


def test_a_source_is_linked_and_one_without_an_address_says_so(
    mexico: BriefContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = load_registry().sources
    linked = next(id_ for id_, one in known.items() if one.address)
    bare = next(id_ for id_, one in known.items() if not one.address)
    table = shown(monkeypatch, mexico, replace(EVENT, source=(linked, bare, linked)), replace(EVENT, source=("gone",)))
    assert table is not None
    first, second = (row.cells[3] for row in table.rows)
    assert [(link.text, link.address) for link in links(first)] == [
        (known[linked].publisher, known[linked].address),
        ("Not verified against a document", ""),
    ]
    assert lines(second) == ["—"]


def test_proposals_are_shown_as_what_they_are_and_only_when_made() -> None:
    assert "None of these is a designation or its end" in said(brief("MEX", on=TODAY), "proposals")
    assert "proposals" not in {section.id for section in brief("MEX", on="2019-01-01").sections}
