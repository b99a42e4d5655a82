"""Convert the sheet of a workbook that holds the cases to CSV, with notes on what had to be decided."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from itertools import islice
from pathlib import Path
from typing import IO, Any

from mnna.errors import BadQuestion, alike
from mnna.screening.read_options import ReadOptions
from mnna.screening.text_files import IN_TWO, UNREADABLE, bad_file, filled_in, not_read, noted, units_in
from mnna.screening.title_rows import DEEP, FAIR, SURE, heading_row, joined
from mnna.screening.workbooks import AS_CSV, Marks, currencies, damaged, marks, opened_workbook

MOST_ROWS = 200_000
"""The most rows that are read of a sheet; a larger table must be a CSV file."""


@dataclass(slots=True)
class Table:
    """A sheet whose headings were found: their row (from 0), first column (from 0), texts, and number of rows.

    `filled` and `shared` count merged cells by heading. `merged` is from `_carried`, and `held` has the texts of the
    visible cells for the rows below.
    """

    sheet: Any
    at: int
    first: int
    headings: list[str]
    deep: int = 1
    filled: Counter[str] = field(default_factory=Counter)
    shared: Counter[str] = field(default_factory=Counter)
    merged: dict[tuple[int, int], int] = field(default_factory=dict)
    held: dict[tuple[int, int], str] = field(default_factory=dict)


def lay_sheet(path: Path, options: ReadOptions, out: IO[str]) -> tuple[tuple[str, ...], frozenset[str]]:
    """Write the sheet that holds the cases as CSV to `out`; return notes, and the units of money above the headings.

    Raises `BadQuestion` if no sheet or several fit, and for a sheet that cannot be read without loss.
    """
    with opened_workbook(path) as book:
        try:
            table, said = _chosen(book, path, options)
            found = marks(table.sheet)
            if found.unsaved is not None:
                asked, wrong = f"the sheet {table.sheet.title!r} of {path.name}", "has no saved value"
                do = "Open the workbook in Excel or LibreOffice, save it, and give that."
                raise BadQuestion(asked, f"the formula in {found.unsaved} {wrong}", (), do)
            table.merged = _carried(found)
            _write(table, path, out)
            above = [" ".join(map(_text, row)) for row in islice(_rows(table.sheet), table.at)]
        except (KeyError, ValueError, *UNREADABLE, SyntaxError) as error:
            raise damaged(path, error) from None
    return (*said, *_about(table, found)), units_in(above)


def _chosen(book: Any, path: Path, options: ReadOptions) -> tuple[Table, tuple[str, ...]]:
    sheets = {one.title: one for one in book.worksheets}
    if (name := options.sheet) is not None:
        if name not in sheets:
            near = alike(name, sheets, 3, 0.6) or list(sheets)
            raise BadQuestion(f"--sheet {name}", f"the workbook {path.name} has no such sheet", near, "")
        return _fit(sheets[name], options, FAIR) or _lone(sheets[name], path, options), ()
    shown = [one for one in book.worksheets if one.sheet_state == "visible"]
    hidden = [one.title for one in book.worksheets if one.sheet_state != "visible"]
    fit: list[Table] = []
    for enough in (SURE, FAIR):
        fit = fit or [table for one in shown if (table := _fit(one, options, enough)) is not None]
    if len(fit) > 1:
        names = [f"--sheet {one.sheet.title!r}" for one in fit]
        raise bad_file(path, f"{len(fit)} sheets hold cases", "Say which one.", names)
    if not fit and len(shown) != 1:
        do = "Name the columns recipient, channel, total_usd and on."
        raise bad_file(
            path, "none of its sheets has headings of cases", do, [f"--sheet {one.title!r}" for one in shown]
        )
    table = fit[0] if fit else _lone(shown[0], path, options)
    said = [f"the sheet “{table.sheet.title}” is read"] if len(sheets) > 1 else []
    said += [f"the hidden sheet “{one}” is not read" for one in hidden]
    return table, tuple(said)


def _fit(sheet: Any, options: ReadOptions, enough: int) -> Table | None:
    """Return the table of a sheet with known headings, or None."""
    skip = options.skip or 0
    first = list(islice(_rows(sheet), skip, skip + DEEP))
    at = heading_row([[_text(cell) for cell in row] for row in first], options.wanted, enough)
    if at is None:
        return None
    table = _table(sheet, at + skip, first[at])
    below = [_text(cell) for row in first[at + 1 : at + 2] for cell in row[table.first :]]
    both = joined(table.headings, below, options.wanted)
    return replace(table, headings=both, deep=2) if both else table


def _lone(sheet: Any, path: Path, options: ReadOptions) -> Table:
    """Return the only sheet with its first row as headings, so that the user can name the columns with `--map`."""
    skip = options.skip or 0
    first = next(islice(_rows(sheet), skip, None), None)
    if first is None:
        asked = f"the sheet {sheet.title!r} of {path.name}"
        raise BadQuestion(asked, "it is empty", (), "Choose another with --sheet.")
    return _table(sheet, skip, first)


def _table(sheet: Any, at: int, row: Sequence[Any]) -> Table:
    texts = [" ".join(_text(cell).split()) for cell in row]
    used = [place for place, text in enumerate(texts) if text]
    return Table(sheet, at, used[0], texts[used[0] : used[-1] + 1])


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    """Return the rows that have a cell that is not empty."""
    return (row for _, row in _numbered(sheet))


def _numbered(sheet: Any) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield the rows with a cell that is not empty, each with its number from 1.

    An amount in another currency is text.
    """
    sheet.reset_dimensions()  # what a file says of its size is often wrong
    signs = currencies(sheet.parent)
    for number, row in enumerate(sheet.iter_rows(values_only=not signs), 1):
        values = tuple(_signed(cell, signs) for cell in row) if signs else row
        if any(cell is not None and cell != "" for cell in values):
            yield number, values


