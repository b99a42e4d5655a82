"""The document of a bill: what it changes, the sales by year and purchaser, and the memo on one page."""

from __future__ import annotations

from pathlib import Path

import pytest

from mnna.answers.enact import EnactAnswer, enact
from mnna.briefs.enactment import document, memo, title
from mnna.present.terminal import to_text


@pytest.fixture(scope="module")
def korea() -> EnactAnswer:
    return enact("H.R. 3613", "KOR")


def test_the_title_counts_what_would_have_escaped_and_what_cannot_be_told(korea: EnactAnswer) -> None:
    cases = korea.cases
    assert title(korea) == (
        f"If H.R. 3613 were law: {len(cases.escape)} of {cases.notices} notices to South Korea would not have gone to "
        f"Congress and for {len(cases.undecided)} it is not known"
    )


def test_the_sections_hold_the_law_the_years_and_every_list(korea: EnactAnswer) -> None:
    made = document(korea)
    assert [one.id for one in made.sections] == [
        "years", "buyers", "figures", "provisions", "escape", "undecided", "limits",
    ]  # fmt: skip
    assert made.section("escape").count == len(korea.cases.escape)
    told = " ".join(to_text(made, 100).split())
    assert "Major defense equipment, $25 million becomes $55 million" in told
    assert "whole" not in made.section("limits").heading and "47(6)" in told and "The record is not complete." in told


def test_the_memo_is_set_for_one_page(korea: EnactAnswer) -> None:
    made = memo(korea)
    assert made.one_page and [one.id for one in made.sections] == ["years", "buyers", "figures", "limits"]


def test_a_bill_that_was_not_read_is_not_called_harmless() -> None:
    told = to_text(document(enact("H.R. 4779")), 100)
    assert "not known, since its text was not read" in told and "no notice can be put to it" in told.replace("\n", " ")


def test_a_bill_that_names_a_status_says_whom_it_speaks_of() -> None:
    told = " ".join(to_text(document(enact("S. 596")), 100).split())
    assert "It speaks of those that hold the status “Major non-NATO ally (FAA 517)”: Argentina" in told


def test_an_amount_that_was_not_read_is_said(registry: object) -> None:
    told = to_text(document(enact("H.R. 3138", "GBR")), 100)
    assert "Under the bill: not read" in told and "an amount not read" in told


def test_a_draft_that_lowers_a_threshold_adds_cases(tmp_path: Path) -> None:
    path = tmp_path / "draft.toml"
    path.write_text('title = "A draft"\nparameter = "36b-mde-nato-plus"\nvalue = 14_000_000\n')
    made = document(enact(path))
    assert (
        made.title.startswith("If “A draft” were law: none of 769 notices") and "other cases would have" in made.title
    )
    assert made.section("added").count and "Would come" in to_text(made, 100)
