"""Write a document as HTML: the content of a page of the site, or a whole page that loads nothing from the network.

Everything is escaped except the SVG of pictures, which the program makes. There is no inline style and no script. The
classes are those of `web/static/mnna.css`; `page` includes its own style sheet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from mnna.present import document as doc
from mnna.present import wording
from mnna.present.days import day
from mnna.present.findings import Laid, Told, lay_out
from mnna.present.inline import Inline, links, runs
from mnna.present.places import source
from mnna.present.plain import clean
from mnna.quick import Path

MARKS = Path(__file__).with_name("assets") / "marks.svg"
STYLE = MARKS.with_name("page.css")


def fragment(
    document: doc.Document,
    cite: doc.CiteAddress = doc.no_address,
    title: bool = True,
    named: Callable[[str], str] = str,
) -> str:
    """Return the document as the content of `<main>`, with its title as `<h1>` only if `title` is true.

    `named` gives the title of a source from its id, because readers do not know our ids.

    Verdicts use the drawings `#mark-yes`, `#mark-no` and `#mark-unknown`, which the page must contain once.
    """
    writer = _Writer(cite, named=named)
    return "\n".join([*writer.top(document, title), *writer.body(document), *writer.foot(document)])


def page(document: doc.Document, cite: doc.CiteAddress = doc.no_address) -> str:
    """Return the document as a whole page in one file, with its style and pictures.

    Only links to other web sites and to places in the page are kept; links within the site become plain text.
    """
    writer = _Writer(cite, site=False)
    title = _escaped(document.full_title)
    version = _escaped(dict(document.stamp).get("version", ""))
    head = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        f'<meta name="generator" content="mnna {version}">' if version else "",
        f"<title>{title}</title>\n<style>\n{STYLE.read_text(encoding='utf-8').rstrip()}\n</style>\n</head>\n<body>",
        MARKS.read_text(encoding="utf-8").rstrip(),
    ]
    header = ['<header class="top">', *writer.top(document), *writer.contents(document), "</header>"]
    foot = [*writer.foot(document)]
    rest = ["<main>", *writer.body(document), "</main>", *(["<footer>", *foot, "</footer>"] if foot else [])]
    return "\n".join(line for line in [*head, *header, *rest, "</body>\n</html>"] if line) + "\n"


def text(found: doc.Text, cite: doc.CiteAddress = doc.no_address) -> str:
    """Return one text as HTML."""
    return _Writer(cite).text(found)


@dataclass(slots=True)
class _Writer:
    """A writer of the blocks of one page, which makes every anchor unique.

    `cite` gives the addresses of citations; `site` says whether links within the site are written as links; `anchors`
    are those already used. `places` has the anchors of quoted official paragraphs on the page, by their citations.
    `named` gives the title of a source.
    """

    cite: doc.CiteAddress
    site: bool = True
    anchors: set[str] = field(default_factory=set)
    places: dict[str, str] = field(default_factory=dict)
    named: Callable[[str], str] = str

    def top(self, document: doc.Document, title: bool = True) -> Iterator[str]:
        """Yield the title, unless the page has it elsewhere, the subtitle and the lead."""
        if title:
            yield f"<h1>{_escaped(document.title)}</h1>"
        if document.subtitle:
            yield f'<p class="subtitle muted">{_escaped(document.subtitle)}</p>'
        if document.lead:
            yield f'<section class="bottom" aria-label="{wording.LEAD}">'
            yield from (f"<p>{self.text(said)}</p>" for said in document.lead)
            yield "</section>"

    def contents(self, document: doc.Document) -> Iterator[str]:
        """Yield a linked list of the sections of level 1, if the document numbers them."""
        if document.numbered:
            yield f'<nav aria-label="{wording.CONTENTS}"><ol>'
            shown = [section for section in document.sections if section.level == 1]
            yield from (f'<li><a href="#{_anchor(one.id)}">{_escaped(one.title)}</a></li>' for one in shown)
            yield "</ol></nav>"

    def body(self, document: doc.Document) -> Iterator[str]:
        for number, section in document.counted():
            yield from self.section(section, number)

    def section(self, section: doc.Section, number: str = "") -> Iterator[str]:
        anchor, tag = self.anchor(section.id), f"h{min(section.level + 1, 6)}"
        heading = f'<{tag} id="{anchor}">{number}{_escaped(section.heading)}</{tag}>'
        yield f'<section aria-labelledby="{anchor}">'
        yield f'<details class="more"><summary>{heading}</summary>' if section.folded else heading
        for block in section.blocks:
            yield from self.block(block)
        yield "</details>\n</section>" if section.folded else "</section>"

    def foot(self, document: doc.Document) -> Iterator[str]:
        yield from (f'<p class="muted">{self.text(note)}</p>' for note in document.notes)
        if document.stamp:
            stamp = _escaped(wording.stamp(document.stamp))
            yield f'<p class="stamp">{stamp}. {wording.SAME_STAMP}</p>'

    def block(self, block: doc.Block) -> Iterator[str]:
        match block:
            case doc.Paragraph(said, marked):
                yield f"<p{_class('notice marked' if marked else '')}>{self.text(said)}</p>"
            case doc.Items():
                yield from self.items(block)
            case doc.Table():
                yield from self.table(block)
            case doc.Facts(facts, title):
                yield f"<p><strong>{_escaped(title)}</strong></p>" if title else ""
                shown = (f"<div><dt>{_escaped(name)}</dt><dd>{self.text(value)}</dd></div>\n" for name, value in facts)
                yield f'<dl class="facts">\n{"".join(shown)}</dl>'
            case doc.Notice(said, title):
                strong = f"<p><strong>{_escaped(title)}</strong></p>" if title else ""
                yield f'<div class="notice">{strong}<p>{self.text(said)}</p></div>'
            case doc.Quote():
                yield from self.quote(block)
            case doc.Code(code, title):
                yield f"<p><strong>{_escaped(title)}</strong></p>" if title else ""
                yield f'<pre tabindex="0"><code>{_escaped(code)}</code></pre>'
            case doc.Picture(id_, title, _, caption, svg):
                yield f'<figure id="{self.anchor(id_)}">'
                yield f'<div class="scroll picture" tabindex="0" role="group" aria-label="{_escaped(title)}">'
                yield f"{svg}</div>"
                yield f"<figcaption><strong>{_escaped(title)}.</strong> {_escaped(caption)}</figcaption>\n</figure>"
            case doc.TreeBlock(tree):
                yield f'<ul class="tree">{self.branch(tree)}</ul>'
            case doc.FindingBlock() | doc.Change():
                yield from self.finding(lay_out(block))

    def items(self, block: doc.Items) -> Iterator[str]:
        if block.style == "run":
            title = f"<strong>{_escaped(block.title)}:</strong> " if block.title else ""
            yield f'<p class="run smaller">{title}{"; ".join(self.text(item) for item in block.items)}.</p>'
            return
        if block.title:
            yield f"<p><strong>{_escaped(block.title)}</strong></p>"
        shown = "".join(f"<li>{self.text(item)}</li>\n" for item in block.items)
        yield f"<ul{_class('small smaller' if block.style == 'small' else '')}>\n{shown}</ul>"

    def table(self, table: doc.Table) -> Iterator[str]:
        whole = sum(column.share for column in table.columns)
        yield f'<div class="scroll"><table class="stack" role="table">\n<caption>{_escaped(table.caption)}</caption>'
        shares = (max(1, round(20 * column.share / whole)) for column in table.columns)
        columns = "".join(f'<col class="w{5 * share}">' for share in shares)
        yield f"<colgroup>{columns}</colgroup>"
        heads = "".join(self.head(column) for column in table.columns)
        yield f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n<tbody role="rowgroup">'
        yield from (self.row(row, table.columns) for row in table.rows)
        yield "</tbody>\n</table></div>"

    def head(self, column: doc.Column) -> str:
        return f'<th scope="col" role="columnheader"{_class("n" * column.number)}>{_escaped(column.title)}</th>'

    def row(self, row: doc.Row, columns: tuple[doc.Column, ...]) -> str:
        first, *rest = row.cells
        cells = [f'<th scope="row" role="rowheader"{_class(_kind(first))}>{self.cell(first, columns[0].strong)}</th>']
        for column, cell in zip(columns[1:], rest, strict=True):
            label = f' data-label="{_escaped(column.title)}"'
            kind = _class("n" if column.number else _kind(cell))
            cells.append(f'<td role="cell"{kind}{label}>{self.cell(cell, column.strong)}</td>')
        return f'<tr role="row">{"".join(cells)}</tr>'

    def cell(self, cell: doc.Cell, strong: bool) -> str:
        match cell:
            case doc.Lines(items):
                return "".join(f'<div class="line">{self.text(item)}</div>' for item in items)
            case doc.Said(head, body):
                below = f' <small class="body">{self.text(body)}</small>' if body else ""
                return f"{self.strong(head, strong)}{below}"
            case _:
                return self.strong(cell, strong)

    def strong(self, found: doc.Text, strong: bool) -> str:
        return f'<span class="head">{self.text(found)}</span>' if strong else self.text(found)

    def quote(self, block: doc.Quote) -> Iterator[str]:
        heading = f"<p><strong>{_escaped(block.heading)}</strong></p>" if block.heading else ""
        places = block.places or ("",) * len(block.lines)
        words = "".join(self.quoted(*line, place) for line, place in zip(block.lines, places, strict=True))
        label = f"The words of {_escaped(block.citation)}" if block.citation else "Official words"
        yield f'<figure class="quote">{heading}<blockquote tabindex="0" role="group" aria-label="{label}">'
        yield f"{words}</blockquote>"
        yield f"<figcaption>{self.cited(block.citation)}{_escaped(block.dated)}</figcaption></figure>"

    def quoted(self, deep: int, words: str, place: str) -> str:
        """Return one paragraph of a quoted official text, with an anchor to which the rules that cite it can link.

        Only the first paragraph of each citation `place` gets the anchor. `deep` is the number of spaces before it.
        """
        kind = _class(f"in{min(deep // 2, 5)}" if deep else "")
        if not place or place in self.places:
            return f"<p{kind}>{_escaped(words)}</p>"
        self.places[place] = self.anchor(f"words-{place}")
        return f'<p{kind} id="{self.places[place]}">{_escaped(words)}</p>'

    def branch(self, node: Mapping[str, Any]) -> str:
        said = node.get("citation")
        cited = f" <small>{self.cited(said)}{self.words(said)}</small>" if said else ""
        below = "".join(self.branch(one) for one in node.get("of", ()))
        return f"<li>{_escaped(wording.says(node))}{cited}{f'<ul>{below}</ul>' if below else ''}</li>"

    def words(self, citation: str) -> str:
        """Return a link to the paragraph on this page that a citation names, or an empty text if there is none."""
        at = next((self.places[one.text] for one in links(citation, self.cite) if one.text in self.places), "")
        return f' <a class="words" href="#{at}">{wording.ITS_WORDS}</a>' if at else ""

    def finding(self, laid: Laid) -> Iterator[str]:
        change = " change" if laid.before else ""
        shown = " open" * laid.open
        yield f'<details class="finding f-{laid.verdict.value}{change}" id="{self.anchor(laid.anchor)}"{shown}>'
        question = f'<span class="question">{_escaped(laid.question)}</span>'
        yield f"<summary>{self.turn(laid)}{question}</summary>"
        yield f'<div class="inside">\n<p class="reason">{_escaped(laid.reason)}</p>'
        if laid.terms:
            terms = (f"<div><dt>{_escaped(label)}</dt><dd>{_escaped(value)}</dd></div>" for label, value in laid.terms)
            yield f'<dl class="terms">{"".join(terms)}</dl>'
        yield from map(self.told, laid.told)
        if laid.tree:
            tree = f'<ul class="tree">{self.branch(laid.tree)}</ul>'
            yield f'<details class="why"{shown}><summary>{wording.WHY}</summary>{tree}</details>'
        yield f'<p class="rests">{self.rests(laid)}</p>\n</div>\n</details>'

    def turn(self, laid: Laid) -> str:
        if laid.before is None:
            return self.verdict(laid.verdict)
        arrow = f'<span class="arrow" aria-hidden="true">→</span><span class="unseen"> {wording.BECOMES} </span>'
        return f'<span class="fromto">{self.verdict(laid.before)} {arrow} {self.verdict(laid.verdict)}</span>'

    def told(self, told: Told) -> str:
        items = "".join(f"<li>{self.text(item)}</li>" for item in told.items)
        return f'<div class="acts {told.kind}"><p class="what">{told.title}</p>\n<ul>{items}</ul></div>'

    def rests(self, laid: Laid) -> str:
        cited = "; ".join(self.text(one) for one in laid.citations)
        notes = f"<span>{_escaped('. '.join(laid.notes))}</span>" if laid.notes else ""
        onward = " · ".join(self.text(link) for link in laid.links if self.site)
        return " ".join(filter(None, (cited, notes, f"<span>{onward}</span>" if onward else "")))

    def verdict(self, one: doc.Verdict) -> str:
        """Return the word of a verdict with its mark; being barred has the mark and color of a no."""
        look = {"yes": "no", "no": "yes"}.get(one.value, one.value) if one.fits == "bar" else one.value
        mark = f'<svg class="mark" aria-hidden="true"><use href="#mark-{look}"/></svg>'
        known = look in ("yes", "no", "unknown")
        return f'<span class="v v-{_anchor(look)}">{mark if known else ""}{_escaped(doc.spelled(one))}</span>'

    def text(self, found: doc.Text) -> str:
        return "".join(_escaped(piece) if isinstance(piece, str) else self.inline(piece) for piece in runs(found))

    def inline(self, piece: Inline) -> str:
        match piece:
            case doc.Link(words, address):
                return self.link(self.named(words) if piece == source(words) else words, address)
            case doc.Cite(cited):
                return self.cited(cited)
            case doc.Day(iso):
                return f'<time datetime="{_escaped(str(iso))}">{_escaped(day(iso))}</time>'
            case doc.Verdict():
                return self.verdict(piece)
            case doc.Command(code):
                return f"<code>{_escaped(code)}</code>"
            case _:
                return _escaped(doc.spelled(piece))

    def link(self, words: str, address: str, kind: str = "") -> str:
        inside = address.startswith("#") or (self.site and re.match(r"/(?![/\\])", address) is not None)
        if not inside and not address.startswith(("https://", "http://")):
            return _escaped(words)
        away = ' rel="noreferrer"' if address.startswith("http") else ""
        return f'<a{_class(kind)} href="{_escaped(address)}"{away}>{_escaped(words)}</a>'

    def cited(self, citation: str) -> str:
        found = ((one, f'<span class="cite">{_escaped(one.text)}</span>') for one in links(citation, self.cite))
        return "; ".join(self.link(*one, "cite") if one.address else plain for one, plain in found)

    def anchor(self, wanted: str) -> str:
        """Return a unique anchor and record it: `wanted`, with a number after it if the page already has that one."""
        found, count = _anchor(wanted), 1
        while found in self.anchors:
            count += 1
            found = f"{_anchor(wanted)}-{count}"
        self.anchors.add(found)
        return found


def _kind(cell: doc.Cell) -> str:
    """Return the CSS class of a cell that holds only a day, so that it is not wrapped; else an empty text."""
    return "on-day" if isinstance(cell, doc.Day) or (isinstance(cell, str) and _DAY.fullmatch(cell)) else ""


_DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")


def _escaped(found: str) -> str:
    return escape(clean(found), quote=True)


def _anchor(wanted: str) -> str:
    return "".join(mark if mark.isascii() and (mark.isalnum() or mark in "-_.") else "-" for mark in wanted) or "-"


def _class(names: str) -> str:
    return f' class="{names}"' if names else ""
