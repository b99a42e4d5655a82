"""Layout rules shared by PDF and Word: papers, row splitting, hyphens, unbroken citations and the footer's title."""

from __future__ import annotations

import re
from typing import Literal

from mnna.present.document import Cell, Column, Lines, Row, Said, spelled

Paper = Literal["letter", "a4"]
SIZES: dict[Paper, tuple[float, float]] = {"letter": (8.5, 11.0), "a4": (210 / 25.4, 297 / 25.4)}
"""The width and height of each paper, in inches."""
PAPERS = tuple(SIZES)

_LONG = 6000
"""A row may be split between pages if a cell has more letters than this, scaled to the full width of the page."""

_LINE, _GAP = 92.0, 2.0
"""The number of wide letters that fit the width of a page, and the number lost at the edges of a column."""

_PARTS = re.compile(r"[\s-]")
"""The places where a line may end without an added hyphen."""

_UNBROKEN = re.compile(r"\b[0-9]+ (?:USC|CFR|FR|UST|UNTS|Stat\.) (?=[0-9])|\b(?:P\.L|div|s|art|cl)\. (?=[0-9A-Z])")
"""The parts of a citation that mean nothing without what follows, such as the title before a section of the Code."""


def unbroken(text: str) -> str:
    """Return the text with no-break spaces where no line may end inside a citation: `22 USC 2321k`, `art. II`."""
    return _UNBROKEN.sub(lambda found: found[0].replace(" ", "\u00a0"), text)


def parted(row: Row, columns: tuple[Column, ...]) -> bool:
    """Return whether a row is so tall that it may be split between two pages."""
    whole = sum(column.share for column in columns)
    cells = zip(row.cells, columns, strict=True)
    return any(len(_words(cell)) * whole / column.share > _LONG for cell, column in cells)


def narrow(row: Row, columns: tuple[Column, ...]) -> list[int]:
    """Return the indexes of the cells with a word that is wider than the column and has to be hyphenated."""
    whole = sum(column.share for column in columns)
    rooms = (_LINE * column.share / whole - _GAP for column in columns)
    cells = zip(row.cells, rooms, strict=True)
    return [place for place, (cell, room) in enumerate(cells) if max(map(len, _PARTS.split(_words(cell)))) > room]


def _words(cell: Cell) -> str:
    match cell:
        case Lines(items):
            return "\n".join(map(spelled, items))
        case Said(head, body):
            return f"{spelled(head)}\n{spelled(body)}"
        case _:
            return spelled(cell)


def short(title: str, most: int = 40) -> str:
    """Return a title for the page footer: cut after a whole word, with …, if it has more than `most` letters."""
    return title if len(title) <= most else f"{title[:most].rpartition(' ')[0] or title[:most]} …"
