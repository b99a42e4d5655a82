"""The official words of every paragraph of the United States Code that the law here cites, as one release has them.

Three sections of the ITAR and four of public laws, which the Code sets out as notes, stand beside them.

The tables in `words/` hold a row for each paragraph: its own words before its subparagraphs (`text`), and those after
them (`after`). Works of the United States Government are in the public domain (17 USC 105). Nothing reads the tables
until words are asked for.

The words are those of one day. `unchanged_since` is the day of the last amendment that the source credit of the section
names: from then on the words are those of the day asked about, and before it they may not be. It is None where the day
is not known, as for a former number of a section.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache
from itertools import takewhile

from mnna.errors import UnknownWord
from mnna.quick import Path, QuickTuple, quick_pattern
from mnna.rules.english import spoken
from mnna.statutes import citation_places, citations
from mnna.statutes.citations import Citation

FOLDER = Path(__file__).with_name("words")
LEFT_OUT = "* * *"
"""Stands where a section has paragraphs that nothing here cites."""

_NOTE = "/note"
_CODE, _RULES = "/us/usc/", "/us/cfr/"
SET_OUT = {"/us/pl/107/228/s1206": "/us/usc/t22/s2321k/note"}
"""Sections of public laws whose words are held as a note of the Code."""


class Section(QuickTuple):
    """A section of the Code: the day and release of its words, and how many paragraphs it has, its own row counted."""

    id: str
    heading: str
    as_of: date
    release: str
    unchanged_since: date | None
    paragraphs: int
    note: str


class Paragraph(QuickTuple):
    """One paragraph as the section has it; `order` is its place there, from 0, the section's own row."""

    id: str
    order: int
    heading: str
    text: str
    after: str


class Line(QuickTuple):
    """Words that stand together, with the place they are at and how deep it lies below the place asked for."""

    place: str
    depth: int
    text: str


class Words(QuickTuple):
    """The words of one place in the Code."""

    citation: str
    uslm: str
    heading: str
    lines: tuple[Line, ...]
    as_of: date
    release: str
    unchanged_since: date | None
    note: str

    @property
    def text(self) -> str:
        """The words, a line for each paragraph, two spaces deeper below the one it belongs to."""
        return "\n".join(f"{'  ' * line.depth}{line.text}" for line in self.lines)

    def of_day(self, on: date) -> bool:
        """Whether these are known to be the words of that day."""
        return self.unchanged_since is not None and on >= self.unchanged_since

    def mark(self, on: date) -> str:
        """What must be said with them for a day they may not be the words of; empty for any other."""
        return "" if self.of_day(on) else f"words of {spoken(self.as_of)}, not of the day asked"


@lru_cache(maxsize=1)
def sections() -> dict[str, Section]:
    """Every section held, by id."""
    return {id_: section(id_) for id_ in _section_rows()}


@cache
def section(id_: str) -> Section:
    """The section of that id; raises `KeyError` where it is not held."""
    heading, as_of, release, since, count, note = _section_rows()[id_]
    unchanged = date.fromisoformat(since) if since else None
    return Section(id_, heading, date.fromisoformat(as_of), release, unchanged, int(count), note)


@lru_cache(maxsize=1)
def _section_rows() -> dict[str, list[str]]:
    with (FOLDER / "sections.csv").open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file)
    return {id_: cells for id_, *cells in rows}


