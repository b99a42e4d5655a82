"""Parse the legal citations of this field into a canonical id, a canonical text and the official address.

Ids follow the paths of United States Legislative Markup (USLM): `/us/usc/t22/s2776/b/1`, `/us/cfr/t22/s123.15/a/3`,
`/us/pl/119/60/s1085`, `/us/fr/87/32943`, `/us/eo/14203`, `/us/pd/2022-14`, `/us/bill/119/hr/3613`. A general citation
parser misses half of the forms used here: lettered sections, sections cited without a section sign, and sections of
the Arms Export Control Act and the Foreign Assistance Act, which have other numbers in the Code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from mnna.errors import UnknownWord
from mnna.quick import quick_pattern
from mnna.statutes import citation_places as place
from mnna.statutes.act_sections import ACTS, CHAPTERS
from mnna.statutes.citation_paths import between, joined, sections, steps_of
from mnna.statutes.citation_places import Citation
from mnna.statutes.citation_spellings import normal

__all__ = ["ACCEPTED", "Citation", "parse", "within"]

ACCEPTED = (
    "22 USC 2776(b)(1)",
    "section 36(b) of the Arms Export Control Act",
    "AECA 36(b)",
    "FAA 517",
    "22 CFR 123.15(a)(3)",
    "ITAR 126.7",
    "15 CFR 740.20",
    "DFARS 225.872-1",
    "P.L. 119-60 §1085",
    "87 FR 32943",
    "E.O. 13637",
    "PD 2022-14",
    "22 USC 2751 et seq.",
    "H.R. 3613",
)
"""One example of each form that `parse` reads."""


@lru_cache(maxsize=4096)
def parse(text: str) -> tuple[Citation, ...]:
    """Return every place cited in a text, in order, each once; a list or range gives one citation for each member.

    A bare `§ 2776` is read in title 22, which contains both Acts, and a bare `section 517` as the section of the Act
    that has that number. The division or title of a public law is not part of its id, and a section of a bill that it
    enacts has its own number as id. Raise `UnknownWord`, with the accepted forms, for text that is not a citation.
    """
    cited = _plain(text) or _Reader(normal(text)).all(text)
    found = tuple({citation.id: citation for citation in cited}.values())
    if not found:
        raise _unread(text, text)
    return found


_PLAIN = quick_pattern(
    r"(\d{1,2}) USC (\d{1,5}[a-z]{0,2})((?:\([A-Za-z0-9]{1,5}\))*)((?:, (?:\([A-Za-z0-9]{1,5}\))+)*)", re.ASCII
)


def _plain(text: str) -> list[Citation]:
    """Return the sections of the Code in a text of the most common form, else an empty list; this is the fast path."""
    found = []
    for one in text.split("; "):
        if (read := _PLAIN.fullmatch(one)) is None:
            return []
        title, number, first, others = read.groups()
        path = _steps(first)
        found.append(place.code(title, number, path))
        for other in others.split(", ")[1:]:
            path = joined(path, _steps(other))
            found.append(place.code(title, number, path))
    return found


def _steps(path: str) -> tuple[str, ...]:
    return tuple(path[1:-1].split(")(")) if path else ()


def official(text: str) -> str:
    """Return the first address of an official text of a citation; empty if there is none or it cannot be read."""
    try:
        return next((cited.link for cited in parse(text) if cited.link), "")
    except UnknownWord:
        return ""


def within(id_: str, other: str) -> bool:
    """Return whether the place `id_` is `other` or inside it.

    Sections of a regulation are inside their part, and those of an Act in its chapter. A bill without a Congress
    matches the bill of that number of any Congress.
    """
    if id_ == other or id_.startswith(f"{other}/"):
        return True
    if other.startswith("/us/bill/"):
        return id_.startswith("/us/bill/") and _same_bill(id_.split("/")[3:], other.split("/")[3:])
    if other.startswith(_CHAPTER) and (section := re.match(r"/us/usc/t22/s(\d+)", id_)):
        number = other.removeprefix(_CHAPTER)
        return any(number == chapter and low <= int(section[1]) <= high for chapter, low, high in CHAPTERS.values())
    part = re.fullmatch(r"(/us/cfr/t\d+)/pt(\d+)", other) if other.startswith("/us/cfr/") else None
    return part is not None and id_.startswith(f"{part[1]}/s{part[2]}.")


_CHAPTER = "/us/usc/t22/ch"
WIDER = ("/us/bill/", "/us/cfr/", _CHAPTER)
"""The beginnings of the ids of places that may contain places whose ids do not begin with theirs."""


def _same_bill(one: list[str], other: list[str]) -> bool:
    return len(one) != len(other) and one[-2:] == other[-2:]


def mentioned(text: str) -> tuple[Citation, ...]:
    """Return the determinations, Federal Register pages and documents, orders and bills that a sentence cites.

    Each is given once; they are grouped by form, and in order within each form.
    """
    words = normal(text)
    found = (found for form, read in _forms() if form.pattern in _INSTRUMENTS for found in _each(form, read, words))
    return tuple({citation.id: citation for citation in found}.values())


def _each(form: re.Pattern[str], read: _Read, words: str) -> Iterator[Citation]:
    for found in form.finditer(words):
        yield from read(_Reader(""), found)


def _unread(text: str, rest: str) -> UnknownWord:
    wrong = "it is not a citation of a form we read" if rest == text else f"{rest!r} in it cannot be read"
    return UnknownWord(f"the citation {text!r}", wrong, ACCEPTED, "Write it as one of these.")


_SEPARATOR = quick_pattern(r"(?:[\s,;.&]|\band\b|\bor\b|\bwith\b)+", re.IGNORECASE)
_REMARK = quick_pattern(
    r"\((?:until|then|now|formerly|two)\b(?:[^()]|\([^()]*\))*\)|last sentence"
    r"|(?:not )?published[^;]*|art\. \d+|as amended\b",
    re.IGNORECASE,
)
_PATH = r"(?:\([A-Za-z0-9]{1,5}\))+"
_OTHER_WORK = r"(?! ?(?:USC|CFR|FR|Stat|UST|UNTS)\b)(?!\d)"


class _Reader:
    """A left-to-right parser of normalized text; `at` is the position, `title` the CFR title read last."""

    def __init__(self, text: str) -> None:
        self.text, self.at, self.title = text, 0, "15"

    def all(self, asked: str) -> Iterator[Citation]:
        while self.skip(_SEPARATOR) or self.skip(_REMARK):
            pass
        while self.at < len(self.text):
            yield from self.one(asked)
            while self.skip(_SEPARATOR) or self.skip(_REMARK):
                pass

    def skip(self, pattern: re.Pattern[str]) -> bool:
        return self.take(pattern) is not None

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self.text, self.at)
        if found is None or not found[0]:
            return None
        self.at = found.end()
        return found

    def one(self, asked: str) -> Iterator[Citation]:
        for pattern, read in _forms():
            if found := pattern.match(self.text, self.at):
                self.at = found.end()
                return read(self, found)
        raise _unread(asked, self.text[self.at :] if self.at else asked)

    def places(self, section: re.Pattern[str]) -> Iterator[tuple[str, tuple[str, ...], str]]:
        """Yield section, path and tail ("", " note" or " et seq.") of each place in a list.

        Such a list is `2776(b)(1), (b)(6)(A); 2753(d)(5)`.
        """
        number, more = "", True
        path: tuple[str, ...] = ()
        while more:
            if found := self.take(section):
                ends, path = sections(found["number"]), steps_of(found["path"])
                number = ends[-1]
                yield from ((one, path if one == number else (), "") for one in ends[:-1])
            elif found := self.take(_BARE_PATH):
                path = joined(path, steps_of(found["path"]))
            else:
                return
            yield number, path, self.tail()
            yield from ((number, one, "") for one in self.span(path))
            more = self.more(section)

    def tail(self) -> str:
        found = self.take(_TAIL)
        return "" if found is None else " note" if "note" in found[0].lower() else " et seq."

    def span(self, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield the paths of the further paragraphs of a range: (b)(2) and (b)(3) for `(b)(1)-(3)`."""
        found = self.take(_PATH_RANGE)
        if found is None or not path:
            return
        last = joined(path, steps_of(found["path"]))
        yield from (*((*last[:-1], step) for step in between(path[-1], last[-1])), last)

    def more(self, section: re.Pattern[str]) -> bool:
        """Return whether the list goes on after a separator; if it does, move past the separator."""
        gap = _SEPARATOR.match(self.text, self.at)
        if gap is None or not (section.match(self.text, gap.end()) or _BARE_PATH.match(self.text, gap.end())):
            return False
        self.at = gap.end()
        return True


