"""Reading a small CSV table of the package, as a whole or, where an answer waits for it, line by line."""

from __future__ import annotations

import csv
import io
import os
from datetime import date

from mnna.errors import BadFacts
from mnna.quick import content


def table(path: str | os.PathLike[str]) -> list[dict[str, str]]:
    """Return the rows of a CSV table, each as a mapping from column to text; raises `ValueError` for a ragged row."""
    columns, *rows = csv.reader(io.StringIO(content(path).decode(), newline=""))
    return [dict(zip(columns, row, strict=True)) for row in rows if row]


def rows_of(path: str | os.PathLike[str], columns: str) -> list[list[str]]:
    """Return the rows of a table whose header is `columns`, quickly; no cell may contain the end of a line.

    Raises `BadFacts` for another header or a row of more or fewer cells.
    """
    header, *lines = map(bytes.decode, content(path).splitlines())
    if header != columns:
        raise BadFacts(f"{_name(path)} line 1", f"the columns are {header}", (), f"They must be exactly: {columns}.")
    rows = [line.split(",") if '"' not in line else cells(line) for line in lines]
    wanted = columns.count(",") + 1
    if {*map(len, rows)} - {wanted}:
        line, row = next((line, row) for line, row in enumerate(rows, 2) if len(row) != wanted)
        wrong = f"{len(row)} cells for {wanted} columns"
        raise BadFacts(f"{_name(path)} line {line}", wrong, (), "Quote cells that hold commas.")
    return rows


def _name(path: str | os.PathLike[str]) -> str:
    return os.path.basename(path)  # noqa: PTH119


def day(text: str) -> date:
    """Return a cell as a day; raises `ValueError` if it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is no day; write it as 2025-06-01") from None


def cells(line: str) -> list[str]:
    """Return the cells of one line of CSV, several times as fast as a reader of `csv` for most lines."""
    if '"' not in line:
        return line.split(",")
    before, *quoted = line.split('"')
    if len(quoted) != 2 or not before:  # not exactly one cell in quotation marks, or the first
        return next(csv.reader([line]))
    after = quoted[1][1:].split(",") if quoted[1] else []
    return [*before[:-1].split(","), quoted[0], *after]
