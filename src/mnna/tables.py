"""Reading a small CSV table of the package, as a whole or, where an answer waits for it, line by line."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from mnna.errors import BadFacts
from mnna.quick import content


def table(path: str | os.PathLike[str]) -> list[dict[str, str]]:
    """Return the rows of a CSV table, each as a mapping from column to text; raises `BadFacts` for a ragged row."""
    rows = csv.reader(io.StringIO(content(path).decode(), newline=""))
    columns = next(rows)
    return [dict(zip(columns, _whole(path, rows.line_num, row, len(columns)), strict=True)) for row in rows if row]


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
        for line, row in enumerate(rows, 2):
            _whole(path, line, row, wanted)
    return rows


def _whole(path: str | os.PathLike[str], line: int, row: list[str], wanted: int) -> list[str]:
    if len(row) != wanted:
        wrong = f"{len(row)} cells for {wanted} columns"
        raise BadFacts(f"{_name(path)} line {line}", wrong, (), "Quote cells that hold commas.")
    return row


def _name(path: str | os.PathLike[str]) -> str:
    return os.path.basename(path)  # noqa: PTH119


def day(text: str) -> date:
    """Return a cell as a day; raises `ValueError` if it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is no day; write it as 2025-06-01") from None


def rows_by_day(
    path: str | os.PathLike[str], columns: str, words: Mapping[str, Collection[str]] | None = None
) -> Iterator[tuple[date, Mapping[str, str]]]:
    """Yield the rows of a table in order of the days in its first column, each day with its row, from column to text.

    `words` has by column what its cells may be. Raises `BadFacts` for a word that is none of them, and for a day that
    is none or is not after that of the row above.
    """
    names, before = columns.split(","), date.min
    for line, found in enumerate(rows_of(path, columns), 2):
        row = dict(zip(names, found, strict=True))
        try:
            since = day(found[0])
            if since <= before:
                raise ValueError(f"it begins on {since}, not after the row above, which begins on {before}")
            for name, known in (words or {}).items():
                if row[name] not in known:
                    raise ValueError(f"{name} is {row[name]!r}, none of: {', '.join(one or 'empty' for one in known)}")
        except ValueError as error:
            raise BadFacts(f"{_name(path)} line {line}", str(error), (), "Correct the row.") from None
        before = since
        yield since, row


def cells(line: str) -> list[str]:
    """Return the cells of one line of CSV, several times as fast as a reader of `csv` for most lines."""
    if '"' not in line:
        return line.split(",")
    before, *quoted = line.split('"')
    if len(quoted) != 2 or not before:  # not exactly one cell in quotation marks, or the first
        return next(csv.reader([line]))
    after = quoted[1][1:].split(",") if quoted[1] else []
    return [*before[:-1].split(","), quoted[0], *after]
