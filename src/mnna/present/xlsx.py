"""Write Excel workbooks with real numbers and days, links and colored verdicts, and without formulas.

    write_workbook(path, sheets)        any sheets, row by row, in constant memory
    to_xlsx(document, cite)             a document: its rows on one sheet, its text on another

Column headings, if a sheet has them, are frozen and have filters.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, nullcontext, suppress
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

from mnna._version import NAME
from mnna.errors import extra
from mnna.present import csv
from mnna.present import document as doc
from mnna.present.inline import Link, runs
from mnna.present.plain import clean
from mnna.present.terminal import section_lines
from mnna.quick import QuickTuple

MOST_ROWS = 1_048_575
"""The most rows of a sheet, without the headings."""
MOST_COLUMNS = 16_384
LONGEST = 32_767
"""The most characters of a cell."""
LINE, HIGHEST = 15, 405
"""The height of a line, and the most that a row may have, in points."""
LETTER = 1
"""The number by which Excel knows the paper."""
EXACT = 10**15
"""The size from which Excel rounds whole numbers."""
WORDY = ("because", "because_today", "claim", "question", "citations")
"""The columns of sentences, which are made wide."""

LOOKS: Mapping[str, Mapping[str, Any]] = {
    "yes": {"bg_color": "#FBE5CF", "font_color": "#6B3300", "bold": True},
    "no": {"bg_color": "#DFF0DF", "font_color": "#174A1F", "bold": True},
    "unknown": {"bg_color": "#ECECEC", "font_color": "#3A3A3A", "bold": True},
    "error": {"bg_color": "#F8D9D9", "font_color": "#7A0C0C", "bold": True},
    "title": {"bold": True, "font_size": 14},
    "heading": {"bold": True, "bg_color": "#E8EDF4", "border": 0},
    "link": {"font_color": "#0B5394", "underline": 1},
    "day": {"num_format": "yyyy-mm-dd", "align": "left"},
    "time": {"num_format": "yyyy-mm-dd hh:mm:ss", "align": "left"},
    "whole": {"num_format": "#,##0"},
    "amount": {"num_format": "#,##0.00"},
    "plain": {},
    "wrapped": {"text_wrap": True},
}
"""The formats of cells by name; a colored cell always has the word for its color."""


class Looked(QuickTuple):
    """A text with the name of its format in `LOOKS`."""

    text: str
    look: str


Cell = None | bool | int | float | Decimal | date | str | Link | Looked


class Head(QuickTuple):
    """A column: its heading and its width in characters; `wrapped` breaks long texts into several lines."""

    title: str
    width: float = 14
    wrapped: bool = False


class Sheet(QuickTuple):
    """A sheet: its name, its columns and its rows, which are read one at a time.

    If `filtered` is false, it has neither headings nor filters.
    """

    name: str
    heads: tuple[Head, ...]
    rows: Iterable[Sequence[Cell]]
    filtered: bool = True


def write_workbook(path: Path | IO[bytes], sheets: Iterable[Sheet], about: Mapping[str, str] | None = None) -> None:
    """Write the sheets to a workbook; `about` has the properties of the file (title, subject, comments).

    Raise `CannotAnswer` if the Excel library is not installed.
    """
    with extra("office", "writing a workbook"):
        import xlsxwriter  # noqa: F401
    with new_workbook(path, ROW_BY_ROW) as book:
        book.set_properties({"author": NAME, **(about or {})})
        looks = {name: book.add_format({"valign": "top", **how}) for name, how in LOOKS.items()}
        for sheet in sheets:
            _write_sheet(book.add_worksheet(sheet.name[:31]), sheet, looks)


ROW_BY_ROW = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""The options of a workbook that is written row by row."""


@contextmanager
def new_workbook(path: Path | IO[bytes], options: Mapping[str, Any] | None = None) -> Iterator[Any]:
    """Yield a new workbook, which is written at the end; raises `OSError` where it cannot be."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    target = _Target(path.open("wb")) if isinstance(path, Path) else nullcontext(path)
    with target as file, TemporaryDirectory(ignore_cleanup_errors=True) as parts:
        try:
            with closing(Workbook(file, {**(options or {}), "tmpdir": parts})) as book:
                yield book
        except FileCreateError as error:  # its text is that of the error of the system, which says nothing of the file
            raise error.__context__ or error from None


class _Target:
    """A file that takes no more after its first failure or its end: `zipfile` writes on when it is cleared away."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._over = False

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
        self._over = True

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._file, name)
        return partial(self._tried, found) if callable(found) else found

    def _tried(self, method: Callable[..., Any], *given: object) -> Any:
        try:
            return 0 if self._over else method(*given)
        except OSError:
            self._over = True
            with suppress(OSError):
                self._file.close()
            raise


