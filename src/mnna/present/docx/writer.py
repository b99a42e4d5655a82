"""Write a document as a Word file. Citations and sources in square brackets become notes with links.

A document for one sheet of paper has endnotes, so that its text stays on the sheet; all others have footnotes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from itertools import zip_longest
from typing import Any

from docx import Document as new_document
from docx.oxml.ns import qn

from mnna._version import NAME
from mnna.present import document as doc
from mnna.present import wording
from mnna.present.docx import styles, tables
from mnna.present.docx.runs import (
    BOLD,
    CODE,
    PLAIN,
    Look,
    Noted,
    Notes,
    add_field,
    add_piece,
    add_text,
    line,
    lines,
    noted,
    outside,
    separated,
)
from mnna.present.findings import Laid, lay_out
from mnna.present.inline import Inline, Link, links, runs
from mnna.present.paper import Paper, parted, short
from mnna.present.plain import one_line
from mnna.present.svg import to_png


def to_docx(document: doc.Document, cite: doc.CiteAddress = doc.no_address, paper: Paper = "letter") -> bytes:
    """Return the document as the bytes of a Word file; `paper` is `letter` or `a4`."""
    return _Writer(document, cite, paper).made(document)


class _Writer:
    """A writer of one Word file, with the addresses of citations (`cite`) and the notes of the file."""

    def __init__(self, document: doc.Document, cite: doc.CiteAddress, paper: Paper) -> None:
        self.cite = cite
        self.file: Any = new_document()
        styles.set_page(self.file, paper, document.one_page)
        styles.set_styles(self.file, paper, document.one_page)
        self.width = styles.width(paper)
        self.notes = Notes(self.file, "endnote" if document.one_page else "footnote")

    def made(self, document: doc.Document) -> bytes:
        """Write the document and return the bytes of the file."""
        stamp = one_line(wording.stamp(document.stamp))
        describe(self.file, line(document.full_title), line(stamp))
        add_text(self.paragraph("Title"), line(document.title))
        if document.subtitle:
            add_text(self.paragraph("Subtitle"), line(document.subtitle))
        for said in document.lead:
            self.text(self.paragraph("Lead"), said)
        for number, section in document.counted():
            self.section(section, number)
        self.foot(document, stamp)
        return packed(self.file)

    def section(self, section: doc.Section, number: str) -> None:
        add_text(self.paragraph(f"Heading{min(section.level, 3)}"), line(f"{number}{section.heading}"))
        for block, after in zip_longest(section.blocks, section.blocks[1:]):
            self.block(block)
            if isinstance(block, doc.Paragraph) and (isinstance(after, doc.Table) or (block.marked and after)):
                self.file.paragraphs[-1].paragraph_format.keep_with_next = True

    def foot(self, document: doc.Document, stamp: str) -> None:
        for note in document.notes:
            self.text(self.paragraph("SmallPrint"), note)
        if stamp:
            add_text(self.paragraph("SmallPrint"), line(f"{stamp}. {wording.SAME_STAMP}"))
        footer = self.file.sections[0].footer
        at = footer.paragraphs[0]._p
        add_text(at, line(short(one_line(document.title))))
        add_text(at, "\tpage ")
        add_field(at, "PAGE")
        add_text(at, " of ")
        add_field(at, "NUMPAGES")
        if stamp and not document.one_page:
            add_text(footer.add_paragraph(style="Footer")._p, line(stamp))

    def block(self, block: doc.Block) -> None:
        match block:
            case doc.Paragraph(said, marked):
                self.text(self.paragraph("Statement" if marked else "Normal"), said, BOLD if marked else PLAIN)
            case doc.Items():
                self.items(block)
            case doc.Table():
                self.table(block)
            case doc.Facts(facts, title):
                self.titled(title)
                for label, value in facts:
                    self.labeled(self.paragraph("Fact"), f"{label}: ", value)
            case doc.Notice(said, title):
                self.labeled(self.paragraph("Statement"), f"{title}. " if title else "", said)
            case doc.Quote():
                self.quote(block)
            case doc.Code(code, title):
                self.titled(title)
                for copied in lines(code).splitlines():
                    add_text(self.paragraph("Code"), copied)
            case doc.Picture():
                self.picture(block)
            case doc.TreeBlock(tree):
                self.branch(tree)
            case doc.FindingBlock() | doc.Change():
                self.finding(lay_out(block))

    def items(self, block: doc.Items) -> None:
        if block.style == "run":
            at = self.paragraph("RunOn")
            add_text(at, line(f"{block.title}: ") if block.title else "", BOLD)
            for place, item in enumerate(block.items):
                add_text(at, "; " if place else "")
                self.text(at, item)
            return add_text(at, ".")
        self.titled(block.title)
        for item in block.items:
            if block.style == "small":
                self.sourced(item)
            else:
                self.text(self.paragraph("ListBullet"), item)

    def sourced(self, item: doc.Text) -> None:
        """Write an item of a small list, followed by the web addresses of its links, for readers on paper."""
        at = self.paragraph("SmallList")
        add_text(at, f"– {line(doc.spelled(item))}")
        for piece in runs(item):
            if isinstance(piece, Link) and outside(piece.address):
                add_text(at, " ")
                add_piece(at, self.file.part, piece.address, piece.address)

    def table(self, block: doc.Table) -> None:
        if block.caption:
            add_text(self.paragraph("Caption"), line(block.caption))
        made = tables.add_table(self.file, block, self.width)
        for row in block.rows:
            cells = tables.add_row(made, block.columns, parted(row, block.columns))
            for cell, column, told in zip(cells, block.columns, row.cells, strict=True):
                self.cell(cell, column, told)
        self.paragraph("TableText")

    def cell(self, place: Any, column: doc.Column, cell: doc.Cell) -> None:
        look = BOLD if column.strong else PLAIN
        first = tables.dressed(place.paragraphs[0], column)._p
        match cell:
            case doc.Lines(items):
                for count, item in enumerate(items):
                    self.text(tables.dressed(place.add_paragraph(), column)._p if count else first, item)
            case doc.Said(head, body):
                self.text(first, head, look)
                if body:
                    self.text(tables.dressed(place.add_paragraph(), column)._p, body)
            case _:
                self.text(first, cell, look)

    def quote(self, block: doc.Quote) -> None:
        if block.heading:
            add_text(self.paragraph("Quote"), line(block.heading), BOLD)
        for _, words in block.lines:
            add_text(self.paragraph("Quote"), line(words))
        at = self.paragraph("Quote")
        for piece in separated(links(block.citation, self.cite)):
            add_piece(at, self.file.part, *piece)
        add_text(at, line(block.dated))

    def picture(self, block: doc.Picture) -> None:
        made = self.file.add_paragraph()
        made.paragraph_format.keep_with_next = True
        shape = made.add_run().add_picture(io.BytesIO(to_png(block.svg)), width=self.width)
        said = shape._inline.docPr
        said.set("descr", line(block.alt))
        said.set("title", line(block.title))
        at = self.paragraph("SmallPrint")
        add_text(at, line(f"{block.title}. "), BOLD)
        add_text(at, line(block.caption))

    def branch(self, node: Mapping[str, Any], depth: int = 1) -> None:
        at = self.paragraph("ListBullet" if depth == 1 else f"ListBullet{min(depth, 3)}")
        add_text(at, line(wording.says(node)))
        if node.get("citation"):
            self.notes.add(at, links(node["citation"], self.cite))
        for below in node.get("of", ()):
            self.branch(below, depth + 1)

    def finding(self, laid: Laid) -> None:
        head = self.paragraph("Normal", keep=True)
        add_text(head, line(f"{laid.turn}: {laid.question}"), BOLD)
        reason = self.paragraph("Normal")
        add_text(reason, line(laid.reason))
        if laid.citations:
            self.notes.add(reason, separated(one for cited in laid.citations for one in links(cited.text, self.cite)))
        for label, value in laid.terms:
            self.labeled(self.paragraph("Fact"), f"{label}: ", value)
        for told in laid.told:
            self.titled(told.title)
            for item in told.items:
                self.text(self.paragraph("ListBullet"), item)
        notes = f"{'. '.join(laid.notes)} " if laid.notes else ""
        add_text(self.paragraph("SmallPrint"), line(f"{notes}({laid.id})"))
        if laid.tree:
            self.titled(wording.WHY)
            self.branch(laid.tree)

    def titled(self, title: str) -> None:
        """Write the bold title of a list and keep it on the page of the list; write nothing if it is empty."""
        if title:
            add_text(self.paragraph("Normal", keep=True), line(title), BOLD)

    def labeled(self, at: Any, label: str, value: doc.Text) -> None:
        add_text(at, line(label), BOLD)
        self.text(at, value)

    def paragraph(self, style: str, keep: bool = False) -> Any:
        """Add a paragraph in the style with that id and return its XML element; `keep` keeps it with the next one."""
        made = self.file.add_paragraph()
        made._p.style = style
        if keep:
            made.paragraph_format.keep_with_next = True
        return made._p

    def text(self, at: Any, found: doc.Text, look: Look = PLAIN) -> None:
        """Add a text to a paragraph; citations and sources in square brackets become notes."""
        for piece in noted(found, self.cite):
            if isinstance(piece, Noted):
                self.notes.add(at, piece.told)
            else:
                self.piece(at, piece, look)

    def piece(self, at: Any, piece: str | Inline, look: Look) -> None:
        match piece:
            case str():
                add_text(at, line(piece), look)
            case Link(words, address):
                add_piece(at, self.file.part, words, address, look)
            case doc.Command(code):
                add_text(at, line(code), CODE)
            case doc.Verdict():
                add_text(at, line(doc.spelled(piece)), BOLD)
            case _:
                add_text(at, line(doc.spelled(piece)), look)


def describe(document: Any, title: str, stamp: str) -> None:
    """Set the file properties that Word shows (title, author, language, subject), and no date or template."""
    said = document.core_properties
    for child in list(said._element):
        said._element.remove(child)
    said.title, said.author, said.language = title[:255], NAME, "en-US"
    if stamp:
        said.subject, said.keywords = "Security-cooperation status in US law", stamp[:255]
    _as_new(document)


def _as_new(document: Any) -> None:
    """Remove the template's thumbnail, and set the compatibility mode of current Word."""
    package = document.part.package
    for id_, found in list(package.rels.items()):
        if found.reltype.endswith("/thumbnail"):
            del package.rels[id_]
    for found in document.settings.element.iter(qn("w:compatSetting")):
        if found.get(qn("w:name")) == "compatibilityMode":
            found.set(qn("w:val"), "15")


def packed(document: Any) -> bytes:
    """Return the file as bytes, with the fixed default date of `ZipInfo` on every part, so that equal files match."""
    raw, made = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for one in before.infolist():
            after.writestr(zipfile.ZipInfo(one.filename), before.read(one), zipfile.ZIP_DEFLATED)
    return made.getvalue()
