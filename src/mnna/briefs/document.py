"""The shapes a brief is made of: sections of paragraphs, lists, tables and pictures, the same in every form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Link:
    """Some text, with the address of what it names or an empty address."""

    text: str
    address: str = ""

    def to_dict(self) -> dict[str, str]:
        """The link as JSON."""
        return {"text": self.text, "address": self.address}


@dataclass(frozen=True, slots=True)
class Said:
    """A few words that carry the cell, and the sentence that goes with them."""

    head: str
    body: str = ""

    def to_dict(self) -> dict[str, str]:
        """The cell as JSON."""
        return {"head": self.head, "body": self.body}


Cell = Said | tuple[Link, ...]
"""A cell says something, or lists things one to a line (citations, steps)."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its id in JSON, its heading, and its share of the width."""

    id: str
    title: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the id of what it is about (an authority, a status) and one cell for each column."""

    id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption that says what its rows have in common."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def to_dict(self) -> dict[str, Any]:
        """The table as JSON; each row is an object with `id` and a key for each column."""
        return {
            "kind": "table",
            "caption": self.caption,
            "columns": [{"id": c.id, "title": c.title, "share": c.share} for c in self.columns],
            "rows": [
                {"id": row.id} | {c.id: plain(cell) for c, cell in zip(self.columns, row.cells, strict=True)}
                for row in self.rows
            ],
        }


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of running text; `marked` sets it apart as a statement to be quoted whole."""

    text: str
    marked: bool = False

    def to_dict(self) -> dict[str, Any]:
        """The paragraph as JSON."""
        return {"kind": "paragraph", "text": self.text, "marked": self.marked}


@dataclass(frozen=True, slots=True)
class Items:
    """A list: one thing to a `line`, `small` for what is looked up rather than read, or all in one `run`."""

    items: tuple[Link, ...]
    style: str = "line"
    title: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The list as JSON."""
        return {
            "kind": "items",
            "items": [item.to_dict() for item in self.items],
            "style": self.style,
            "title": self.title,
        }


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as SVG with `alt`, the same in words, and a caption that says how to read it and its source."""

    id: str
    title: str
    alt: str
    caption: str
    svg: str

    def to_dict(self) -> dict[str, Any]:
        """The picture as JSON."""
        return {
            "kind": "picture",
            "id": self.id,
            "title": self.title,
            "alt": self.alt,
            "caption": self.caption,
            "svg": self.svg,
        }


Block = Paragraph | Items | Table | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief with a stable id."""

    id: str
    title: str
    blocks: tuple[Block, ...]

    def to_dict(self) -> dict[str, Any]:
        """The section as JSON."""
        return {"id": self.id, "title": self.title, "blocks": [block.to_dict() for block in self.blocks]}


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything about one country on one day, ready to be printed in any form.

    `bottom_line` is three sentences; `asked` the status whose gain or loss is weighed; `stamp` the content hashes of
    law and facts with the version; `checked` says in a sentence when both were last compared with their sources.
    """

    country: str
    name: str
    versus: str | None
    versus_name: str | None
    on: date
    asked: str
    title: str
    subtitle: str
    bottom_line: tuple[str, str, str]
    sections: tuple[Section, ...]
    checked: str
    stamp: tuple[tuple[str, str], ...]

    def to_dict(self) -> dict[str, Any]:
        """The brief as JSON: the same content that every other form prints."""
        return {
            "country": self.country,
            "name": self.name,
            "versus": self.versus,
            "versus_name": self.versus_name,
            "on": self.on.isoformat(),
            "status": self.asked,
            "title": self.title,
            "subtitle": self.subtitle,
            "bottom_line": list(self.bottom_line),
            "sections": [section.to_dict() for section in self.sections],
            "checked": self.checked,
            "stamp": dict(self.stamp),
        }

    def section(self, id_: str) -> Section:
        """The section of that id; raises `KeyError` where the brief has none."""
        found = {section.id: section for section in self.sections}
        return found[id_]


def plain(cell: Cell) -> Any:
    """A cell as JSON: text, an object of `head` and `body`, or a list of links."""
    if isinstance(cell, tuple):
        return [link.to_dict() for link in cell]
    return cell.to_dict() if cell.body else cell.head
