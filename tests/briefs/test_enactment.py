"""The document of a bill: what it changes, the sales by year and purchaser, and the memo on one page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from mnna.answers.enact import EnactAnswer, FigureChange, ProvisionChange, ValueChange, enact
from mnna.answers.enacted_cases import CaseUnder, YearUnder
from mnna.briefs import enactment as tables
from mnna.briefs.enactment import document, memo, title
from mnna.present.document import plain
from mnna.present.terminal import to_text
from mnna.present.wording import NOTHING


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


FIGURE = FigureChange(
    "36b-mde", "the threshold of AECA 36(b)", 14, 30, None, "22 USC 2776(b)(1)", "H.R. 1 s. 2", "x", "high", ""
)
YEAR = YearUnder("KOR", 2020, 3, 300, 1, 100, 0, 0, 1, 50)


def test_figures_that_change_alike_share_a_row() -> None:
    other = replace(FIGURE, parameter="36c-mde", phrase="the threshold of AECA 36(c)", law="22 USC 2776(c)(1)")
    apart = replace(FIGURE, parameter="36b-days", confidence="low", note="Not read")
    made = tables.figures_table([FIGURE, other, apart], short=False)
    assert plain(made.rows[0].cells[0]) == "The threshold of AECA 36(b) and 36(c)"
    assert plain(made.rows[0].cells[3]) == "22 USC 2776(b)(1); 22 USC 2776(c)(1); H.R. 1 s. 2"
    assert "Low confidence. Not read." in str(plain(made.rows[1].cells[3]))
    assert plain(tables.figures_table([FIGURE], short=True).rows[0].cells[3]) == "H.R. 1 s. 2"


def test_questions_that_change_alike_share_a_row() -> None:
    change = ValueChange("mde", 14_000_000, 30_000_000, ("MEX", "COL"))
    made = tables.provisions_table([ProvisionChange(id_, id_, "22 USC 1", (change,)) for id_ in ("one", "two")])
    (row,) = made.rows
    assert plain(row.cells[0]) == "Colombia and Mexico"
    assert plain(row.cells[1]) == "Major defense equipment, $14 million becomes $30 million."
    assert plain(row.cells[2]) == "One (22 USC 1); two (22 USC 1)."


def test_only_what_happens_has_a_column() -> None:
    assert [column.id for column in tables.by_year([YEAR]).columns] == ["year", "notices", "usd", "escape", "undecided"]
    made = tables.buyers_table([YEAR])
    assert plain(made.rows[0].cells[-1]) == "2020: 1" and plain(made.rows[0].cells[2]) == "1 ($100)"
    assert not tables.buyers_table([YearUnder("KOR", 2020, 3, 300, 0, 0, 0, 0, 0, 0)]).rows


def test_many_countries_are_counted() -> None:
    assert tables.whom(("MEX",) * 41) == "41 countries and organizations"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, ("4 May 2020", "Colombia, Mexico: Boats", "Number 20-1.", "$5 million", "Major defense equipment: none.")),
        ({"recipients": ("MEX",)}, ("Mexico: Boats",)),
        ({"mde_usd": None}, ("Major defense equipment: not stated.",)),
        ({"mde_usd": 4}, ("Major defense equipment: $4.",)),
        ({"total_usd": None}, ("Not stated",)),
        ({"total_usd": 0}, ("$0",)),
        ({"emergency": True}, ("An emergency waived the waiting period.",)),
        ({"notified_on": None}, (NOTHING,)),
        ({"thresholds": {"mde": 14, "total": None}}, ("$14.",)),
    ],
)
def test_each_part_of_a_case_is_told_where_it_is_known(changed: dict[str, object], told: tuple[str, ...]) -> None:
    usual = CaseUnder("20-1", ("COL", "MEX"), "fms", date(2020, 5, 4), 0, 5_000_000, "Boats", False, {}, "", ())
    cells = " | ".join(_words(plain(cell)) for cell in tables._case(replace(usual, **changed)))  # type: ignore[arg-type]
    assert all(part in cells for part in told), cells
    assert ("An emergency" in cells) == (changed.get("emergency") is True)


def _words(told: object) -> str:
    """The text of a cell in JSON: its pieces in a row."""
    pieces = told.values() if isinstance(told, dict) else told
    return pieces if isinstance(pieces, str) else "".join(map(_words, pieces))  # type: ignore[call-overload]
