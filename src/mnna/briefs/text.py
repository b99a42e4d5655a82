"""The brief for a terminal: wrapped text, tables as one paragraph to a row."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from mnna.briefs.document import Block, Brief, Cell, Column, Items, Link, Paragraph, Picture, Row, Said, Table


def to_text(brief: Brief, width: int = 100) -> str:
    """The brief as text of that many columns, without an end of line at the end."""
    return "\n".join(_lines(brief, width))


def _lines(brief: Brief, width: int) -> Iterator[str]:
    yield brief.title.upper()
    yield from _wrap(brief.subtitle, width)
    for said in brief.bottom_line:
        yield ""
        yield from _wrap(said, width)
    for index, section in enumerate(brief.sections, 1):
        yield f"\n{index}. {section.title.upper()}"
        for block in section.blocks:
            yield from _block(block, width)
    yield ""
    yield from _wrap(brief.checked, width)
    stamp = dict(brief.stamp)
    yield f"law {stamp['law']} · facts {stamp['facts']} · mnna {stamp['version']}"


def _block(block: Block, width: int) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from _wrap(block.text, width, "  ")
    elif isinstance(block, Items):
        yield from [f"  {block.title}"] if block.title else []
        for item in block.items:
            yield from _wrap(f"- {_link(item)}", width, "  ", "    ")
    elif isinstance(block, Table):
        yield f"\n  {block.caption}"
        for row in block.rows:
            yield from _row(row, block.columns, width)
    elif isinstance(block, Picture):
        yield from _wrap(f"[{block.title}] {block.alt}", width, "  ")


def _row(row: Row, columns: tuple[Column, ...], width: int) -> Iterator[str]:
    yield from _wrap(_cell(row.cells[0]), width, "  * ", "      ")
    for column, cell in zip(columns[1:], row.cells[1:], strict=True):
        yield from _wrap(f"{column.title}: {_cell(cell)}", width, "      ", "        ")


def _cell(cell: Cell) -> str:
    if isinstance(cell, Said):
        return f"{cell.head}. {cell.body}" if cell.body else cell.head
    return ("; " if any(link.address for link in cell) else " ").join(link.text for link in cell)


def _link(link: Link) -> str:
    return f"{link.text} {link.address}".rstrip()


def _wrap(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    after = first if rest is None else rest
    return textwrap.wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=after,
        break_on_hyphens=False,
        break_long_words=False,
    )
