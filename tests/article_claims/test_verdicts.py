"""Rulings: a truth as a verdict, parts that add up to one, and days a claim cannot know."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from mnna.answers.data_context import evidence
from mnna.article_claims import statute_notes
from mnna.article_claims.verdicts import VERDICTS, Here, Ruling, Verdict, combined, ruling, shown, too_early

YES, PARTLY, NO, OPEN = VERDICTS


def test_a_truth_is_a_verdict_and_citations_are_said_once() -> None:
    assert [ruling(holds, "").verdict for holds in (True, False, None)] == [YES, NO, OPEN]
    assert ruling(True, "why", ["a", "", "b", "a"]).citations == ("a", "b")


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ((YES,), YES), ((NO, NO), NO), ((OPEN, OPEN), OPEN), ((PARTLY,), PARTLY), ((YES, NO), PARTLY),
        ((YES, NO, OPEN), PARTLY), ((YES, OPEN), OPEN), ((NO, OPEN), OPEN), ((PARTLY, OPEN), PARTLY),
    ],
)  # fmt: skip
def test_parts_add_up(parts: tuple[Verdict, ...], whole: Verdict) -> None:
    assert combined([Ruling(part, part) for part in parts]).verdict == whole


def test_the_order_of_the_parts_does_not_count_and_reasons_follow_one_another() -> None:
    for one, other in product(VERDICTS, repeat=2):
        found = combined([Ruling(one, "A.", ("x", "y")), Ruling(other, "B.", ("y",))])
        assert found.verdict == combined([Ruling(other, "B."), Ruling(one, "A.")]).verdict
        assert (found.because, found.citations) == ("A. B.", ("x", "y"))


def test_a_day_after_the_one_judged_as_of_is_too_early() -> None:
    here = Here(evidence(), statute_notes.embedded(), date(2024, 6, 1))
    assert too_early(here, None) is None and too_early(here, date(2024, 6, 1)) is None
    early = too_early(here, date(2024, 6, 2))
    assert early and early.verdict == OPEN and "2 June 2024 lies after 1 June 2024" in early.because


def test_a_figure_is_shown_with_its_unit_and_licence() -> None:
    figure = evidence().figures.figure("population", "MEX", 2020)
    told = shown(figure)
    assert (told["indicator"], told["country"], told["year"]) == ("population", "MEX", 2020)
    assert told["value"] == figure.value and told["unit"] and told["licence"] and told["state"] == figure.state
