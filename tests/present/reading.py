"""How the tests read what the writers wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from hypothesis import strategies

from mnna.present.plain import clean


def bare(text: str) -> str:
    """The text without spaces, so that wrapping does not matter."""
    return "".join(clean(text).split())


class Read(HTMLParser):
    """The tags of a page in order, and what a reader sees or hears."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.given: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.given.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.text += data


NONCHARACTERS = [chr(code) for code in range(0x110000) if 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE]
"""Codes that stand for no letter; HTML forbids them, and the text of a PDF file is read here by way of HTML."""

ANY_TEXT = (
    strategies.text(
        strategies.characters(exclude_categories=("Cs", "Cc"), exclude_characters=NONCHARACTERS)
        | strategies.sampled_from("<>&\"'`*_[]()|#\\=+-@!~$.1: \n"),
        min_size=1,
        max_size=25,
    )
    .filter(lambda text: text not in ("none", "none recorded", "not applicable"))
    .filter(lambda text: text.strip("; \n") != "" and text.strip() != "")
)
"""Any text, rich in what the forms take for markup."""

ONE_LINE = ANY_TEXT.map(lambda text: " ".join(text.split())).filter(lambda text: text.strip("; "))


def sheet_lines(sheet: Any) -> Iterator[str]:
    """A sheet: what holds for all of it, its columns, and each cell with how it looks."""
    yield f"{sheet.title}: frozen at {sheet.freeze_panes}, filtered {sheet.auto_filter.ref}"
    for letter, column in sheet.column_dimensions.items():
        yield f"{letter}{'-' * (column.max - column.min)} is {column.width:.2f} wide, {looks(column)}"
    for cell in (cell for row in sheet.iter_rows() for cell in row if cell.value is not None):
        link = f" -> {cell.hyperlink.target}" if cell.hyperlink else ""
        yield f"{cell.coordinate} {cell.value!r}{link}, {looks(cell)}"


def looks(cell: Any) -> str:
    """The type, the ground, the lines, the format of numbers and how it wraps."""
    font, place = cell.font, cell.alignment
    color = font.color.rgb if font.color and font.color.type == "rgb" else ""
    type_ = f"{font.sz:g}{' bold' * bool(font.b)} {font.u or ''} {color}"
    lines = "".join(side for side in ("left", "right", "top", "bottom") if getattr(cell.border, side).style)
    return f"{type_} on {cell.fill.fgColor.rgb} {lines} {cell.number_format} {place.vertical} {bool(place.wrap_text)}"


def pages(pdf: bytes) -> int:
    """The number of pages of a PDF file of ours."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
