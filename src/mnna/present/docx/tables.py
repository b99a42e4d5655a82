"""Add tables to a Word file: the heading row is repeated on each page, and a row that fits on a page is not split."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Inches

from mnna.present.document import Column, Said, Table, Verdict, spelled
from mnna.present.docx.runs import BOLD, add_text, line
from mnna.present.docx.styles import TABLE

_LETTER = Inches(0.085)
"""The width of a bold letter in a wide font, so that no word of a heading or a verdict is broken."""


def widths(told: Table, width: int) -> list[int]:
    """Return the widths of the columns, in the unit of `width`.

    They follow the columns' shares, but each is wide enough for the longest word of its heading and verdicts, if
    possible.
    """
    whole = sum(column.share for column in told.columns)
    least = [_LETTER * _longest(told, at) + Inches(0.1) for at in range(len(told.columns))]
    given = [max(width * column.share / whole, need) for column, need in zip(told.columns, least, strict=True)]
    spare = sum(given) - width
    room = sum(one - need for one, need in zip(given, least, strict=True))
    if sum(given) <= width or room < spare:
        return [round(one * width / sum(given)) for one in given]
    return [round(one - spare * (one - need) / room) for one, need in zip(given, least, strict=True)]


def _longest(told: Table, at: int) -> int:
    """Return the number of letters of the longest word in a column's heading and verdicts, at most eleven."""
    first = (cell.head if isinstance(cell, Said) else cell for cell in (row.cells[at] for row in told.rows))
    verdicts = (spelled(one) for one in first if isinstance(one, Verdict))
    words = (word for text in (told.columns[at].title, *verdicts) for word in text.split())
    return min(11, max(map(len, words), default=1))


def add_table(document: Any, told: Table, width: int) -> Any:
    """Add a table with only its heading row to the file, and return it; `width` is the width of the page's text."""
    columns = told.columns
    table = document.add_table(1, len(columns))
    table.style, table.autofit = TABLE, False
    if told.caption:  # in the table's properties too, for screen readers
        table._tbl.tblPr.append(OxmlElement("w:tblCaption", {qn("w:val"): line(told.caption)}))
    for made, wide in zip(table.columns, widths(told, width), strict=True):
        made.width = Emu(wide)
    heads = table.rows[0]
    _row_says(heads, "w:cantSplit", "w:tblHeader")
    for column, cell in zip(columns, heads.cells, strict=True):
        paragraph = dressed(cell.paragraphs[0], column)
        paragraph.paragraph_format.keep_with_next = True
        add_text(paragraph._p, line(column.title), BOLD)
    return table


def add_row(table: Any, columns: Sequence[Column], parted: bool) -> Any:
    """Add an empty row to the table and return its cells; `parted` lets a long row be split between pages."""
    row = table.add_row()
    for cell, column in zip(row.cells, table.columns, strict=True):
        cell.width = column.width
    if not parted:
        _row_says(row, "w:cantSplit")
    return row.cells


def dressed(paragraph: Any, column: Column) -> Any:
    """Return the paragraph of a cell after setting its style; in a column of numbers it is aligned to the right."""
    paragraph._p.style = "TableText"
    if column.number:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return paragraph


def _row_says(row: Any, *names: str) -> None:
    for name in names:
        row._tr.get_or_add_trPr().append(OxmlElement(name))