@lru_cache(maxsize=1)
def paragraphs() -> dict[str, Paragraph]:
    """Every paragraph held, by id, in the order of the Code."""
    with (FOLDER / "paragraphs.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return {row[0]: _paragraph(row) for row in rows}


@cache
def _of_section(id_: str) -> dict[str, Paragraph]:
    """The paragraphs of one section: its rows stand together, so that no others need be read."""
    table = _table()
    start = table.find(f"\n{id_},".encode())
    if start < 0:
        return {}
    end = _SECTION.search(table, start + 1)
    text = table[start + 1 : end.start() if end else len(table)].decode()
    return {row[0]: _paragraph(row) for row in csv.reader(io.StringIO(text, newline="")) if row}


def _paragraph(row: list[str]) -> Paragraph:
    id_, order, *words = row
    return Paragraph(id_, int(order), *words)


@lru_cache(maxsize=1)
def _table() -> bytes:
    return (FOLDER / "paragraphs.csv").read_bytes()


_SECTION = quick_pattern(rb"\n/us/(?:(?:usc|cfr)/t\d+|pl/\d+/\d+)/s[^/,\n]+,")
"""The row of a section itself, with which its rows begin."""


@lru_cache(maxsize=256)
def words_at(id_: str) -> Words | None:
    """The words of a place by its USLM id, with everything below it; None where they are not held."""
    id_ = SET_OUT.get(id_, id_)
    found = _of_section(_section_id(id_)).get(id_)
    if found is None:
        return None
    of = section(_section_id(id_))
    heading = found.heading or (of.heading if id_ == of.id else "")
    lines = tuple(line._replace(text=text) for line in _lines(found, of) for text in line.text.splitlines())
    return Words(cited(id_), id_, heading, lines, *of[2:5], of.note)


def words_of(text: str) -> tuple[Words, ...]:
    """The words of every place that a citation names and that is held; what lies inside another is not said twice.

    An instrument that is no law of the United States, such as a treaty between others, has none.
    """
    try:
        return outermost(citations.parse(text)) if text.strip() else ()
    except UnknownWord:
        return ()


def outermost(places: tuple[Citation, ...]) -> tuple[Words, ...]:
    """The words of places, each once, in their order."""
    found = (words_at(id_) for id_ in outer_ids(place.id for place in places))
    return tuple(one for one in found if one is not None)


def outer_ids(ids: Iterable[str]) -> tuple[str, ...]:
    """Ids of the Code, each once, without those that lie inside another."""
    each = tuple(dict.fromkeys(ids))
    inside = tuple(f"{id_}/" for id_ in each)
    return tuple(id_ for id_ in each if not id_.startswith(inside))


def _section_id(id_: str) -> str:
    return "/".join(id_.split("/")[: 6 if id_.startswith("/us/pl/") else 5])


def in_the_code(id_: str) -> bool:
    """Whether a place lies in the United States Code."""
    return id_.startswith(_CODE)


def edition(id_: str, release: str) -> str:
    """The text that words were taken from, in words."""
    return "the eCFR" if id_.startswith(_RULES) else f"release {release} of the US Code"


def cited(id_: str) -> str:
    """The id as a citation."""
    tail = " note" if id_.endswith(_NOTE) else ""
    _, _, work, *places = id_.removesuffix(_NOTE).split("/")
    if work == "pl":
        congress, law, section, *path = places
        return citation_places.public_law(congress, law, "", section[1:], _steps(path)).text
    title, section, *path = places
    if work == "usc":
        return citation_places.code(title[1:], section[1:], _steps(path), tail).text
    return citation_places.regulation(title[1:], section[1:], _steps(path)).text


def _steps(path: Iterable[str]) -> tuple[str, ...]:
    return tuple(step.partition("-")[0] for step in path)


def _below(id_: str) -> Iterator[Paragraph]:
    """The paragraphs inside a place, in their order."""
    rows = iter(_of_section(_section_id(id_)).values())
    next(row for row in rows if row.id == id_)
    for row in takewhile(lambda row: row.id.startswith(f"{id_}/"), rows):
        if not row.id.endswith(_NOTE):
            yield row


def _lines(top: Paragraph, section: Section) -> Iterator[Line]:
    """The words of a place and of all below it; what comes after its subparagraphs follows them."""
    yield Line(cited(top.id), 0, _labeled(top, top.id != section.id, headed=False))
    open_ = [top]
    last = top.order
    for row in _below(top.id):
        while not row.id.startswith(f"{open_[-1].id}/"):
            yield from _after(open_.pop(), top)
        if row.order > last + 1:
            yield Line("", _depth(row, top), LEFT_OUT)
        yield Line(cited(row.id), _depth(row, top), _labeled(row, labeled=True))
        open_.append(row)
        last = row.order
    while open_:
        yield from _after(open_.pop(), top)
    if top.id == section.id and last + 1 < section.paragraphs:
        yield Line("", 1, LEFT_OUT)


def _after(row: Paragraph, top: Paragraph) -> Iterator[Line]:
    yield Line(cited(row.id), _depth(row, top), row.after)


def _depth(row: Paragraph, top: Paragraph) -> int:
    return row.id.count("/") - top.id.count("/")


def _labeled(row: Paragraph, labeled: bool, headed: bool = True) -> str:
    """The words of a paragraph behind its label and its heading, each on the same line."""
    step = row.id.rpartition("/")[2].partition("-")[0]
    label = f"({step})" if labeled and not row.id.endswith(_NOTE) else ""
    heading = f"{row.heading.rstrip('.')}." if headed and row.heading else ""
    return " ".join(filter(None, (label, heading, row.text))) if row.text or heading else label