def _write_sheet(page: Any, sheet: Sheet, looks: Mapping[str, Any]) -> None:
    for number, head in enumerate(sheet.heads):
        page.set_column(number, number, head.width, looks["wrapped"] if head.wrapped else None)
    set_page(page, sheet.filtered)
    if sheet.filtered:
        page.freeze_panes(1, 0)
        for number, head in enumerate(sheet.heads):
            page.write_string(0, number, _text(head.title), looks["heading"])
    put = _Writer(page, looks, [looks["wrapped" if head.wrapped else "plain"] for head in sheet.heads])
    wrapped = [(number, head.width) for number, head in enumerate(sheet.heads) if head.wrapped]
    at = 1
    for at, row in enumerate(sheet.rows, int(sheet.filtered)):
        if (lines := _most_lines(row, wrapped)) > 1:
            page.set_row(at, min(lines * LINE, HIGHEST))
        for number, cell in enumerate(row):
            if cell is not None:
                put.cell(at, number, cell)
    if sheet.filtered and sheet.heads:
        page.autofilter(0, 0, at, len(sheet.heads) - 1)


def _most_lines(row: Sequence[Cell], wrapped: Iterable[tuple[int, float]]) -> int:
    """Return how many lines the longest wrapped cell takes; not every program works out the height of a row."""
    cells = ((row[number], width) for number, width in wrapped if number < len(row))
    texts = ((str(getattr(cell, "text", cell)).split("\n"), width) for cell, width in cells if cell is not None)
    return max((sum(math.ceil(len(part) / width) or 1 for part in parts) for parts, width in texts), default=1)


def set_page(page: Any, headed: bool) -> None:
    """Set how a sheet is printed: as wide as a page; with headings in landscape, and the headings on each page."""
    page.set_paper(LETTER)
    page.fit_to_pages(1, 0)
    if headed:
        page.set_landscape()
        page.repeat_rows(0)


class _Writer:
    """A writer of the cells of one sheet, each by its type; a text is never written as a formula."""

    def __init__(self, page: Any, looks: Mapping[str, Any], plain: Sequence[Any]) -> None:
        self.page, self.looks, self.plain = page, looks, plain
        self.kinds: dict[type, Callable[[int, int, Any], object]] = {
            str: self.text, bool: page.write_boolean, int: self.number, float: self.number, Decimal: self.decimal,
            date: self.day, datetime: self.day, Looked: self.looked, Link: self.link,
        }  # fmt: skip

    def cell(self, row: int, column: int, cell: Cell) -> None:
        """Write a cell by its type; a value of an unknown type is written as text."""
        self.kinds.get(type(cell), self.text)(row, column, cell)

    def text(self, row: int, column: int, cell: object) -> None:
        """Write a text, or a value of another type as text, in the format of its column."""
        look = self.plain[column] if column < len(self.plain) else None
        self.page.write_string(row, column, _text(str(cell)), look)

    def number(self, row: int, column: int, cell: float) -> None:
        """Write a number; a number that Excel would round is written as text, and NaN leaves the cell empty."""
        if -EXACT < cell < EXACT:
            self.page.write_number(row, column, cell, self.looks["whole" if cell == int(cell) else "amount"])
        elif not math.isnan(cell):
            self.text(row, column, cell)

    def decimal(self, row: int, column: int, cell: Decimal) -> None:
        """Write a decimal as a number if a float prints the same value, else as text; NaN leaves the cell empty."""
        if Decimal(repr(float(cell))) == cell:
            self.number(row, column, float(cell))
        elif not cell.is_nan():
            self.text(row, column, cell)

    def day(self, row: int, column: int, cell: date) -> None:
        """Write a day, or a date and time; as ISO text if it is before 1900, where sheets begin, or has a time zone."""
        if cell.year < 1900 or (isinstance(cell, datetime) and cell.tzinfo is not None):
            return self.text(row, column, cell)
        self.page.write_datetime(row, column, cell, self.looks["time" if isinstance(cell, datetime) else "day"])

    def looked(self, row: int, column: int, cell: Looked) -> None:
        """Write a text in its own format."""
        self.page.write_string(row, column, _text(cell.text), self.looks[cell.look])

    def link(self, row: int, column: int, cell: Link) -> None:
        """Write a link to a web page; a link with any other address is written as text."""
        if cell.address.startswith(("https://", "http://")):
            self.page.write_url(row, column, cell.address, self.looks["link"], _text(cell.text)[:255])
        else:
            self.text(row, column, cell.text)


