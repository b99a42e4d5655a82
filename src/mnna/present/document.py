"""The document model: every answer becomes a `Document` of sections and blocks before it is printed.

A command, a page or a brief turns its answer into a `Document` once. A writer turns the document into a form:

    terminal.to_text(document, width)     wrapped text
    html.fragment(document, cite)         the content of a page
    html.page(document, cite)             a whole page that loads nothing
    markdown.to_markdown(document, cite)  Markdown
    pdf.to_pdf(document, cite, paper)     bytes of a tagged PDF
    csv.to_csv(document)                  the rows of its tables and findings

`cite` is a function from a citation to its official address, or to an empty text (`mnna.statutes.citations.official`).

**Text.** Wherever a block takes `Text`, give a `str`, or one `Inline`, or a tuple of both, which are joined without
spaces: `("Designated ", Day("2022-05-23"), " by ", Cite("87 FR 32943"), ".")`. Text is plain: every writer escapes it.

**Verdicts.** `Verdict("yes", "grant")` prints as "Allowed"; data (`plain`, CSV) keep `yes`, `no` and `unknown`.

**Findings.** Give the finding's JSON (`finding.to_dict()`) to `FindingBlock` or `Change`. Never word a finding
yourself: `findings.lay_out` decides which parts are printed and in which words, for every writer.

**Order.** `Document(title)` is enough; sections hold blocks in the order of reading; `notes` and `stamp` come last.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Literal

from mnna.present.days import day
from mnna.present.inline import Cite as Cite
from mnna.present.inline import CiteAddress as CiteAddress
from mnna.present.inline import Command as Command
from mnna.present.inline import Day as Day
from mnna.present.inline import Inline as Inline
from mnna.present.inline import Link as Link
from mnna.present.inline import Number as Number
from mnna.present.inline import Plain, runs
from mnna.present.inline import Text as Text
from mnna.present.inline import Verdict as Verdict
from mnna.present.inline import no_address as no_address
from mnna.present.plain import clean
from mnna.present.wording import verdict_words
from mnna.quick import QuickTuple, quick_dataclass

NO_NAMES: Mapping[str, str] = {}
"""The empty `names` of a finding: restrictions are printed by their ids."""


class Said(QuickTuple):
    """A cell with a few words as `head` and a sentence below them as `body`."""

    head: Text
    body: Text = ""


def listed(items: Iterable[str]) -> str:
    """Return lines as one: a line that is a sentence ends itself, any other is parted from the next by a semicolon."""
    told = ""
    for item in items:
        told += f"{'' if not told else ' ' if told.endswith(('.', '!', '?', ':', '”')) else '; '}{item}"
    return told


def in_a_line(head: str, body: str) -> str:
    """Return the head and the body of a cell in one line; the head ends as a sentence."""
    return f"{head if head.endswith(('.', '?', '!')) else f'{head}.'} {body}" if body else head


class Lines(QuickTuple):
    """A cell with several items, each on a line of its own."""

    items: tuple[Text, ...]


Cell = Text | Said | Lines


class Column(QuickTuple):
    """A column: its id in data, its heading, its share of the width.

    `strong` sets the first words of its cells in bold; `number` aligns them to the right.
    """

    id: str
    title: str
    share: float = 1.0
    strong: bool = False
    number: bool = False


def columns(strong: str = "", numbers: str = "", **titled: tuple[str, float]) -> tuple[Column, ...]:
    """Return one column for each id, given with its heading and its share of the width.

    `strong` has the ids of the bold columns and `numbers` those of the columns of numbers, separated by spaces.
    """
    bold, right = strong.split(), numbers.split()
    return tuple(Column(id_, title, share, id_ in bold, id_ in right) for id_, (title, share) in titled.items())


def heads(shares: Mapping[str, float], strong: str | None = None, numbers: Collection[str] = ()) -> tuple[Column, ...]:
    """Return one column for each heading and share of the width; the heading is also the id.

    `strong` names the bold column: None for the first, an empty text for none. `numbers` names the columns of numbers.
    """
    carries = next(iter(shares)) if strong is None else strong
    return tuple(Column(name, name, share, name == carries, name in numbers) for name, share in shares.items())


class Row(QuickTuple):
    """A row: the id of its subject (an authority, a status, a country) and one cell for each column."""

    id: str
    cells: tuple[Cell, ...]


class _Table(QuickTuple):
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


class Table(_Table):
    """A table with a caption that says what its rows have in common. The first cell of a row names the row."""

    __slots__ = ()

    def __new__(cls, caption: str, columns: tuple[Column, ...], rows: tuple[Row, ...]) -> Table:
        """Make the table; raise `ValueError` for a row with too few or too many cells."""
        for row in rows:
            if len(row.cells) != len(columns):
                raise ValueError(f"row {row.id!r} has {len(row.cells)} cells for {len(columns)} columns")
        return super().__new__(cls, caption, columns, rows)


class Paragraph(QuickTuple):
    """One paragraph of text; `marked` highlights it as a statement to be quoted whole."""

    text: Text
    marked: bool = False


class Items(QuickTuple):
    """A list: each item on a `line`, each on a `small` line (for reference), or all in one `run` of text."""

    items: tuple[Text, ...]
    style: Literal["line", "small", "run"] = "line"
    title: str = ""


class Facts(QuickTuple):
    """Labels with values, as on a form: `Facts((("Region", "Latin America"),))`."""

    items: tuple[tuple[str, Text], ...]
    title: str = ""


class Notice(QuickTuple):
    """A warning or an important statement, with an optional title of one line."""

    text: Text
    title: str = ""


class Quote(QuickTuple):
    """A quotation of an official text, with its citation, its ISO day `as_of` and its own `heading`.

    Each line is a paragraph; the spaces before it give its indentation. `note` is printed after the day. `places` has
    the citation of each line, so that a page can link a rule to the words that it rests on.
    """

    text: str
    citation: str
    as_of: str = ""
    heading: str = ""
    note: str = ""
    places: tuple[str, ...] = ()

    @property
    def dated(self) -> str:
        """The day of the text and the note, as printed after the citation."""
        return "".join(f", {said}" for said in (f"as of {day(self.as_of)}" if self.as_of else "", self.note) if said)

    @property
    def lines(self) -> tuple[tuple[int, str], ...]:
        """The nonempty paragraphs, each after the number of spaces before it."""
        found = clean(self.text).splitlines()
        return tuple((len(line) - len(line.lstrip(" ")), line.strip()) for line in found if line.strip())


class Code(QuickTuple):
    """Text to copy exactly: a command, a file, JSON. Line ends are kept."""

    text: str
    title: str = ""


class Picture(QuickTuple):
    """A picture as SVG; `alt` describes it in words, `caption` says how to read it and names its source.

    `spec` is the Vega-Lite specification, if any, for a page that redraws the picture. The program makes the SVG, so
    writers insert it unescaped.
    """

    id: str
    title: str
    alt: str
    caption: str
    svg: str
    spec: Mapping[str, Any] | None = None


class TreeBlock(QuickTuple):
    """The explanation of an answer as a tree of nodes (`says`, `value`, `citation`, `of`)."""

    tree: Mapping[str, Any]


class FindingBlock(QuickTuple):
    """One finding of law, given as its JSON.

    Both details print the verdict, question, reason, terms, steps, routes, needs, presumptions, bars, the user's own
    facts and a confidence that is not high. `full` adds all citations instead of the first, the terms of a "no", the
    day of the law, and the tree. `links` are internal links that a page prints below ("The rule"); `names` maps the ids
    in `suspended_by` to words; `id` is the anchor in a page, by default the finding's id. `open` unfolds the finding in
    a page.
    """

    finding: Mapping[str, Any]
    detail: Literal["short", "full"] = "short"
    links: tuple[Link, ...] = ()
    names: Mapping[str, str] = NO_NAMES
    id: str = ""
    open: bool = False


class Change(QuickTuple):
    """One finding before and after an act, both as JSON; the printed reason, steps and terms are those after it."""

    before: Mapping[str, Any]
    after: Mapping[str, Any]
    detail: Literal["short", "full"] = "short"
    links: tuple[Link, ...] = ()
    names: Mapping[str, str] = NO_NAMES
    id: str = ""


Block = Paragraph | Items | Table | Facts | Notice | Quote | Code | Picture | TreeBlock | FindingBlock | Change


@quick_dataclass(frozen=True)
class Section:
    """A part of a document with a stable id.

    `level` 1 is directly under the title, 2 below a section of level 1. `count` is printed after the title: "Would
    change (14)". `folded` collapses the section in a page until the reader opens it; other forms print it whole.
    """

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    level: int = 1
    count: int | None = None
    folded: bool = False

    @property
    def heading(self) -> str:
        """The title, followed by the count if there is one."""
        return self.title if self.count is None else f"{self.title} ({self.count:,})"

    def to_dict(self) -> Plain:
        """Return the section as JSON."""
        return {"id": self.id, "title": self.title, "blocks": list(map(as_json, self.blocks))}


@quick_dataclass(frozen=True, kw_only=True)
class Document:
    """A whole answer, ready to be printed in any form.

    `lead` is the summary: one to three sentences. `notes` are printed at the end (when the sources were last read).
    `stamp` holds the hashes of law and facts and the version. `numbered` numbers the sections of level 1. `one_page`
    fits the document on one sheet of paper: nothing is left out, but spacing and type are smaller.
    """

    title: str
    subtitle: str = ""
    lead: tuple[Text, ...] = ()
    sections: tuple[Section, ...] = ()
    stamp: tuple[tuple[str, str], ...] = ()
    notes: tuple[Text, ...] = ()
    numbered: bool = False
    one_page: bool = False

    @property
    def full_title(self) -> str:
        """The title, followed by the subtitle if there is one; a title that asks keeps its mark alone."""
        return f"{self.title}{'' if self.title.endswith('?') else ':'} {self.subtitle}" if self.subtitle else self.title

    def counted(self) -> Iterator[tuple[str, Section]]:
        """Yield each section after its number, `2. `, which is empty unless the document numbers that section."""
        number = 0
        for section in self.sections:
            number += section.level == 1
            yield f"{number}. " if self.numbered and section.level == 1 else "", section

    def section(self, id_: str) -> Section:
        """Return the section with that id; raise `KeyError` if there is none."""
        return {section.id: section for section in self.sections}[id_]


def as_json(block: Block) -> Plain:
    """Return a block as JSON: its `kind`, and its texts as plain words; a row has a key for each column."""
    kind = {"kind": type(block).__name__.lower()}
    match block:
        case Paragraph(text) | Notice(text):
            return kind | block._asdict() | {"text": spelled(text)}
        case Quote() | Code() | Picture():
            return kind | {name: said for name, said in block._asdict().items() if name not in ("places", "spec")}
        case Items(items, style, title):
            return kind | {"items": [linked(one) for one in items], "style": style, "title": title}
        case Table(caption, columns, rows):
            heads = [{"id": one.id, "title": one.title, "share": one.share} for one in columns]
            ids = [one.id for one in columns]
            told = [{"id": row.id} | dict(zip(ids, map(plain, row.cells), strict=True)) for row in rows]
            return kind | {"caption": caption, "columns": heads, "rows": told}
        case Facts(facts, title):
            return kind | {"facts": [[label, spelled(value)] for label, value in facts], "title": title}
        case TreeBlock(tree):
            return {"kind": "tree", "tree": dict(tree)}
        case FindingBlock(finding):
            return {"kind": "finding", "finding": dict(finding)}
        case Change(before, after):
            return kind | {"before": dict(before), "after": dict(after)}


def spelled(text: Text) -> str:
    """Return the text as plain words, without links or other markup."""
    if isinstance(text, str):
        return text
    return "".join(piece if isinstance(piece, str) else worded(piece) for piece in runs(text))


def worded(piece: Inline) -> str:
    """Return one inline piece as plain words."""
    match piece:
        case Day(iso):
            return day(iso)
        case Verdict(value, fits):
            return verdict_words(value, fits)
        case _:
            return piece.text


def linked(text: Text) -> Plain:
    """Return a text as JSON: its words and the address of its first link, or an empty address."""
    address = next((piece.address for piece in runs(text) if isinstance(piece, Link)), "")
    return {"text": spelled(text), "address": address}


def plain(cell: Cell) -> Any:
    """Return a cell as JSON: a text, an object with `head` and `body`, or a list of texts with addresses.

    A verdict is given as `yes`, `no` or `unknown`.
    """
    if isinstance(cell, Lines):
        return [linked(item) for item in cell.items]
    if isinstance(cell, Said):
        return {"head": _data(cell.head), "body": spelled(cell.body)} if cell.body else _data(cell.head)
    return _data(cell)


def _data(text: Text) -> str:
    return "".join(piece.value if isinstance(piece, Verdict) else spelled(piece) for piece in runs(text))
