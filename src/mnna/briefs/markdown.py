"""The brief as plain Markdown: tables with pipes, pictures in words."""

from __future__ import annotations

from collections.abc import Iterator

from mnna.briefs.document import Block, Brief, Cell, Items, Link, Paragraph, Picture, Said, Table

_ESCAPED = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|#"})


def to_markdown(brief: Brief) -> bytes:
    """The brief as Markdown, in UTF-8, with an end of line at the end."""
    return ("\n".join(_lines(brief)) + "\n").encode()


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {_plain(brief.title)}"
    yield f"\n*{_plain(brief.subtitle)}*"
    for said in brief.bottom_line:
        yield f"\n**{_plain(said)}**"
    for index, section in enumerate(brief.sections, 1):
        yield f"\n## {index}. {_plain(section.title)}"
        for block in section.blocks:
            yield ""
            yield from _block(block)
    stamp = dict(brief.stamp)
    yield f"\n---\n\n{_plain(brief.checked)} Law `{stamp['law']}`, facts `{stamp['facts']}`, mnna {stamp['version']}."


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield f"**{_plain(block.text)}**" if block.marked else _plain(block.text)
    elif isinstance(block, Items):
        yield from _items(block)
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Picture):
        yield f"*{_plain(block.title)}.* {_plain(block.alt)}"


def _items(block: Items) -> Iterator[str]:
    if block.title:
        yield f"**{_plain(block.title)}**\n"
    for item in block.items:
        yield f"- {_link(item)}"


def _table(table: Table) -> Iterator[str]:
    yield f"*{_plain(table.caption)}*\n"
    yield _row([_plain(column.title) for column in table.columns])
    yield _row(["---"] * len(table.columns))
    for row in table.rows:
        yield _row([_cell(cell) for cell in row.cells])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    if isinstance(cell, Said):
        return f"**{_plain(cell.head)}** {_plain(cell.body)}" if cell.body else _plain(cell.head)
    return ("; " if any(link.address for link in cell) else " ").join(_link(link) for link in cell)


def _link(link: Link) -> str:
    return f"[{_plain(link.text)}](<{link.address}>)" if link.address else _plain(link.text)


def _plain(text: str) -> str:
    return text.translate(_ESCAPED)
