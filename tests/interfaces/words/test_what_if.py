"""`what-if` as people read it: what would be gained, lost, open, other, and what would not change."""

from __future__ import annotations

import re

import pytest

from mnna.answers.partition import GROUPS
from mnna.answers.what_if import what_if
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


def test_the_sections_count_what_the_partition_holds() -> None:
    words = ("what-if", "MEX", "--designate", "mnna", "--on", "2026-06-01")
    told, found = said(*words), document(*words)["partition"]
    counts = {
        title: int(count) for title, count in re.findall(r"(Would [a-z ]+?|Same answer[a-z, ]+?) \((\d+)\)", told)
    }
    assert counts == {GROUPS[group]: len(ids) for group, ids in found.items() if ids}


def test_what_ends_is_lost_and_what_begins_is_gained() -> None:
    assert "depleted-uranium-rounds" in what_if("MEX", designate="mnna", on="2026-06-01").partition.gain
    assert "depleted-uranium-rounds" in what_if("COL", terminate="mnna", on="2026-06-01").partition.lose


def test_nothing_changes_where_it_is_held_already() -> None:
    told = " ".join(said("what-if", "COL", "--designate", "mnna", "--on", "2026-01-01").split())
    assert "it would get a better answer on none of" in told and "holds the status" in told
