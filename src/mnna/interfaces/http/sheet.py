"""An answer as a short document of headings, paragraphs, lists and tables: the source of its Markdown and its PDF."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a sheet: `kind` is `heading`, `text`, `list` or `table`; a table's first line is its head."""

    kind: str
    text: str = ""
    lines: tuple[tuple[str, ...], ...] = ()


@dataclass(slots=True)
class Sheet:
    """A title, a line under it, and blocks in order."""

    title: str
    under: str = ""
    blocks: list[Block] = field(default_factory=list)

    def heading(self, text: str) -> Sheet:
        """Add a heading."""
        self.blocks.append(Block("heading", text))
        return self

    def text(self, text: str) -> Sheet:
        """Add a paragraph; nothing where the text is empty."""
        if text:
            self.blocks.append(Block("text", text))
        return self

    def list(self, items: Iterable[str]) -> Sheet:
        """Add a list; nothing where there are no items."""
        found = tuple((item,) for item in items)
        if found:
            self.blocks.append(Block("list", lines=found))
        return self

    def table(self, head: Sequence[str], lines: Iterable[Sequence[object]]) -> Sheet:
        """Add a table; nothing where there are no lines."""
        found = tuple(tuple("" if cell is None else str(cell) for cell in line) for line in lines)
        if found:
            self.blocks.append(Block("table", lines=(tuple(head), *found)))
        return self

    def finding(self, one: Mapping[str, Any]) -> Sheet:
        """Add one finding of law: verdict, question, reason, steps, routes, needs and citations."""
        self.text(f"{one['verdict'].upper()} · {one['question']} ({one['id']})")
        self.text(one["because"])
        labels = (("steps", "still to do"), ("routes", "route"), ("needs", "would settle it"), ("presumes", "presumed"))
        self.list(f"{word}: {text}" for label, word in labels for text in one[label])
        stale = f" ({one['stale']})" if one["stale"] else ""
        return self.text(f"[{'; '.join(one['citations'])}]{stale}")

    def stamp(self, document: Mapping[str, Any]) -> Sheet:
        """Add the stamp that says which law and facts answered."""
        stamp = document["stamp"]
        return self.text(f"law {stamp['law']} · facts {stamp['facts']} · mnna {stamp['version']}")


def markdown(sheet: Sheet) -> str:
    """The sheet as Markdown; text is escaped, so that nothing in it turns into markup."""
    parts = [f"# {_plain(sheet.title)}"] + ([_plain(sheet.under)] if sheet.under else [])
    for block in sheet.blocks:
        if block.kind == "heading":
            parts.append(f"## {_plain(block.text)}")
        elif block.kind == "text":
            parts.append(_plain(block.text))
        elif block.kind == "list":
            parts.append("\n".join(f"- {_plain(line[0])}" for line in block.lines))
        else:
            parts.append(_table(block.lines))
    return "\n\n".join(parts) + "\n"


def _table(lines: tuple[tuple[str, ...], ...]) -> str:
    head, *body = [f"| {' | '.join(_plain(cell) for cell in line)} |" for line in lines]
    return "\n".join([head, "|" + " --- |" * len(lines[0]), *body])


_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>|#~$"})


def _plain(text: str) -> str:
    return " ".join(text.split()).translate(_MARKS)
