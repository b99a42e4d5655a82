"""The official text of every paragraph of the United States Code that the encoded law cites, from one release.

Three sections of the ITAR and four of public laws, which the Code prints as notes, are included.

The tables in `words/` have a row for each paragraph: its text before its subparagraphs (`text`) and after them
(`after`). Works of the United States Government are in the public domain (17 USC 105). The tables are read only when a
text is requested.

The text is that of one day. `unchanged_since` is the day of the last amendment that the source credit of the section
names: the text applies to any later day, and may differ on earlier days. It is None if that day is not known, as for a
former number of a section.
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
"""Printed in place of paragraphs of a section that the encoded law does not cite."""

_NOTE = "/note"
_CODE, _RULES = "/us/usc/", "/us/cfr/"
SET_OUT = {"/us/pl/107/228/s1206": "/us/usc/t22/s2321k/note"}
"""Sections of public laws whose text is stored as a note of the Code, with the id of the note."""


class Section(QuickTuple):
    """A section of the Code: the day and release of its text, and its number of paragraphs, including its own row."""

    id: str
    heading: str
    as_of: date
    release: str
    unchanged_since: date | None
    paragraphs: int
    note: str


class Paragraph(QuickTuple):
    """One paragraph of a section; `order` is its position in the section, where 0 is the section's own row."""

    id: str
    order: int
    heading: str
    text: str
    after: str


class Line(QuickTuple):
    """One line of official text, with the citation of its paragraph and its depth below the requested paragraph."""

    place: str
    depth: int
    text: str


class Words(QuickTuple):
    """The official text of one place in the Code, with everything below it."""

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
        """The text with one line for each paragraph, indented by two spaces for each level."""
        return "\n".join(f"{'  ' * line.depth}{line.text}" for line in self.lines)

    def of_day(self, on: date) -> bool:
        """Return whether this is known to be the text of that day."""
        return self.unchanged_since is not None and on >= self.unchanged_since

    def mark(self, on: date) -> str:
        """Return the remark to print with the text on a day for which it may differ; empty for any other day."""
        return "" if self.of_day(on) else f"words of {spoken(self.as_of)}, not of the day asked"


@lru_cache(maxsize=1)
def sections() -> dict[str, Section]:
    """Return every stored section by id."""
    return {id_: section(id_) for id_ in _section_rows()}


@cache
def section(id_: str) -> Section:
    """Return the section with that id; raise `KeyError` if it is not stored."""
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
    """Return every stored paragraph by id, in the order of the Code."""
    with (FOLDER / "paragraphs.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return {row[0]: _paragraph(row) for row in rows}


@cache
def _of_section(id_: str) -> dict[str, Paragraph]:
    """Return the paragraphs of one section by id; its rows are consecutive, so only they are parsed."""
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
"""The start of a section's own row, which comes before the rows of its paragraphs."""


@lru_cache(maxsize=256)
def words_at(id_: str) -> Words | None:
    """Return the text of a place by its USLM id, with everything below it, or None if it is not stored."""
    id_ = SET_OUT.get(id_, id_)
    found = _of_section(_section_id(id_)).get(id_)
    if found is None:
        return None
    of = section(_section_id(id_))
    heading = found.heading or (of.heading if id_ == of.id else "")
    lines = tuple(line._replace(text=text) for line in _lines(found, of) for text in line.text.splitlines())
    return Words(cited(id_), id_, heading, lines, *of[2:5], of.note)


def without(id_: str) -> Section | None:
    """Return the section of a place that is stored whole and has no such place, else None."""
    of = _section_id(id_)
    held = _of_section(of)
    whole = bool(held) and len(held) >= section(of).paragraphs
    return section(of) if whole and id_ not in held else None


def words_of(text: str) -> tuple[Words, ...]:
    """Return the text of every stored place that a citation names, without places inside another one.

    A text that is not a readable citation, such as the name of a foreign treaty, gives none.
    """
    try:
        return outermost(citations.parse(text)) if text.strip() else ()
    except UnknownWord:
        return ()


def outermost(places: tuple[Citation, ...]) -> tuple[Words, ...]:
    """Return the stored texts of the places, in order, without places inside another one."""
    found = (words_at(id_) for id_ in outer_ids(place.id for place in places))
    return tuple(one for one in found if one is not None)


def outer_ids(ids: Iterable[str]) -> tuple[str, ...]:
    """Return the ids in order, each once, without those inside another one."""
    each = tuple(dict.fromkeys(ids))
    inside = tuple(f"{id_}/" for id_ in each)
    return tuple(id_ for id_ in each if not id_.startswith(inside))


def _section_id(id_: str) -> str:
    return "/".join(id_.split("/")[: 6 if id_.startswith("/us/pl/") else 5])


def in_the_code(id_: str) -> bool:
    """Return whether the id is of a place in the United States Code."""
    return id_.startswith(_CODE)


def edition(id_: str, release: str) -> str:
    """Return the name of the edition from which the text of an id was taken."""
    return "the eCFR" if id_.startswith(_RULES) else f"release {release} of the US Code"


def cited(id_: str) -> str:
    """Return the citation of an id."""
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
    """Yield the paragraphs inside a place, in order, without notes."""
    rows = iter(_of_section(_section_id(id_)).values())
    next(row for row in rows if row.id == id_)
    for row in takewhile(lambda row: row.id.startswith(f"{id_}/"), rows):
        if not row.id.endswith(_NOTE):
            yield row


def _lines(top: Paragraph, section: Section) -> Iterator[Line]:
    """Yield the lines of a place and of everything below it; the text after subparagraphs follows them."""
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
    """Return the text of a paragraph in one line, after its label and its heading if they are wanted."""
    step = row.id.rpartition("/")[2].partition("-")[0]
    label = f"({step})" if labeled and not row.id.endswith(_NOTE) else ""
    heading = f"{row.heading.rstrip('.')}." if headed and row.heading else ""
    return " ".join(filter(None, (label, heading, row.text))) if row.text or heading else label
