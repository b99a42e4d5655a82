"""Write a brief once for all tests that ask for it, and read parts of it."""

from __future__ import annotations

from functools import cache

from mnna.briefs import Brief
from mnna.briefs import brief as written
from mnna.present.document import Cell, Lines, Link, Picture, Said, Text, spelled

brief = cache(written)
"""A brief is a value: tests that ask alike read the same one."""


def said(made: Brief, section: str) -> str:
    return str(made.section(section).to_dict())


def picture(made: Brief, section: str) -> Picture:
    return next(block for block in made.section(section).blocks if isinstance(block, Picture))


def links(cell: Cell) -> list[Link]:
    """The links of a cell of lines."""
    assert isinstance(cell, Lines)
    return [line for line in cell.items if isinstance(line, Link)]


def lines(cell: Cell) -> list[str]:
    """The lines of a cell as plain text."""
    assert isinstance(cell, Lines)
    return [spelled(line) for line in cell.items]


def head(cell: Cell) -> Text:
    """What stands first in a cell."""
    assert not isinstance(cell, Lines)
    return cell.head if isinstance(cell, Said) else cell
