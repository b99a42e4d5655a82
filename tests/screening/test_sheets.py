"""The sheet that holds the cases: which one, where its headings stand, and what its cells say."""

from __future__ import annotations

import csv
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from mnna.errors import BadQuestion
from mnna.screening import row, screen, sheets
from tests.screening.office import HEAD, workbook

KENYA: list[Any] = ["Kenya", "FMS", 60000000, 20000000.5, datetime(2024, 3, 7)]


def out(path: Path, **how: Any) -> list[dict[str, str]]:
    goal = path.with_suffix(".csv")
    screen(path, goal, **how)
    with goal.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_workbook_is_read_as_offices_write_it(tmp_path: Path) -> None:
    rows = [["Cases of 2024"], [], HEAD, KENYA, [None, "FMS", 10000000, "#DIV/0!", datetime(2024, 3, 8, 14, 55)],
            [], ["Japan", "dcs", "$130,000,000", 26000000, "7 March 2024"], ["Total", None, 70000000]]  # fmt: skip
    path = workbook(tmp_path / "in.xlsx", ("Read me", [["notes"]]), ("calc", [HEAD]), ("FMS", rows), hidden="calc",
                    merged="A4:A5")  # fmt: skip
    found = out(path)
    assert [one["notify"] for one in found] == ["yes", "error", "yes", "error"]
    assert (found[0]["MDE (USD)"], found[0]["Date notified"], found[1]["Country"]) == (
        "20000000.5", "2024-03-07", "Kenya",
    )  # fmt: skip
    assert "'#DIV/0!': it is not an amount" in found[1]["because"] and "row of totals" in found[3]["because"]
    said = screen(path).said
    for words in (
        "the sheet “FMS” is read",
        "the hidden sheet “calc” is not read",
        "1 row above the headings is not read",
        "1 merged cell of “Country” is filled in with the text above",
    ):
        assert words in said
    assert row(path, 1).on == date(2024, 3, 7)


def test_a_merged_amount_is_not_each_rows_own(tmp_path: Path) -> None:
    rows = [HEAD, KENYA, ["Kenya", "FMS", None, 1, datetime(2024, 3, 7)]]
    path = workbook(tmp_path / "in.xlsx", ("a", rows), merged="C2:C3")
    assert [one["Total value (USD)"] for one in out(path)] == ["60000000", ""]
    told = "1 number of “Total value (USD)” is merged over several rows, and counted in the first of them alone"
    assert told in screen(path).said


def test_two_sheets_that_fit_are_not_chosen_between(tmp_path: Path) -> None:
    path = workbook(tmp_path / "in.xlsx", ("a", [HEAD, KENYA]), ("b", [HEAD, KENYA, KENYA]))
    with pytest.raises(BadQuestion, match=r"2 sheets hold cases.*sheet 'a' or sheet 'b'"):
        screen(path)
    assert screen(path, sheet="b").rows == 2
    with pytest.raises(BadQuestion, match=r"sheet c: the workbook in\.xlsx has no such sheet.*a or b"):
        screen(path, sheet="c")
    (text := tmp_path / "in.csv").write_text("recipient,channel\nKEN,fms\n", "utf-8")
    with pytest.raises(BadQuestion, match=r"sheet b: the file in\.csv is no workbook"):
        screen(text, sheet="b")


def test_a_sheet_of_unknown_headings_is_named_or_mapped(tmp_path: Path) -> None:
    rows = [["Note", ""], ["Who", "Way", "Sum", "", "When"], KENYA]
    path = workbook(tmp_path / "in.xlsx", ("x", [["a"]]), ("y", rows))
    with pytest.raises(BadQuestion, match="none of its sheets has headings of cases"):
        screen(path)
    found = screen(path, map={"recipient": "Who", "channel": "Way", "total": "Sum", "on": "When"})
    assert found.counts["yes"] == 1 and "1 row above the headings is not read" in found.said
    assert screen(path, sheet="y", skip=1, map={"recipient": "Who"}).rows == 1


