"""`timeline` as people read it: uncertain days, other leaders, kinds, and an empty record."""

from __future__ import annotations

import pytest

from mnna.answers.timeline import KINDS
from mnna.present.numbers import counted
from tests.interfaces.checks import fits
from tests.terminal import document, said

ON = ("--on", "2026-06-01")


@pytest.mark.parametrize("words", [["MEX"], ["SAU", "--since", "2015-01-01"], ["FJI", "--no-us-leaders"], ["NATO"]])
def test_questions(words: list[str]) -> None:
    fits("timeline", *words, *ON)


def test_days_are_in_words_and_only_as_exact_as_known() -> None:
    told = " ".join(said("timeline", "SAU", *ON).split())
    assert "On a day between 1 and 23 January 2026" in told
    told = " ".join(said("timeline", "COL", *ON).split())
    assert "2022-05-23" not in told and "23 May 2022" in told
    assert "Announced (Major non-NATO ally (FAA 517)): President Biden" in told and "(mnna)" not in told


def test_the_title_counts_the_country_s_own_entries() -> None:
    own = [row for row in document("timeline", "COL", *ON)["entries"] if row["country"] == "COL"]
    told = said("timeline", "COL", *ON)
    assert told.startswith(f"The record of Colombia: {len(own)} entries up to 1 June 2026")
    others = len(document("timeline", "COL", *ON)["entries"]) - len(own)
    assert f"Colombia (COL), with {counted(others, 'entry', 'entries')} of the United States" in told


def test_a_kind_and_the_presidents_can_be_left_out() -> None:
    kinds = document("timeline", "MEX", "--kind", "leader", "--kind", "step", *ON)["entries"]
    assert {row["kind"] for row in kinds} <= {"leader", "step"} < set(KINDS)
    assert any(row["country"] == "USA" for row in document("timeline", "MEX", *ON)["entries"])
    assert any(row["country"] == "USA" for row in document("timeline", "MEX", "--us-leaders", *ON)["entries"])
    assert not any(row["country"] == "USA" for row in document("timeline", "MEX", "--no-us-leaders", *ON)["entries"])
    assert "United States: " in said("timeline", "MEX", *ON)


def test_an_empty_record_does_not_say_that_nothing_happened() -> None:
    told = " ".join(said("timeline", "FJI", "--kind", "event", *ON).split())
    assert "no entry of its own for Fiji" in told and "An empty record does not mean" in told
