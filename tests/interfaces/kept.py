"""A document as lines of text: all that decides how it is printed, and no more rows than a reader of a test follows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from mnna.present import document as doc
from mnna.present.findings import lay_out
from mnna.present.inline import runs
from tests.golden import unstamped

FIRST, LAST = 4, 1
"""So many rows of a table or a list stand in full; those between are told by a digest."""


def lines(document: doc.Document) -> Iterator[str]:
    """The document, a line for each paragraph, column, row and item."""
    yield f"# {document.title} / {document.subtitle}{' (one page)' * document.one_page}"
    yield from (f"lead: {said(text)}" for text in document.lead)
    for number, section in document.counted():
        yield f"{'#' * (section.level + 1)} {section.id}: {number}{section.heading}{' (folded)' * section.folded}"
        for block in section.blocks:
            yield from _block(block)
    yield from (f"note: {said(text)}" for text in document.notes)


def said(text: doc.Text) -> str:
    """A text with its links, citations and verdicts marked as such."""
    return unstamped("".join(piece if isinstance(piece, str) else _inline(piece) for piece in runs(text)))


def _inline(piece: Any) -> str:
    told = doc.spelled(piece)
    match piece:
        case doc.Link(_, address):
            return f"[{told}]({address})"
        case doc.Number(value):
            return told if value is None else f"{told} = {rounded(value)}"
        case doc.Verdict(value, fits):
            return f"{told} = {value}, {fits}"
        case _:
            return f"<{told}>"


def rounded(value: Any) -> Any:
    """Figures to five digits, which are the same on every machine; all else as it is."""
    match value:
        case bool():
            return value
        case int() | float():
            return f"{value:.5g}"
        case str() | None:
            return value
        case Mapping():
            return {str(key): rounded(one) for key, one in value.items()}
        case Sequence():
            return [rounded(one) for one in value]
        case _:
            return str(value)


def digest(told: Any) -> str:
    """What stands for a long text or for many rows."""
    return sha256(json.dumps(rounded(told)).encode()).hexdigest()[:10]


def short(told: Sequence[str]) -> Iterator[str]:
    """The first lines and the last, and between them how many there are and their digest."""
    if len(told) <= FIRST + LAST + 1:
        yield from told
        return
    yield from told[:FIRST]
    yield f"  ... {len(told) - FIRST - LAST} more: {digest(told[FIRST:-LAST])}"
    yield from told[-LAST:]


def _block(block: doc.Block) -> Iterator[str]:
    match block:
        case doc.Table(caption, columns, rows):
            heads = (
                f"{one.title} ({one.id} {one.share:g}{' strong' * one.strong}{' number' * one.number})"
                for one in columns
            )
            yield f"table {caption!r} of {len(rows)}: {' | '.join(heads)}"
            yield from short([f"  {row.id}: {' | '.join(map(_cell, row.cells))}" for row in rows])
        case doc.Items(items, style, title):
            yield f"items {style} {title!r} of {len(items)}"
            yield from short([f"  - {said(one)}" for one in items])
        case doc.Facts(items, title):
            yield f"facts {title!r}"
            yield from short([f"  {label}: {said(value)}" for label, value in items])
        case doc.Paragraph(text, marked):
            yield f"{'marked' if marked else 'text'}: {said(text)}"
        case doc.Notice(text, title):
            yield f"notice {title!r}: {said(text)}"
        case doc.Picture():
            yield picture(block)
        case doc.FindingBlock() | doc.Change():
            laid = lay_out(block)
            yield f"finding {block.detail} {laid.id} {laid.turn}: {digest(_plain(laid))}"
        case _:
            told = _plain(block)
            yield f"{type(block).__name__.lower()} {str(told)[:100]!r} {digest(told)}"


def picture(drawn: doc.Picture) -> str:
    """A picture: its title, its words and its caption, and a digest of what is drawn."""
    shown = drawn.svg if drawn.spec is None else drawn.spec
    return f"picture {drawn.id} {drawn.title!r} {digest(shown)}: {drawn.alt} / {drawn.caption}"


def _cell(cell: doc.Cell) -> str:
    match cell:
        case doc.Said(head, body):
            return f"{said(head)} // {said(body)}"
        case doc.Lines(items):
            return " ; ".join(map(said, items))
        case _:
            return said(cell)


def _plain(value: Any) -> Any:
    """A block as lists and texts."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return unstamped(value) if isinstance(value, str) else value
