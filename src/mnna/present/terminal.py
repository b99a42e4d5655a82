"""Write a document for a terminal: wrapped text without color.

Tables are printed in columns if they have numbers and fit the width, else with one paragraph for each row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mnna.present import document as doc
from mnna.present import wording
from mnna.present.findings import Laid, lay_out
from mnna.present.inline import runs
from mnna.present.plain import clean, one_line

INDENT = "  "


def to_text(document: doc.Document, width: int = 100) -> str:
    """Return the document as text wrapped to `width` columns, without a line end at the end."""
    return "\n".join(_lines(document, width))


def section_lines(section: doc.Section, width: int, number: str = "") -> Iterator[str]:
    """Yield the lines of one section, for a command that prints sections one by one; `number` precedes the title."""
    title = f"{number}{section.heading}"
    yield ""
    yield from wrapped(title, width)
    if section.level == 1:
        yield "-" * min(len(title), width)
    for block in section.blocks:
        yield from _block(block, width)


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Return a paragraph as lines of at most `width` columns, except where one word is longer; no word is broken.

    `first` is the indent of the first line and `rest` that of the others, by default the same.
    """
    text = one_line(text).strip()
    lines, indent, start = [], first, 0
    while start < len(text):
        end = _line_end(text, start, max(width - len(indent), 0))
        lines.append(indent + text[start:end])
        start, indent = end + 1, first if rest is None else rest
    return lines


def _line_end(text: str, start: int, room: int) -> int:
    """Return the index where the line that starts at `start` ends: after the words that fit, at least one."""
    if len(text) <= start + room:
        return len(text)
    if (fits := text.rfind(" ", start, start + room + 1)) > 0:
        return fits
    return first if (first := text.find(" ", start)) > 0 else len(text)


def _lines(document: doc.Document, width: int) -> Iterator[str]:
    title = wrapped(document.title, width)
    yield from title
    yield "=" * max((len(line) for line in title), default=0)
    yield from wrapped(document.subtitle, width)
    for said in document.lead:
        yield ""
        yield from wrapped(doc.spelled(said), width)
    for number, section in document.counted():
        yield from section_lines(section, width, number)
    if document.notes or document.stamp:
        yield ""
    for note in document.notes:
        yield from wrapped(doc.spelled(note), width)
    if document.stamp:
        yield from wrapped(wording.stamp(document.stamp), width)


def _block(block: doc.Block, width: int) -> Iterator[str]:
    match block:
        case doc.Paragraph():
            yield from wrapped(doc.spelled(block.text), width, INDENT)
        case doc.Items():
            yield from wrapped(block.title, width, INDENT)
            for item in block.items:
                yield from wrapped(f"- {_addressed(item)}", width, INDENT, INDENT * 2)
        case doc.Table():
            yield from _table(block, width)
        case doc.Facts():
            yield from wrapped(block.title, width, INDENT)
            for label, value in block.items:
                yield from wrapped(f"{label}: {doc.spelled(value)}", width, INDENT, INDENT * 3)
        case doc.Notice():
            lead = f"{block.title}: " if block.title else ""
            yield from wrapped(f"{lead}{doc.spelled(block.text)}", width, "! ", INDENT)
        case doc.Quote():
            yield from wrapped(block.heading, width, INDENT)
            for deep, paragraph in block.lines:
                yield from wrapped(paragraph, width, f"{INDENT}| {' ' * deep}")
            yield from wrapped(f"[{block.citation}{block.dated}]", width, f"{INDENT}| ")
        case doc.Code():
            yield from wrapped(block.title, width, INDENT)
            yield from (f"{INDENT * 2}{line}".rstrip() for line in clean(block.text).splitlines())
        case doc.Picture():
            yield from wrapped(f"[{block.title}] {block.alt}", width, INDENT)
            yield from wrapped(block.caption, width, INDENT)
        case doc.TreeBlock():
            yield from _tree(block.tree, width, 1)
        case doc.FindingBlock() | doc.Change():
            yield from _finding(lay_out(block), width)


def _addressed(text: doc.Text) -> str:
    """Return a text followed by the web addresses of its links, unless the text already contains them."""
    found = [piece.address for piece in runs(text) if isinstance(piece, doc.Link) and piece.address.startswith("http")]
    return " ".join([doc.spelled(text), *(address for address in found if address not in doc.spelled(text))])


def _table(table: doc.Table, width: int) -> Iterator[str]:
    yield ""
    yield from wrapped(table.caption, width, INDENT)
    aligned = _aligned(table)
    if aligned and max(map(len, aligned)) <= width:
        yield from aligned
        return
    for row in table.rows:
        yield from wrapped(f"* {_cell(row.cells[0])}", width, INDENT, INDENT * 3)
        for column, cell in zip(table.columns[1:], row.cells[1:], strict=True):
            yield from wrapped(f"{column.title}: {_cell(cell)}", width, INDENT * 3, INDENT * 4)


def _aligned(table: doc.Table) -> list[str]:
    """Return the lines of a table in aligned columns, or no lines if the table has no column of numbers."""
    if not any(column.number for column in table.columns):
        return []
    rows = [[column.title for column in table.columns]]
    rows += [[clean(_cell(cell)) for cell in row.cells] for row in table.rows]
    wide = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    sides = [str.rjust if column.number else str.ljust for column in table.columns]
    lines = ([side(cell, w) for cell, w, side in zip(row, wide, sides, strict=True)] for row in rows)
    return [f"{INDENT}{'  '.join(line)}".rstrip() for line in lines]


def _cell(cell: doc.Cell) -> str:
    match cell:
        case doc.Said(head, body):
            return doc.in_a_line(doc.spelled(head), doc.spelled(body))
        case doc.Lines(items):
            return doc.listed(map(doc.spelled, items))
        case _:
            return doc.spelled(cell)


def _finding(laid: Laid, width: int) -> Iterator[str]:
    inside = INDENT * 3
    yield ""
    yield from wrapped(f"{laid.turn.replace('→', '->')}: {laid.question}", width, INDENT, inside)
    yield from wrapped(laid.reason, width, inside)
    if laid.terms:
        terms = "; ".join(f"{label}: {value}" for label, value in laid.terms)
        yield from wrapped(f"{wording.TERMS}: {terms}", width, inside, INDENT * 4)
    for told in laid.told:
        for item in told.items:
            yield from wrapped(f"{told.title}: {doc.spelled(item)}", width, inside, INDENT * 4)
    rests = "; ".join(doc.spelled(one) for one in laid.citations)
    yield from wrapped(". ".join(filter(None, (f"[{rests}]" * bool(rests), *laid.notes))), width, inside)
    yield from wrapped(f"({laid.id})", width, inside)
    if laid.tree:
        yield from wrapped(f"{wording.WHY}:", width, inside)
        yield from _tree(laid.tree, width, 4)


def _tree(node: Mapping[str, Any], width: int, depth: int) -> Iterator[str]:
    cited = f" [{node['citation']}]" if node.get("citation") else ""
    yield from wrapped(f"- {wording.says(node)}{cited}", width, INDENT * depth, INDENT * (depth + 1))
    for below in node.get("of", ()):
        yield from _tree(below, width, depth + 1)
