"""A title of the United States Code in USLM, as the Office of the Law Revision Counsel publishes it, read as a stream.

Each section is an element `section` with its id in `identifier`. Its subsections and paragraphs also have one; their
own words are in `chapeau`, `content` or `text`, and those after their subparagraphs in `continuation`. `sourceCredit`
is a child of the section.

Of two releases of a section it is told which paragraphs differ, and whether by law: Congress amends a section by an
Act, and the source credit names it. Where the words differ and the credit names no new Act, the editors of the Code
changed them: a cross-reference, a reference in brackets, a spelling.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import IO, Any, Literal, NamedTuple

from mnna.dates import MONTHS
from mnna.errors import CannotAnswer
from mnna.series.refresh.session import member, wrong_shape

_ACT = re.compile(r"Pub\.\s*L\.\s*(\d+)\s*[-–—]\s*(\d+)")
_DAY = re.compile(r"\b([A-Z][a-z]{2,8})\.?\s+(\d{1,2}),\s+(\d{4})\b")
_MONTHS = {name[:3]: number for number, name in enumerate(MONTHS) if name}

Cause = Literal["law", "editors"]


class SectionText(NamedTuple):
    """A section: the words of its paragraphs by USLM id, and the Acts and last day of its source credit.

    `acts` is empty where the credit is not held; then `amended`, the day of its last amendment, is used instead.
    """

    id: str
    paragraphs: Mapping[str, str]
    acts: frozenset[str]
    amended: date | None


class Difference(NamedTuple):
    """How a section differs: by `law` or by the `editors`, in which paragraphs, by which new Acts.

    `on` is the day of the last amendment where it is known. `paragraphs` is empty where an Act changed only others.
    """

    id: str
    cause: Cause
    paragraphs: tuple[str, ...]
    acts: tuple[str, ...]
    on: date | None


def acts(credit: str) -> frozenset[str]:
    """Return the public laws that a source credit names, as `P.L. 113-276`."""
    return frozenset(f"P.L. {congress}-{number}" for congress, number in _ACT.findall(credit))


def last_day(credit: str) -> date | None:
    """Return the latest day that a source credit names; None where it names none."""
    found = []
    for month, day, year in _DAY.findall(credit):
        if month[:3] in _MONTHS and 1 <= int(day) <= 28 + 3:
            try:
                found.append(date(int(year), _MONTHS[month[:3]], int(day)))
            except ValueError:
                continue
    return max(found, default=None)


def plain(text: str) -> str:
    """Return only the words, in lower case, without punctuation, dashes and quotation marks."""
    return re.sub(r"\W+", " ", text).strip().casefold()


def compare(held: SectionText, new: SectionText) -> Difference | None:
    """Return how the newer text of a section differs from ours; None where neither words nor Acts differ.

    A section of which no cited paragraph is left was repealed or moved, which takes an Act.
    """
    changed = tuple(id_ for id_, words in held.paragraphs.items() if plain(words) != plain(new.paragraphs.get(id_, "")))
    brought = tuple(sorted(new.acts - held.acts)) if held.acts else ()
    later = bool(held.amended and new.amended and new.amended > held.amended)
    if not changed and not brought and not later:
        return None
    gone = bool(held.paragraphs) and not any(new.paragraphs.get(id_) for id_ in held.paragraphs)
    return Difference(held.id, "law" if brought or later or gone else "editors", changed, brought, new.amended)


_OWN = ("chapeau", "content", "text", "continuation")
_LEFT_OUT = ("num", "heading", "note", "notes", "sourceCredit", "toc", "footnote", "ref footnote")
_DECLARES = b"<!DOCTYPE"
"""How a declaration of entities begins."""
_RELEASE = re.compile(
    r"Public\s+Law\s+(\d+)[-–](\d+)((?:\s*,?\s*(?:except|not)\s*[\d,\s-]+)*)\s*\((\d\d)/(\d\d)/(\d{4})\)"
)


class Release(NamedTuple):
    """The number of a release point, `119-73`, and the day up to which it has the law (ISO)."""

    number: str = ""
    as_of: str = ""


def release(page: str) -> Release:
    """Return the release point on the download page; raises `WrongShape` where there is none."""
    found = _RELEASE.search(re.sub(r"<[^>]*>", " ", page))
    if found is None:
        raise wrong_shape("the release page of the US Code", "it names no release point")
    congress, number, _, month, day, year = found.groups()
    return Release(f"{congress}-{number}", f"{year}-{month}-{day}")


def sections(file: Path, title: str, wanted: Collection[str]) -> dict[str, SectionText]:
    """Return the wanted sections of a title, by id, from the zip file of its XML; one that is not there has no words.

    Raises `WrongShape` for a file that is damaged, of another form, or without any wanted section.
    """
    what = f"title {title} of the US Code"
    try:
        with member(file, what, ".xml") as opened:
            found = {one.id: one for one in _sections(opened.buffer, frozenset(wanted))}  # type: ignore[attr-defined]
    except ET.ParseError as error:
        raise wrong_shape(what, f"not whole XML ({error})") from None
    if not found:
        raise wrong_shape(what, "it has none of the sections that are cited")
    return {id_: found.get(id_, SectionText(id_, {}, frozenset(), None)) for id_ in wanted}  # one that is gone is empty


def _sections(opened: IO[bytes], wanted: frozenset[str]) -> Iterator[SectionText]:
    parser: ET.XMLPullParser[Any] = ET.XMLPullParser(("start", "end"))
    depth, before = 0, b""
    while chunk := opened.read(1 << 16):
        if _DECLARES in before + chunk:
            raise CannotAnswer("reading the US Code", "the file declares entities, which USLM does not", (), "")
        before = chunk[-len(_DECLARES) :]  # the mark may begin in one chunk and end in the next
        parser.feed(chunk)
        events: Any = parser.read_events()
        for event, element in events:
            if not isinstance(element, ET.Element) or _name(element) != "section":
                continue
            depth += 1 if event == "start" else -1
            if event == "end" and depth == 0:
                if (id_ := element.get("identifier", "")) in wanted:
                    yield _section(element, id_)
                element.clear()
    parser.close()


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _section(element: ET.Element, id_: str) -> SectionText:
    credit = " ".join(" ".join(one.itertext()) for one in element if _name(one) == "sourceCredit")
    return SectionText(id_, dict(_paragraphs(element)), acts(credit), last_day(credit))


def _paragraphs(element: ET.Element) -> Iterator[tuple[str, str]]:
    """Yield the id and the own words of the element and of every one below it that has an id."""
    if id_ := element.get("identifier", ""):
        own = (text for below in element if _name(below) in _OWN for text in _words(below))
        yield id_, " ".join(" ".join(own).split())
    for below in element:
        if _name(below) not in _LEFT_OUT:
            yield from _paragraphs(below)


def _words(element: ET.Element) -> Iterator[str]:
    """Yield the words of an element that do not belong to an id below it."""
    yield element.text or ""
    for below in element:
        if not below.get("identifier") and _name(below) not in _LEFT_OUT:
            yield from _words(below)
        yield below.tail or ""
