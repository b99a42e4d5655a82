"""Which row holds the headings: the first that names columns of a case."""

from __future__ import annotations

import pytest

from mnna.screening.title_rows import DEEP, SURE, heading_row, joined

HEADS = ["Country", "Total value (USD)", "Note"]


@pytest.mark.parametrize(
    ("rows", "at"),
    [
        ([HEADS], 0),
        ([["Cases of 2024", "", ""], HEADS], 1),
        ([["Country", "", ""], HEADS], 1),
        ([["($ in millions)", "", ""], HEADS], 1),
        ([["Kenya", "x"], ["Country", "y"]], 1),
        ([["$ in thousands for all items", "Aid"], ["TOTAL", "41613692"], ["Kenya", "5"]], None),
        ([["TOTAL", "41,613,692", "$2.50"]], None),
        ([["Country", "1950", "2021"]], 0),
        ([["Country", "Note", "$50"]], 0),
        ([["Country", "Total value (USD)", "$50", "60"]], None),
        ([["a", "b"], ["c", "d"]], None),
        ([[""]] * DEEP + [HEADS], None),
        ([], None),
    ],
)
def test_the_row_of_headings(rows: list[list[str]], at: int | None) -> None:
    assert heading_row(rows) == at


def test_headings_that_the_user_names_count() -> None:
    rows = [["Compiled", ""], ["Who", "How"], HEADS]
    assert heading_row([["Country"]], enough=SURE) is None and heading_row([HEADS], enough=SURE) == 0
    assert heading_row(rows, ["Who"]) == 1 and heading_row(rows, ["Who", "When"]) == 2


TOP = ["Country", "Channel", "Value (USD m)", "", "Date"]


@pytest.mark.parametrize(
    ("top", "below", "found"),
    [
        (HEADS, ["", "US$ millions"], ["Country", "Total value (USD) (US$ millions)", "Note"]),
        (HEADS, ["", "€m"], ["Country", "Total value (USD) (€m)", "Note"]),
        (["Country", "Value"], ["", "€ millions"], ["Country", "Value (€ millions)"]),
        (TOP, ["", "", "MDE", "Total", ""], ["Country", "Channel", "MDE (millions)", "Total (millions)", "Date"]),
        (TOP, ["", "", "MDE ($bn)", "Total"], ["Country", "Channel", "MDE ($bn)", "Total (millions)", "Date"]),
        (TOP, ["", "", "x", "y", ""], None),
        (TOP, ["Kenya", "FMS", "20", "60", "2024-06-01"], None),
        (TOP, ["", "", "", "", ""], None),
        (["Country", "Note"], ["MM", ""], None),
        (["Country", "Channel", "Value"], ["", "", "TBD"], None),
    ],
)
def test_headings_in_two_rows(top: list[str], below: list[str], found: list[str] | None) -> None:
    assert joined(top, below) == found


def test_headings_that_the_user_names_stay() -> None:
    assert joined(TOP, ["", "", "MDE", "Total", ""], ["Value (USD m)"]) is None
    assert joined(TOP, ["", "", "MDE", "Total", ""], ["Country"]) is not None