def test_an_empty_sheet_and_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadQuestion, match=r"the sheet 'a' of in\.xlsx: it is empty"):
        screen(workbook(tmp_path / "in.xlsx", ("a", [])))
    assert screen(workbook(tmp_path / "in.xlsx", ("a", [HEAD]))).rows == 0
    monkeypatch.setattr(sheets, "MOST_ROWS", 2)
    assert screen(workbook(tmp_path / "in.xlsx", ("a", [HEAD, *[KENYA] * 2]))).rows == 2
    with pytest.raises(BadQuestion, match=r"the sheet 'a' has more than 2 rows.*Save the sheet as CSV"):
        screen(workbook(tmp_path / "in.xlsx", ("a", [HEAD, *[KENYA] * 3])))


def test_a_formula_that_was_never_computed_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "in.xlsx", ("a", [HEAD, ["Kenya", "FMS", "=30000000*2", 1, datetime(2024, 3, 7)]]))
    with pytest.raises(BadQuestion, match="the formula in C2 has no saved value"):
        screen(path)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""), (True, "yes"), (False, "no"), (5, "5"), (5.0, "5"), (0.1, "0.1"),
        (datetime(2024, 1, 2), "2024-01-02"),
        (datetime(2024, 1, 2, 3, 4), "2024-01-02 03:04:00"), (date(2024, 1, 2), "2024-01-02"), ("007", "007"),
    ],
)  # fmt: skip
def test_a_cell_as_text(cell: object, text: str) -> None:
    assert sheets._text(cell) == text


def test_a_unit_in_a_row_above_the_headings_counts(tmp_path: Path) -> None:
    head = ["Country", "Channel", "Total value", "Date notified"]
    rows: list[list[Any]] = [
        ["Aid by country"],
        ["(Dollars in thousands)"],
        head,
        ["Kenya", "FMS", 60000, datetime(2024, 3, 7)],
    ]
    found = screen(workbook(tmp_path / "in.xlsx", ("FMS", rows)))
    assert found.counts["yes"] == 1 and any("total_usd is in thousands" in one for one in found.said)


def test_headings_in_two_rows_and_hidden_rows_are_said(tmp_path: Path) -> None:
    top = ["Country", "Channel", "Value (USD)", None, "Date notified"]
    rows: list[list[Any]] = [["2024"], top, [None, None, "Total", "MDE"], KENYA, KENYA]
    path = workbook(tmp_path / "in.xlsx", ("FMS", rows), merged="C2:D2")
    book = openpyxl.load_workbook(path)
    book["FMS"].row_dimensions[5].hidden = True
    book.save(path)
    found = screen(path)
    assert found.counts["yes"] == found.rows == 2
    for words in ("the row below the headings is read as part of them", "1 hidden row is read too",
                  "1 row above the headings is not read"):  # fmt: skip
        assert words in found.said


@pytest.mark.parametrize(
    ("form", "verdict"),
    [
        ("#,##0.00 [$€-407]", "error"), ('"£"#,##0', "error"), ("[$CAD] #,##0", "error"), ("[$-409]#,##0", "yes"),
        ("[$$-409]#,##0.00", "yes"), ('_($* #,##0.0,,"M"_)', "yes"), ("[$US$] #,##0", "yes"), ("General", "yes"),
    ],
)  # fmt: skip
def test_a_number_that_shows_another_currency_is_no_amount_in_dollars(tmp_path: Path, form: str, verdict: str) -> None:
    path = workbook(tmp_path / "in.xlsx", ("FMS", [HEAD, KENYA]))
    book = openpyxl.load_workbook(path)
    for column in "CD":
        book["FMS"][f"{column}2"].number_format = form
    book.save(path)
    assert [one["notify"] for one in out(path)] == [verdict]
