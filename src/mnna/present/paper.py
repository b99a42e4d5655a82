"""What all forms on paper share: the papers, which rows may be parted, and a title for the foot of a page."""

from __future__ import annotations

import re
from typing import Literal

from mnna.present.document import Cell, Column, Lines, Row, Said, spelled

Paper = Literal["letter", "a4"]
PAPERS: tuple[Paper, ...] = ("letter", "a4")

_LONG = 6000
"""From so many letters in a cell, were it as wide as the page, a row may be parted between pages."""


_LINE, _GAP = 92.0, 2.0
"""So many wide letters of a table fit the width of a page, and as many are lost at the edges of a column."""

_PARTS = re.compile(r"[\s-]")
"""Where a line may end without a hyphen."""


def parted(row: Row, columns: tuple[Column, ...]) -> bool:
    """Whether a row is so tall that it may be parted between two pages."""
    whole = sum(column.share for column in columns)
    return any(_letters(cell) * whole / column.share > _LONG for cell, column in zip(row.cells, columns, strict=True))


def narrow(row: Row, columns: tuple[Column, ...]) -> list[int]:
    """The places of the cells with a word that is wider than its column, so that it has to be hyphenated."""
    whole = sum(column.share for column in columns)
    rooms = (_LINE * column.share / whole - _GAP for column in columns)
    cells = zip(row.cells, rooms, strict=True)
    return [place for place, (cell, room) in enumerate(cells) if max(map(len, _PARTS.split(_words(cell)))) > room]


def _letters(cell: Cell) -> int:
    return len(_words(cell))


def _words(cell: Cell) -> str:
    match cell:
        case Lines(items):
            return "\n".join(map(spelled, items))
        case Said(head, body):
            return f"{spelled(head)}\n{spelled(body)}"
        case _:
            return spelled(cell)


def short(title: str, most: int = 40) -> str:
    """A title for the foot of a page: whole words up to that many letters."""
    return title if len(title) <= most else f"{title[:most].rpartition(' ')[0] or title[:most]} …"
