"""`what-if` as people read it: what would be gained, lost, open, other, and what would not change."""

from __future__ import annotations

import re

import pytest

from mnna.answers.what_if import what_if
from mnna.interfaces.words.what_if import PARTS, part_of
from tests.interfaces.checks import fits
from tests.terminal import document, said


@pytest.mark.parametrize(
    "words",
    [
        ["MEX", "--designate", "mnna"],
        ["COL", "--terminate", "mnna", "--on", "2026-01-01"],
        ["IND", "--designate", "nato", "--designate", "nato-plus"],
        ["COL", "--designate", "mnna"],
    ],
)
def test_questions(words: list[str]) -> None:
    fits("what-if", *words)


def test_the_sections_count_what_the_json_holds() -> None:
    words = ("what-if", "MEX", "--designate", "mnna", "--on", "2026-06-01")
    told, found = said(*words), document(*words)
    counts = {title: int(count) for title, count in re.findall(r"(Would [a-z ]+|Same answer[a-z, ]+) \((\d+)\)", told)}
    assert counts.pop("Would not change") == len(found["unchanged"])
    assert sum(counts.values()) == len(found["changed"])


def test_what_ends_is_lost_and_what_begins_is_gained() -> None:
    gained = what_if("MEX", designate="mnna", on="2026-06-01")
    lost = what_if("COL", terminate="mnna", on="2026-06-01")
    parts = {one.id: part_of(one) for one in gained.changed}
    assert parts["depleted-uranium-rounds"] == "gain" and set(parts.values()) <= set(PARTS)
    assert {one.id: part_of(one) for one in lost.changed}["depleted-uranium-rounds"] == "lose"


def test_nothing_changes_where_it_is_held_already() -> None:
    assert "would change no answer" in said("what-if", "COL", "--designate", "mnna", "--on", "2026-01-01")
