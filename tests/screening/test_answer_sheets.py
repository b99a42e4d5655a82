"""Answers as a workbook: verdicts in words and color, real numbers and days, and nothing that a sheet would run."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from mnna.errors import BadQuestion
from mnna.screening import answer_sheets, screen
from mnna.screening.output_columns import OUTPUT
from tests.golden import kept
from tests.present.reading import sheet_lines

TEXT = (
    'recipient,channel,total_usd,on,"=note()"\n'
    "KEN,fms,60000000,2024-06-01,=1+1\n"
    "GBR,fms,60000000,2024-06-01,007\n"
    "Freedonia,fms,1.50,7 March 2024,12345678901234567890\n"
)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("sheets")
    (folder / "in.csv").write_text(TEXT, encoding="utf-8")
    found = screen(folder / "in.csv", folder / "out.xlsx", command="mnna screen in.csv -o out.xlsx")
    assert found.out == str(folder / "out.xlsx")
    return openpyxl.load_workbook(folder / "out.xlsx")


def test_the_answers_stand_beside_the_rows_with_words_colors_and_filters(book: Any) -> None:
    sheet = book["Answers"]
    heads, *rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert heads == ["recipient", "channel", "total_usd", "on", "'=note()", *OUTPUT]
    assert [row[5] for row in rows] == ["Notify", "Not known", "Could not be read"]
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref == f"A1:{sheet.cell(1, len(heads)).coordinate[:-1]}4"
    fills = [sheet.cell(number, 6).fill.fgColor.rgb for number in (2, 3, 4)]
    assert len(set(fills)) == 3


def test_numbers_and_days_are_real_and_texts_stay_as_they_are(book: Any) -> None:
    rows = [list(row) for row in book["Answers"].iter_rows(min_row=2, values_only=True)]
    assert rows[0][2:5] == [60_000_000, datetime(2024, 6, 1), "'=1+1"]
    assert rows[1][2:5] == [60_000_000, datetime(2024, 6, 1), "007"]
    assert rows[2][2:5] == ["1.50", "7 March 2024", "12345678901234567890"]
    assert rows[0][7] == 50_000_000 and rows[0][8] == 30
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_the_sheet_of_answers_as_it_is(book: Any) -> None:
    kept(Path(__file__).with_name("golden") / "answers.xlsx.txt", "\n".join(sheet_lines(book["Answers"])))


def test_the_summary_and_the_sources_have_sheets_of_their_own(book: Any) -> None:
    said = {str(cell) for row in book["Summary"].iter_rows(values_only=True) for cell in row if cell is not None}
    for words in ("How the file was read", "What would settle the unknowns", "Rows that could not be read"):
        assert words in said
    cells = [cell for row in book["Sources"].iter_rows() for cell in row if cell.value is not None]
    assert "mnna screen in.csv -o out.xlsx" in {cell.value for cell in cells}
    links = [cell.hyperlink.target for cell in cells if cell.hyperlink]
    assert links and all(link.startswith("https://") for link in links)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("5", 5), ("-0.5", -0.5), ("0", 0), ("1.10", "1.10"), ("-0", "-0"), ("1e6", "1e6"), ("+5", "+5"),
        ("2024-02-30", "2024-02-30"), ("2024-02-29", date(2024, 2, 29)), ("0.1234567", "0.1234567"), (7, 7), ("", ""),
    ],
)  # fmt: skip
def test_a_text_becomes_a_number_or_day_only_without_loss(cell: Any, value: Any) -> None:
    assert answer_sheets._value(cell) == value and type(answer_sheets._value(cell)) is type(value)


def test_more_than_a_sheet_holds_is_refused_and_what_was_there_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in.csv").write_text(TEXT, encoding="utf-8")
    (tmp_path / "out.xlsx").write_text("earlier", encoding="utf-8")
    monkeypatch.setattr(answer_sheets, "MOST_ROWS", 2)
    with pytest.raises(BadQuestion, match=r"a sheet holds 2 rows, and there are 3.*\.parquet"):
        screen(tmp_path / "in.csv", tmp_path / "out.xlsx")
    assert (tmp_path / "out.xlsx").read_text(encoding="utf-8") == "earlier" and len(list(tmp_path.iterdir())) == 2