_TAIL = quick_pattern(r" ?(?:et seq\b\.?|\(?notes?\b\)?)", re.IGNORECASE)
_BARE_PATH = quick_pattern(rf"§?(?P<path>{_PATH})")
_PATH_RANGE = quick_pattern(rf" ?(?:-|to|through) ?(?P<path>{_PATH})", re.IGNORECASE)
_CODE = quick_pattern(
    r"§?(?P<number>\d+[a-z]{0,3}(?:(?:-| to | through )\d+[a-z]{0,3}(?:-\d+)?)?)"
    rf"{_OTHER_WORK}(?P<path>(?:{_PATH})?)",
    re.IGNORECASE,
)
_REGULATION = quick_pattern(
    rf"§?(?P<number>(?:parts? )?\d+(?:\.\d+[a-z]?(?:(?:-| to )\d+(?:\.\d+)?)?)?){_OTHER_WORK}(?P<path>(?:{_PATH})?)",
    re.IGNORECASE,
)
_SIGNED = quick_pattern(
    rf",? ?§(?P<number>\d+[A-Z]{{0,2}}(?:-\d+[A-Z]{{0,2}})?){_OTHER_WORK}(?P<path>(?:{_PATH})?)", re.IGNORECASE
)
"""A section after a section sign, or after the separator of a list that began with one."""


