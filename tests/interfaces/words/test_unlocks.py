"""`unlocks` as people read it: how it stands, what alone would make it yes, and what would leave it open."""

from __future__ import annotations

import pytest

from mnna.answers.unlocks import unlocks
from mnna.interfaces.words.unlocks import title
from tests.interfaces.checks import fits
from tests.terminal import said

ON = ("--on", "2026-06-01")


@pytest.mark.parametrize("words", [["rdte-loans", "MEX"], ["rdte-loans", "COL"], ["restriction-arrears", "MMR"]])
def test_questions(words: list[str]) -> None:
    fits("unlocks", *words)


@pytest.mark.parametrize(
    ("authority", "country", "told"),
    [
        ("rdte-loans", "MEX", "3 single changes would make the answer yes for Mexico"),
        ("rdte-loans", "COL", "For Colombia the answer is yes already"),
        ("icc-protected-persons", "MEX", "No single change would make the answer yes for Mexico"),
        ("rdte-loans", "PHL", "For the Philippines the answer is yes already"),
    ],
)
def test_the_title_counts_the_changes(authority: str, country: str, told: str) -> None:
    assert title(unlocks(authority, country, "2026-06-01")) == told


def test_each_change_is_said_in_words() -> None:
    told = said("unlocks", "rdte-loans", "MEX", *ON)
    assert (
        "- Gain the status “NATO member”." in told and "Not allowed:" in told and "designate" not in told.split("(")[0]
    )
    settled = " ".join(said("unlocks", "icc-protected-persons", "COL", *ON).split())
    assert "Lose the status “" in settled and "This must be settled as: no." in settled


def test_none_is_said_and_the_law_s_own_ways_are_named() -> None:
    told = " ".join(said("unlocks", "icc-protected-persons", "MEX", *ON).split())
    assert "No single status or fact would do." in told
    assert "It is yes already." in said("unlocks", "rdte-loans", "COL", *ON)


def test_sets_of_changes_are_told_with_who_must_act() -> None:
    told = " ".join(said("unlocks", "icc-protected-persons", "MEX", *ON).split())
    assert "Smallest sets of changes (4)" in told
    assert "Gain the status “Major non-NATO ally (FAA 517)” (the President); lose the status “Party to the" in told