def _text(text: str) -> str:
    """Return a text that fits a cell and is no formula; a text that is too long is cut, with a remark at its end."""
    safe = csv.harmless(text)
    if len(safe) <= LONGEST // 2:  # a letter beyond the first plane counts twice
        return safe
    cut = f" [cut: {len(safe):,} characters]"
    return safe if len(safe.encode("utf-16-le")) <= 2 * LONGEST else safe[: LONGEST // 2 - len(cut)] + cut


def to_xlsx(
    document: doc.Document, cite: doc.CiteAddress = doc.no_address, rows: Sequence[Mapping[str, str]] | None = None
) -> bytes:
    """Return the document as a workbook with two sheets: "Rows", if there are any, and "Text".

    `rows` replace the rows of its tables and findings. Raise `CannotAnswer` if the Excel library is not installed.
    """
    out = io.BytesIO()
    found = list(csv.rows(document)) if rows is None else rows
    names = list(dict.fromkeys(name for row in found for name in row))
    heads = tuple(Head(name, 40 if name in WORDY else 18, True) for name in names)
    sheet = Sheet("Rows", heads, ([clean(row.get(name, "")) or None for name in names] for row in found))
    write_workbook(out, [*([sheet] if found else []), text_sheet("Text", document, cite)], {"title": document.title})
    return out.getvalue()


def text_sheet(name: str, document: doc.Document, cite: doc.CiteAddress) -> Sheet:
    """Return a sheet with all the text of a document in order: titles, tables, lists, and citations as links."""
    blocks = [block for section in document.sections for block in section.blocks]
    rows = [
        [_cell(cell, cite) for cell in row.cells] for one in blocks if isinstance(one, doc.Table) for row in one.rows
    ]
    wide = {at for row in rows for at, cell in enumerate(row) if len(str(getattr(cell, "text", cell))) > NARROW}
    heads = (Head("", 45, True) if number in wide else Head("", 16) for number in range(1, 6))
    return Sheet(name, (Head("", 70, True), *heads), _lines(document, cite), False)


NARROW = 24
"""The longest text, in characters, for which a narrow column of a sheet of text is wide enough."""


def _lines(document: doc.Document, cite: doc.CiteAddress) -> Iterator[Sequence[Cell]]:
    yield [Looked(document.title, "title")]
    yield from ([document.subtitle],) if document.subtitle else ()
    yield from ([doc.spelled(said)] for said in document.lead)
    for section in document.sections:
        yield []
        yield [Looked(section.heading, "heading")]
        for block in section.blocks:
            yield from _block(block, cite)
    yield from ([doc.spelled(note)] for note in document.notes)
    yield from ([f"{name}: {value}"] for name, value in document.stamp)


def _block(block: doc.Block, cite: doc.CiteAddress) -> Iterator[Sequence[Cell]]:
    match block:
        case doc.Table(caption, columns, rows):
            yield from ([caption],) if caption else ()
            yield [Looked(column.title, "heading") for column in columns]
            yield from ([_cell(cell, cite) for cell in row.cells] for row in rows)
        case doc.Facts(items):
            yield from ([label, _cell(value, cite)] for label, value in items)
        case doc.Items(items):
            yield from ([_cell(item, cite)] for item in items)
        case doc.Paragraph(text) | doc.Notice(text):
            yield [doc.spelled(text), *_links(text, cite)]
        case _:
            lines = section_lines(doc.Section("", "", (block,)), 10_000)
            yield from ([line.strip()] for line in lines if line.strip("- \n"))


def _links(text: doc.Text, cite: doc.CiteAddress) -> Iterator[Link]:
    """Yield the links of a text to other web sites, for the cells after it, because a cell can have only one link."""
    for run in runs(text):
        match run:
            case doc.Cite(said) if address := cite(said):
                yield Link(said, address)
            case Link(_, address) if address.startswith("https://"):
                yield run


def _cell(cell: doc.Cell, cite: doc.CiteAddress) -> Cell:
    """Return a cell of a document as a number, a colored verdict or a link if it is only that, else as its words."""
    match cell:
        case doc.Said(head, body):
            return doc.in_a_line(doc.spelled(head), doc.spelled(body))
        case doc.Lines(items):
            return "; ".join(map(doc.spelled, items))
    pieces = runs(cell)
    if len(pieces) != 1:
        return doc.spelled(cell)
    match pieces[0]:
        case doc.Number(value, words):
            return words if value is None else value
        case doc.Verdict(value, _):
            return Looked(doc.spelled(cell), value)
        case doc.Cite(text):
            return Link(text, cite(text))
        case Link() as link:
            return link
        case _:
            return doc.spelled(cell)
