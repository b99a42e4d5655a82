"""Write a document as Markdown: tables with pipes, pictures linked or described in words, and all text escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote as percent

from mnna.present import document as doc
from mnna.present import wording
from mnna.present.findings import Laid, lay_out
from mnna.present.inline import Inline, links, runs
from mnna.present.plain import clean, one_line

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>|#~$&"})
_OPENING = re.compile(r"^(\s*)([-+=:]|\d{1,9}(?=[.)]))")


NO_FILES: Mapping[str, str] = {}
"""The empty `files` of a document: no picture has a file."""


def to_markdown(
    document: doc.Document, cite: doc.CiteAddress = doc.no_address, files: Mapping[str, str] = NO_FILES
) -> str:
    """Return the document as Markdown, with a line end at the end; only links to other web sites are kept.

    `files` has the file name of each picture by its id. A picture without a file is described in words, and the last
    line says so.
    """
    parts = [part for part in _parts(document, cite) if part]
    pictures = [block for section in document.sections for block in section.blocks if isinstance(block, doc.Picture)]
    for one in pictures:
        if one.id in files:
            at = parts.index(_picture(one))
            parts.insert(at, f"![{escaped(one.title).strip()}](<{percent(files[one.id])}>)")
    if any(one.id not in files for one in pictures):
        parts.append(escaped(wording.IN_WORDS))
    return "\n\n".join(parts) + "\n"


def escaped(text: str) -> str:
    """Return the text in one line, escaped so that Markdown prints it unchanged, even at the start of a line."""
    marked = one_line(text).translate(_MARKS)
    return _OPENING.sub(_shielded, marked)


def _shielded(found: re.Match[str]) -> str:
    """Return the match with a backslash, so that it does not start a list, a rule or a heading."""
    return f"{found[1]}{found[2]}\\" if found[2].isdigit() else f"{found[1]}\\{found[2]}"


def _parts(document: doc.Document, cite: doc.CiteAddress) -> Iterator[str]:
    yield f"# {escaped(document.title).strip()}"
    yield _wrapped("*", document.subtitle)
    yield from (f"**{_text(said, cite).strip()}**" for said in document.lead)
    for number, section in document.counted():
        yield f"{'#' * min(section.level + 1, 6)} {number}{escaped(section.heading).strip()}"
        for block in section.blocks:
            yield from _block(block, cite)
    if document.notes or document.stamp:
        yield "---"
    yield from (_text(note, cite).strip() for note in document.notes)
    if document.stamp:
        yield f"{escaped(wording.stamp(document.stamp))}. {wording.SAME_STAMP}"


def _block(block: doc.Block, cite: doc.CiteAddress) -> Iterator[str]:
    match block:
        case doc.Paragraph(said, marked):
            yield f"**{_text(said, cite).strip()}**" if marked else _text(said, cite).strip()
        case doc.Items():
            yield _wrapped("**", block.title)
            yield "\n".join(f"- {_text(item, cite).strip()}" for item in block.items)
        case doc.Table():
            yield _wrapped("*", block.caption)
            rows = [[escaped(column.title) for column in block.columns]]
            rows += [["---:" if column.number else "---" for column in block.columns]]
            rows += [[_cell(cell, cite) for cell in row.cells] for row in block.rows]
            yield "\n".join(f"| {' | '.join(cell.strip() for cell in cells)} |" for cells in rows)
        case doc.Facts():
            yield _wrapped("**", block.title)
            yield "\n".join(f"- **{escaped(label).strip()}:** {_text(value, cite)}" for label, value in block.items)
        case doc.Notice(said, title):
            lead = f"**{escaped(title).strip()}.** " if title.strip() else ""
            yield f"> {lead}{_text(said, cite).strip()}"
        case doc.Quote():
            words = [escaped(line) for _, line in block.lines]
            source = f"{_cited(block.citation, cite)}{escaped(block.dated)}"
            yield "\n>\n".join(f"> {line}" for line in (_wrapped("**", block.heading), *words, source) if line)
        case doc.Code(code, title):
            yield _wrapped("**", title)
            yield _fenced(code)
        case doc.Picture():
            yield _picture(block)
        case doc.TreeBlock(tree):
            yield "\n".join(_tree(tree, cite))
        case doc.FindingBlock() | doc.Change():
            yield from _finding(lay_out(block), cite)


def _picture(picture: doc.Picture) -> str:
    words = (f"*{escaped(picture.title).strip()}.*", escaped(picture.alt).strip(), escaped(picture.caption).strip())
    return " ".join(filter(None, words))


def _wrapped(mark: str, text: str) -> str:
    inside = escaped(text).strip()
    return f"{mark}{inside}{mark}" if inside else ""


def _cell(cell: doc.Cell, cite: doc.CiteAddress) -> str:
    match cell:
        case doc.Said(head, body):
            return f"**{_text(head, cite).strip()}** {_text(body, cite)}" if body else _text(head, cite)
        case doc.Lines(items):
            return doc.listed(_text(item, cite) for item in items)
        case _:
            return _text(cell, cite)


def _fenced(code: str) -> str:
    longest = max((len(found) for found in re.findall("`+", code)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{clean(code)}\n{fence}"


def _finding(laid: Laid, cite: doc.CiteAddress) -> Iterator[str]:
    yield f"**{escaped(laid.turn)}:** {escaped(laid.question).strip()} ({escaped(laid.id).strip()})"
    yield escaped(laid.reason).strip()
    lines = [f"- **{escaped(label)}:** {escaped(value)}" for label, value in laid.terms]
    lines += [f"- **{escaped(told.title)}:** {_text(item, cite)}" for told in laid.told for item in told.items]
    cited = "; ".join(_text(one, cite) for one in laid.citations)
    lines += [f"- **{wording.CITATIONS}:** {cited}"] if cited else []
    lines += [f"- {escaped('. '.join(laid.notes))}"] if laid.notes else []
    yield "\n".join(lines)
    if laid.tree:
        yield f"{wording.WHY}:"
        yield "\n".join(_tree(laid.tree, cite))


def _tree(node: Mapping[str, Any], cite: doc.CiteAddress, depth: int = 0) -> Iterator[str]:
    cited = f" \\[{_cited(node['citation'], cite)}\\]" if node.get("citation") else ""
    yield f"{'  ' * depth}- {escaped(wording.says(node)).strip()}{cited}"
    for below in node.get("of", ()):
        yield from _tree(below, cite, depth + 1)


def _text(found: doc.Text, cite: doc.CiteAddress) -> str:
    return "".join(escaped(piece) if isinstance(piece, str) else _inline(piece, cite) for piece in runs(found))


def _inline(piece: Inline, cite: doc.CiteAddress) -> str:
    match piece:
        case doc.Link(words, address):
            return _link(words, address)
        case doc.Cite(citation):
            return _cited(citation, cite)
        case doc.Command(code) if "`" not in code and "|" not in code and code.strip() == code != "":
            return f"`{one_line(code)}`"
        case _:
            return escaped(doc.spelled(piece))


def _cited(citation: str, cite: doc.CiteAddress) -> str:
    return "; ".join(_link(one.text, one.address) for one in links(citation, cite))


def _link(words: str, address: str) -> str:
    if not address.startswith(("https://", "http://")):
        return escaped(words)
    return f"[{escaped(words)}](<{percent(address, safe=_SAFE)}>)"


_SAFE = "%/:?#[]@!$&'()*+,;=~-._"
