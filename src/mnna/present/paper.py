"""What all forms on paper share: the papers, which rows may be parted, and a title for the foot of a page."""

from __future__ import annotations

from typing import Literal

from mnna.present.document import Cell, Column, Lines, Row, Said, spelled

Paper = Literal["letter", "a4"]
PAPERS: tuple[Paper, ...] = ("letter", "a4")

_LONG = 6000
"""From so many letters in a cell, were it as wide as the page, a row may be parted between pages."""


def parted(row: Row, columns: tuple[Column, ...]) -> bool:
    """Whether a row is so tall that it may be parted between two pages."""
    whole = sum(column.share for column in columns)
    return any(_letters(cell) * whole / column.share > _LONG for cell, column in zip(row.cells, columns, strict=True))


def _letters(cell: Cell) -> int:
    match cell:
        case Lines(items):
            return sum(len(spelled(item)) for item in items)
        case Said(head, body):
            return len(spelled(head)) + len(spelled(body))
        case _:
            return len(spelled(cell))


def short(title: str, most: int = 40) -> str:
    """A title for the foot of a page: whole words up to that many letters."""
    return title if len(title) <= most else f"{title[:most].rpartition(' ')[0] or title[:most]} …"
