"""Fill empty cells with the text above them, for tables whose merged cells were lost on export."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from mnna.errors import BadQuestion
from mnna.screening.columns import column_of, plain_fields
from mnna.screening.text_files import filled_in

LONGEST_CELL = 1 << 24


def lay_filled(path: Path, names: Sequence[str], mark: str, wanted: Iterable[str], out: IO[str]) -> tuple[str, ...]:
    """Write a copy of the text file to `out` with the empty cells of the `wanted` columns filled in; return notes on
    it.

    A column is named by its heading or its role. An empty row stays empty. Raises `BadQuestion` for an unknown column,
    and for a file whose quotation marks do not close.
    """
    places = [names.index(column_of(one, names, plain_fields(), "fill-down")) for one in wanted]
    counts = dict.fromkeys(places, 0)
    with _long_cells(), path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file, delimiter=mark, strict=True)
        try:
            csv.writer(out, delimiter=mark).writerows(_filled(rows, counts))
        except (csv.Error, UnicodeError) as error:
            wrong = f"its rows cannot be told apart to fill cells in ({error})"
            raise BadQuestion(f"the file {path.name}", wrong, (), "Correct it, or leave --fill-down out.") from None
    return tuple(filled_in(names[place], count, "empty") for place, count in counts.items())


@contextmanager
def _long_cells() -> Iterator[None]:
    """Allow cells of up to `LONGEST_CELL` characters, and restore Python's global limit afterwards."""
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _filled(rows: Iterator[list[str]], counts: dict[int, int]) -> Iterator[list[str]]:
    """Yield the rows with the empty cells in the columns of `counts` filled in, and add to `counts` how many were."""
    above = dict.fromkeys(counts, "")
    yield next(rows, [])
    for row in rows:
        if any(cell.strip() for cell in row):
            for place in counts:
                if place < len(row) and row[place].strip():
                    above[place] = row[place]
                elif place < len(row) and above[place]:
                    row[place] = above[place]
                    counts[place] += 1
        yield row