def _signed(cell: Any, signs: Mapping[int, str]) -> Any:
    """Return the value of a cell; a number formatted in another currency gets the sign of that currency."""
    value, sign = cell.value, signs.get(getattr(cell, "_style_id", 0))
    return f"{_text(value)} {sign}" if sign and _is_number(value) else value


def _write(table: Table, path: Path, out: IO[str]) -> None:
    writer = csv.writer(out)
    writer.writerow(table.headings)
    for count, (number, row) in enumerate(_numbered(table.sheet)):
        if count - table.at - table.deep >= MOST_ROWS:
            raise bad_file(path, f"the sheet {table.sheet.title!r} has more than {MOST_ROWS:,} rows", AS_CSV)
        if count >= table.at + table.deep:
            writer.writerow(_cells(table, number, row))


def _cells(table: Table, number: int, row: Sequence[Any]) -> list[str]:
    """Return the cells of a row as text, a merged cell with the text of the visible cell of its range."""
    width, cells, held = len(table.headings), [], table.held
    for place, cell in enumerate(row[table.first :]):
        top, text = table.merged.get((number, table.first + place + 1)), _text(cell)
        name = table.headings[place] if place < width else ""
        if top == number and _is_number(cell):
            table.shared[name] += 1
        elif top == number:
            held[top, place] = text
        elif top is not None and not text and held.get((top, place)):
            text = held[top, place]
            table.filled[name] += 1
        cells.append(text)
    while len(cells) > width and not cells[-1]:
        cells.pop()
    return cells + [""] * (width - len(cells))


def _is_number(cell: Any) -> bool:
    """Return whether a cell is a number. An amount merged over several rows belongs to them together, not to each."""
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)


def _carried(found: Marks) -> dict[tuple[int, int], int]:
    """Return, for each cell (row, column) in the first column of a merged range, the row of the visible cell."""
    from openpyxl.utils.cell import range_boundaries

    cells: dict[tuple[int, int], int] = {}
    for range_ in found.merged:
        column, top, _, bottom = range_boundaries(range_)
        if bottom > top:
            cells |= {(row, column): top for row in range(top, min(bottom, top + MOST_ROWS) + 1)}
    return cells


def _text(cell: Any) -> str:
    """Return a cell as text that reads back as the same value: days in ISO form, numbers to the last digit."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, datetime):
        return str(cell.date()) if cell.time() == time(0) else cell.isoformat(" ", "seconds")
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    return str(cell)


def _about(table: Table, found: Marks) -> tuple[str, ...]:
    merged = "merged over several rows, and counted in the first of them alone"
    shared = [
        note
        for name, count in table.shared.items()
        for note in noted(count, f"1 number of “{name}” is {merged}", f"{count:,} numbers of “{name}” are {merged}")
    ]
    return (
        *not_read(table.at, "row"),
        *((IN_TWO,) if table.deep > 1 else ()),
        *noted(found.hidden, "1 hidden row is read too", f"{found.hidden:,} hidden rows are read too"),
        *(filled_in(name, count, "merged") for name, count in table.filled.items()),
        *shared,
        *(("the macros of the workbook are ignored",) if found.macros else ()),
    )