def _some(reader: _Reader, found: re.Match[str], citations: Iterator[Citation]) -> Iterator[Citation]:
    """Return the citations; raise `UnknownWord` at the name of the code if there are none after it."""
    read = list(citations)
    if not read:
        raise _unread(reader.text, found[0].strip() + reader.text[reader.at :])
    return iter(read)


def _read_code(reader: _Reader, found: re.Match[str]) -> Iterator[Citation]:
    return _some(reader, found, (_of_title(found[1], *where) for where in reader.places(_CODE)))


def _of_title(title: str, number: str, path: tuple[str, ...], tail: str) -> Citation:
    """Return a section of the Code, or the whole Act if `et seq.` follows the first section of an Act."""
    whole = next((act for act in CHAPTERS if title == "22" and number == str(CHAPTERS[act][1])), None)
    return _whole(whole) if whole and tail == " et seq." and not path else place.code(title, number, path, tail)


def _whole(act: str) -> Citation:
    chapter, first, _ = CHAPTERS[act]
    return place.chapter(chapter, first)


def _read_bare(reader: _Reader, found: re.Match[str]) -> Iterator[Citation]:
    return _some(reader, found, (_of_an_act(*where) for where in reader.places(_CODE)))


def _of_an_act(number: str, path: tuple[str, ...], tail: str) -> Citation:
    """Return a section cited without a title: of the Act that has its number (they share none), else of title 22."""
    act = next((act for act, known in ACTS.items() if number.upper() in known), None)
    return _in_code(act, number, path, tail) if act else place.code("22", number, path, tail)


def _read_regulation(reader: _Reader, found: re.Match[str]) -> Iterator[Citation]:
    reader.title = found[1]
    places = reader.places(_REGULATION)
    return _some(reader, found, (place.regulation(found[1], number, path) for number, path, _ in places))


def _read_act(reader: _Reader, found: re.Match[str]) -> Iterator[Citation]:
    act = found[1].upper()
    return iter(tuple(_in_code(act, *where) for where in reader.places(_CODE)) or (_whole(act),))


def _in_code(act: str, number: str, path: tuple[str, ...], tail: str) -> Citation:
    known = ACTS[act]
    if number.upper() in known:
        return place.code("22", known[number.upper()], path, tail)
    near = sorted(known, key=lambda one: (abs(_digits(one) - _digits(number)), one))[:5]
    raise UnknownWord(
        f"{act} section {number.upper()}",
        "we do not know where the Code has it",
        [f"{act} {one}" for one in near],
        "Cite the section of the Code, such as 22 USC 2776.",
    )


