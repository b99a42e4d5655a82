"""Workbooks: each kind of cell as itself, long texts cut with a word about it, and a whole document."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl

from mnna.present.document import Cite, Column, Document, Facts, Link, Number, Row, Section, Table, Verdict
from mnna.present.xlsx import LONGEST, Cell, Head, Looked, Sheet, to_xlsx, write_workbook

CELLS: list[Any] = [
    5, 2.5, True, Decimal("1.25"), Decimal("0.1234567890123456789"), 10**15, float("nan"), float("inf"), None,
    date(2024, 1, 2), date(1850, 1, 2), datetime(2024, 1, 2, 3, 4), datetime(2024, 1, 2, tzinfo=UTC), "=1+1",
    Looked("Notify", "yes"), Link("text", "https://example.org/a"), Link("none"),
]  # fmt: skip
READ = [
    5, 2.5, True, 1.25, "0.1234567890123456789", "1000000000000000", None, "inf", None, datetime(2024, 1, 2),
    "1850-01-02", datetime(2024, 1, 2, 3, 4), "2024-01-02 00:00:00+00:00", "'=1+1", "Notify", "text", "none",
]  # fmt: skip


def read(data: Path | bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data) if isinstance(data, bytes) else data)


def test_each_kind_of_cell_is_written_as_itself(tmp_path: Path) -> None:
    heads = tuple(Head(f"c{number}") for number in range(len(CELLS)))
    write_workbook(tmp_path / "a.xlsx", [Sheet("One", heads, [CELLS])], {"title": "A title"})
    book = read(tmp_path / "a.xlsx")
    assert [cell.value for cell in book["One"][2]] == READ and book.properties.title == "A title"
    page, paper = book["One"], book["One"].page_setup
    assert (page.page_setup.orientation, page.page_setup.fitToHeight, page.print_title_rows) == (
        "landscape",
        0,
        "$1:$1",
    )
    assert page.sheet_properties.pageSetUpPr.fitToPage and str(paper.paperSize) == "1"
    assert book["One"].freeze_panes == "A2" and book["One"]["P2"].hyperlink.target == "https://example.org/a"


def test_a_text_that_no_cell_holds_says_that_it_is_cut(tmp_path: Path) -> None:
    texts = ["x" * LONGEST, "x" * (LONGEST + 1), "\U0001f600" * 20_000]
    write_workbook(tmp_path / "a.xlsx", [Sheet("One", (Head("text"),), [[text] for text in texts])])
    whole, cut, wide = (row[0] for row in read(tmp_path / "a.xlsx")["One"].iter_rows(min_row=2, values_only=True))
    assert whole == texts[0] and cut.endswith("[cut: 32,768 characters]") and wide.endswith("[cut: 20,000 characters]")


def test_a_wrapped_text_has_room_for_its_lines(tmp_path: Path) -> None:
    rows: list[list[Cell]] = [["x" * 95, 1], ["x", 2], [Looked("a\nb", "yes"), 3], ["x" * 9_000, 4], [None, 5], []]
    write_workbook(tmp_path / "a.xlsx", [Sheet("One", (Head("text", 20, True), Head("n")), rows)])
    heights = read(tmp_path / "a.xlsx")["One"].row_dimensions
    assert [heights[at].height for at in range(2, 8)] == [75, None, 30, 405, None, None]


def test_a_document_is_rows_and_text() -> None:
    columns = (Column("what", "What"), Column("n", "Number", number=True), Column("v", "Answer"))
    table = Table("A caption", columns, (Row("a", ("first", Number(5, "five"), Verdict("no"))),))
    cited = Facts((("Law", Cite("22 USC 2776(b)")),))
    document = Document(title="Title", sections=(Section("s", "Section", (table, cited)),), stamp=(("law", "01"),))
    book = read(to_xlsx(document, lambda text: "https://example.org/law"))
    assert book.sheetnames == ["Rows", "Text"]
    assert [cell.value for cell in book["Rows"][2]][-3:] == ["first", "5", "no"]
    text = [[cell for cell in row if cell is not None] for row in book["Text"].iter_rows(values_only=True)]
    assert (
        ["first", 5, "No"] in text
        and ["Title"] in text
        and ["law: 01"] in text
        and ["What", "Number", "Answer"] in text
    )
    links = [cell.hyperlink.target for row in book["Text"].iter_rows() for cell in row if cell.hyperlink]
    assert links == ["https://example.org/law"]
    own = read(to_xlsx(document, rows=[{"id": "1", "claim": "=A1"}]))
    assert [[cell.value for cell in row] for row in own["Rows"]] == [["id", "claim"], ["1", "'=A1"]]


def test_a_column_of_sentences_is_wide_and_one_of_numbers_is_not() -> None:
    columns = (Column("n", "Number", number=True), Column("said", "Sentence"), Column("v", "Answer"))
    table = Table(
        "", columns, (Row("1", (Number(1, "1"), "A sentence that is longer than a cell. " * 3, Verdict("no"))),)
    )
    book = read(to_xlsx(Document(title="Title", sections=(Section("s", "Section", (table,)),))))
    assert [round(book["Text"].column_dimensions[name].width) for name in "ABC"] == [71, 46, 17]
