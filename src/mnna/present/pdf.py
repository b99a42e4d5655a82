"""Write a document as a tagged PDF (PDF/UA-1), typeset by Typst with its built-in fonts.

The default paper is letter. No text is smaller than 9 points, and nothing is shrunk to fit. The file contains no date
and uses no system font, so the same document gives the same bytes on every machine.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from mnna.errors import extra
from mnna.present import document as doc
from mnna.present import wording
from mnna.present.findings import Laid, lay_out
from mnna.present.inline import Inline, Plain, links, runs
from mnna.present.paper import SIZES, Paper, narrow, parted, short, unbroken
from mnna.present.plain import clean, one_line

if TYPE_CHECKING:
    from typst import Compiler, Fonts

NAMES: dict[str, str] = {"letter": "us-letter", "a4": "a4"}
"""The Typst name of each paper."""

MARGINS = ((0.65, 0.8), (0.6, 0.7), (0.65, 0.95), (0.65, 1.1), (0.65, 1.25), (0.55, 0.6), (0.65, 1.4), (0.65, 1.6))
"""Pairs of top and bottom margin of a page, in inches, in the order in which they are tried."""

SOURCE = Path(__file__).with_name("assets") / "document.typ"
LEAST = 0.25
"""The least share of the last page that has to be filled, if there are several pages."""

STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1 requires tags, a language, a title and a description of every picture; else Typst writes no file."""

Run = str | Plain
"""Plain text, or an object with text that is a link, code or bold."""

Runs = str | list[Run]

_LATIN = re.compile(r"[^\n\t\x20-\x7e\xa0-\u017f\u2010-\u2014\u2018-\u201f\u2020-\u2022\u2026\u2192\u20ac]")


def to_pdf(document: doc.Document, cite: doc.CiteAddress = doc.no_address, paper: Paper = "letter") -> bytes:
    """Return the document as the bytes of a PDF file; `paper` is `letter` or `a4`.

    A character that the fonts lack (Chinese, Arabic) is printed as its code, `[U+65E5]`, because an empty box would not
    be accessible. Raise `CannotAnswer` if Typst is not installed.
    """
    with extra("brief", "a document in PDF"):
        import typst

    found = data(document, cite, paper)
    placed, compiler, _ = _placed(found, paper)
    try:
        return _typeset(compiler)
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
    return _typeset(_compiler(_replaced(placed)))


def _placed(found: Plain, paper: Paper) -> tuple[Plain, Compiler, tuple[int, float]]:
    """Return the data with margins, their compiler, and the number of pages with the filled share of the last one.

    The margins are the first that give one page or fill at least `LEAST` of the last, or else those that fill it most.
    Reuse of the compiler writes the file in a fifth of the time.
    """
    tried: list[tuple[Plain, Compiler, tuple[int, float]]] = []
    for top, bottom in MARGINS:
        placed = found | {"top": top, "bottom": bottom}
        compiler = _compiler(placed)
        count, filled = _ending(compiler, top, paper)
        tried.append((placed, compiler, (count, filled)))
        if count == 1 or filled >= LEAST:
            return tried[-1]
    return max(tried, key=lambda one: one[2][1])


def _ending(compiler: Compiler, above: float, paper: Paper) -> tuple[int, float]:
    """Return the number of pages, and the filled share of the last page's text area with the default margins."""
    end = json.loads(compiler.query("<end>", one=True))["value"]
    top, bottom = MARGINS[0]
    inches = float(end["y"].removesuffix("pt")) / 72 - above
    return int(end["page"]), inches / (SIZES[paper][1] - top - bottom)


def _compiler(found: Plain) -> Compiler:
    """Return the Typst compiler of the data; it lays the document out once and can be reused for queries and output."""
    import typst

    said = {"document": json.dumps(found, ensure_ascii=False)}
    return typst.Compiler(SOURCE.read_bytes(), font_paths=_fonts(), sys_inputs=said)


@cache
def _fonts() -> Fonts:
    """Return the fonts that come with Typst, without the system fonts."""
    import typst

    return typst.Fonts(include_system_fonts=False)


def data(document: doc.Document, cite: doc.CiteAddress = doc.no_address, paper: Paper = "letter") -> Plain:
    """Return the JSON that the Typst source prints: the document with every text split into runs."""
    write = _Writer(cite)
    return {
        "paper": NAMES[paper],
        "top": MARGINS[0][0],
        "bottom": MARGINS[0][1],
        "full_title": one_line(document.full_title),
        "title": one_line(document.title),
        "short_title": short(one_line(document.title)),
        "subtitle": one_line(document.subtitle),
        "numbered": document.numbered,
        "one_page": document.one_page,
        "lead": [write.text(said) for said in document.lead],
        "sections": [write.section(section) for section in document.sections],
        "notes": [write.text(note) for note in document.notes],
        "stamp": one_line(wording.stamp(document.stamp)),
        "same": wording.SAME_STAMP,
    }


def _typeset(compiler: Compiler) -> bytes:
    """Return the bytes of the PDF file; the source is passed again because the compiler forgets it after a query."""
    found = compiler.compile(SOURCE.read_bytes(), format="pdf", pdf_standards=STANDARD)
    assert isinstance(found, bytes)
    return found


def _replaced(found: Any) -> Any:
    """Return the data with non-Latin characters replaced by their codes, except in pictures and addresses."""
    if isinstance(found, str):
        return _LATIN.sub(lambda mark: f"[U+{ord(mark[0]):04X}]", found)
    if isinstance(found, list):
        return [_replaced(one) for one in found]
    if isinstance(found, dict):
        return {key: one if key in ("address", "svg") else _replaced(one) for key, one in found.items()}
    return found