def _digits(number: str) -> int:
    return int(re.sub(r"\D", "", number))


def _read_law(reader: _Reader, found: re.Match[str]) -> Iterator[Citation]:
    where = re.sub(r"^,? ?", "", found["where"] or "")
    places = [(section.upper(), path) for section, path, _ in reader.places(_SIGNED)]
    if not places:
        reader.skip(_TAIL)
    cited = [place.public_law(found[1], found[2], where, *one) for one in places or [("", ())]]
    if places and (inner := reader.take(_ENACTED)):
        enacted = (inner["number"].upper(), steps_of(inner["path"]))
        cited[-1] = place.enacted(cited[-1], found[1], found[2], inner["where"].strip(" ,"), *enacted)
    yield from cited


_ENACTED = quick_pattern(
    rf" ?\[(?P<where>[^\[\]§]*)§(?P<number>\d+[A-Z]{{0,2}})(?P<path>(?:{_PATH})?)\]", re.IGNORECASE
)
"""The section of another bill that a section of a public law enacts: `div. A §101(d) [title V, §594]`."""


def _read_order(reader: _Reader, found: re.Match[str]) -> Iterator[Citation]:
    places = [(section, path) for section, path, _ in reader.places(_SIGNED)]
    yield from (place.order(found[1], *one) for one in places or [("", ())])


def _read_supplement(reader: _Reader, found: re.Match[str]) -> Iterator[Citation]:
    yield place.supplement(reader.title, found[1], found[2])


def _read_constitution(reader: _Reader, found: re.Match[str]) -> Iterator[Citation]:
    yield place.constitution(found[1].upper(), found[2] or "", found[3] or "")


def _read_bill(reader: _Reader, found: re.Match[str]) -> Iterator[Citation]:
    yield place.bill(found[1].lower(), found[2], found[3] or "")


def _numbered(form: str) -> Callable[[_Reader, re.Match[str]], Iterator[Citation]]:
    """Return a reader for a form that consists of numbers."""
    return lambda _, found: iter([place.numbered(form, *(number.replace(",", "") for number in found.groups()))])


_Read = Callable[[_Reader, re.Match[str]], Iterator[Citation]]
_DIVISION = r"(?:,? (?:div|title|app|appendix|division)\b\.? [A-Z0-9]+)*"


def _forms() -> Iterator[tuple[re.Pattern[str], _Read]]:
    """Yield every form with its reader; a form is compiled only if no earlier form matches."""
    return ((_compiled(pattern), read) for pattern, read in _FORMS)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_FORMS: tuple[tuple[str, _Read], ...] = (
    (r"§?(\d+) ?USC ?", _read_code),
    (r"§?(\d+) ?CFR ?", _read_regulation),
    (r"(AECA|FAA)\b ?", _read_act),
    (rf"PL (\d+)-(\d+)(?P<where>{_DIVISION})", _read_law),
    (r"EO (\d{4,5})", _read_order),
    (r"PD (\d{2,4}-\d+)", _numbered("PD")),
    (r"FR Doc\.? (?:No\. )?(\d{2,4}-\d+)", _numbered("FR Doc.")),
    (r"(\d+) FR ([\d,]+\d)", _numbered("FR")),
    (r"BILL (\w+) (\d+)(?: (\d+))?", _read_bill),
    (r"(\d+) Stat\. (\d+)", _numbered("Stat.")),
    (r"(\d+) UST (\d+)", _numbered("UST")),
    (r"(\d+) UNTS (\d+)", _numbered("UNTS")),
    (r"TIAS (\d+)", _numbered("TIAS")),
    (r"Supp(?:\.|lement) No\. (\d+) to (?:part|15 CFR part) (\d+)", _read_supplement),
    (
        r"U\.?S\.? Const(?:itution|\.)?,? art(?:icle|\.) (I{1,3}|IV|VI{0,2})\b(?:,? §(\d+))?(?:,? cl\. (\d+))?",
        _read_constitution,
    ),
    (r"(?=§\d)", _read_bare),
)

_INSTRUMENTS = tuple(form for form, _ in _FORMS if form.startswith(("EO ", "PD ", "FR Doc", r"(\d+) FR ", "BILL ")))
"""The forms that can be searched anywhere in a sentence, because no list of sections follows them."""