class _Writer:
    """A converter of blocks to JSON for the Typst source; `cite` gives the addresses of citations."""

    def __init__(self, cite: doc.CiteAddress) -> None:
        self.cite = cite

    def section(self, section: doc.Section) -> Plain:
        """Return a section as JSON; a picture that is not its first block may float to the top or foot of a page."""
        blocks = [self.block(block) | {"floats": place > 0} for place, block in enumerate(section.blocks)]
        return {"title": one_line(section.heading), "level": section.level, "blocks": blocks}

    def block(self, block: doc.Block) -> Plain:
        match block:
            case doc.Paragraph(said, marked):
                return {"kind": "paragraph", "text": self.text(said), "marked": marked}
            case doc.Items(items, style, title):
                told = [self.text(item) for item in items]
                return {"kind": "items", "items": told, "style": style, "title": one_line(title)}
            case doc.Table():
                return self.table(block)
            case doc.Facts(facts, title):
                labeled = [{"label": one_line(label), "value": self.text(value)} for label, value in facts]
                return {"kind": "facts", "items": labeled, "title": one_line(title)}
            case doc.Notice(said, title):
                return {"kind": "notice", "text": self.text(said), "title": one_line(title)}
            case doc.Quote():
                lines = [one_line(line) for _, line in block.lines]
                source = [*self.cited(block.citation), *([_run(block.dated)] if block.dated else [])]
                return {"kind": "quote", "heading": one_line(block.heading), "lines": lines, "source": source}
            case doc.Code(code, title):
                return {"kind": "code", "text": clean(code), "title": one_line(title)}
            case doc.Picture():
                words = {name: one_line(getattr(block, name)) for name in ("title", "alt", "caption")}
                return {"kind": "picture", "svg": block.svg} | words
            case doc.TreeBlock(tree):
                return {"kind": "tree", "tree": self.branch(tree)}
            case doc.FindingBlock() | doc.Change():
                return self.finding(lay_out(block))

    def table(self, block: doc.Table) -> Plain:
        columns = [
            {"title": one_line(one.title), "share": one.share, "strong": one.strong, "number": one.number}
            for one in block.columns
        ]
        heads = narrow(doc.Row("", tuple(one.title for one in block.columns)), block.columns)
        rows = [self.row(row, block.columns) for row in block.rows]
        caption = one_line(block.caption)
        return {"kind": "table", "caption": caption, "columns": columns, "narrow": heads, "rows": rows}

    def row(self, row: doc.Row, columns: tuple[doc.Column, ...]) -> Plain:
        cells = [self.cell(cell) for cell in row.cells]
        return {"cells": cells, "long": parted(row, columns), "narrow": narrow(row, columns)}

    def cell(self, cell: doc.Cell) -> Plain | Runs:
        match cell:
            case doc.Lines(items):
                return {"kind": "lines", "items": [self.text(item) for item in items]}
            case doc.Said(head, body):
                return {"kind": "said", "head": self.text(head), "body": self.text(body)} if body else self.text(head)
            case _:
                return self.text(cell)

    def branch(self, node: Mapping[str, Any]) -> Plain:
        cited = [_run(" ["), *self.cited(node["citation"]), _run("]")] if node.get("citation") else []
        return {"says": [_run(wording.says(node)), *cited], "of": [self.branch(one) for one in node.get("of", ())]}

    def finding(self, laid: Laid) -> Plain:
        return {
            "kind": "finding",
            "verdict": one_line(laid.turn),
            "question": one_line(laid.question),
            "reason": one_line(laid.reason),
            "terms": [{"label": one_line(label), "value": one_line(value)} for label, value in laid.terms],
            "told": [{"title": told.title, "items": [self.text(one) for one in told.items]} for told in laid.told],
            "rests": self.rests(laid),
            "tree": self.branch(laid.tree) if laid.tree else None,
            "why": wording.WHY,
        }

    def rests(self, laid: Laid) -> list[Run]:
        cited: list[Run] = []
        for one in laid.citations:
            cited += [*([_run("; ")] if cited else []), *self.cited(one.text)]
        notes = _run(f"{'. ' if cited else ''}{'. '.join(laid.notes)}")
        return [*cited, *([notes] if laid.notes else []), _run(f" ({laid.id})")]

    def text(self, found: doc.Text) -> Runs:
        """Return the runs of a text; a text without markup is one string, which Typst sets fastest."""
        told = [run for piece in runs(found) for run in self.piece(piece)]
        return told[0] if len(told) == 1 and isinstance(told[0], str) else told

    def piece(self, piece: str | Inline) -> list[Run]:
        match piece:
            case str():
                return [_run(piece)]
            case doc.Link(words, address):
                return [_run(words, address if address.startswith(("https://", "http://")) else "")]
            case doc.Cite(citation):
                return self.cited(citation)
            case doc.Command(code):
                return [_run(code, code=True)]
            case doc.Verdict():
                return [_run(doc.spelled(piece), strong=True)]
            case _:
                return [_run(doc.spelled(piece))]

    def cited(self, citation: str) -> list[Run]:
        found: list[Run] = []
        for one in links(citation, self.cite):
            found += [*([_run("; ")] if found else []), _run(one.text, one.address)]
        return found


def _run(text: str, address: str = "", code: bool = False, strong: bool = False) -> Run:
    said = one_line(text) if code else unbroken(one_line(text))
    return {"text": said, "address": address, "code": code, "strong": strong} if address or code or strong else said
