"""Notices of arms sales in the Federal Register, by the Defense Security Cooperation Agency and the State Department.

The Agency publishes each notice under AECA 36(b) with the value of major defense equipment and the total. The State
Department publishes lists of notices under 36(c), which state a threshold and no value. A document that cannot be
parsed is left out and listed; a value that is not stated stays empty.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from mnna.errors import UnknownCountry
from mnna.registry.countries import resolve
from mnna.series.refresh.federal_register import PRODUCER, documents
from mnna.series.refresh.fetch import PAGE
from mnna.series.refresh.session import Session, wrong_shape
from mnna.tables import table

DATASET = "notices"
FIELDS = ("document_number", "title", "publication_date", "html_url", "raw_text_url")
TABLE = Path(__file__).with_name("arms_sales.csv")
"""The searches: an agency, words of its titles, and the channel of the sales that it publishes."""

_PATH = re.compile(r"/documents/full_text/text/(\d{4}/\d{2}/\d{2}/[\w-]+)\.txt$")
_NUMBER = re.compile(r"Transmittal\s+No\.?:?\s*(\d{2}-\d{1,3}[A-Z]?|\d{2}-\d[A-Z])\b")
_PURCHASER = re.compile(r"\(i\)\s*(?:\(U\)\s*)?Prospective Purchaser:?\s*(.+?)\s*\(ii\)", re.DOTALL)
_WHAT = re.compile(r"\(iii\)\s*(?:\(U\)\s*)?Description[^:]*:\s*(.+?)\s*\(iv\)", re.DOTALL)
_DELIVERED = re.compile(r"Date Report Delivered to Congress:\s*(\w+)\s+(\d{1,2}),?\s+(\d{4})")
_AMOUNT = r"[\s.*_\-:]*\$\s*([\d,]+(?:\.\d+)?)\s*(million|billion)?"
_EQUIPMENT = re.compile(rf"Major Defense Equipment(?:\s*\(MDE\))?{_AMOUNT}", re.IGNORECASE)
_TOTAL = re.compile(rf"\bTOTAL\b{_AMOUNT}")
_AMENDS = re.compile(r"36\(b\)\(5\)\(C\)")
_EMERGENCY = re.compile(r"an emergency exists", re.IGNORECASE)
_LICENSE = re.compile(r"Transmittal\s+No\.?:?\s*DDTC[\s-]*(\d{2}-\d{3})\b")
_TO = re.compile(r"\b(?:to|for use (?:in|by))\s+(?:the\s+)?([A-Z][\w' -]+?)(?=[,.;]|\s+(?:in|for|to|and|of)\b)")
_DAY = re.compile(r"\b(\w+)\s+(\d{1,2}),\s+(\d{4})\b")
_BODIES = ("NATO ", "North Atlantic Treaty Organization")
LONGEST = 300
"""The number of characters to which a description is shortened."""


@dataclass(frozen=True, slots=True)
class Published:
    """One notice as it was published; an amount (US dollars) or a day that is not stated is None."""

    transmittal: str
    recipient: str
    purchaser: str
    channel: str
    notified_on: date | None
    what: str
    document: str
    address: str
    mde_usd: int | None = None
    total_usd: int | None = None
    amends: str = ""
    emergency: str = "no"


@dataclass
class Found:
    """The notices that were read, by transmittal number, and the documents that were left out."""

    notices: dict[str, Published] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)


def read(session: Session, since: date) -> Found:
    """Return every notice published since a day; raises `WrongShape` or `FetchFailed` where the source fails.

    If one document fails, nothing is returned. If a number was published twice, the later document is used.
    """
    found = Found()
    for search in table(TABLE):
        for one in _listed(session, search, since):
            _document(session, one | {"channel": search["channel"]}, found)
    return found


def _listed(session: Session, search: Mapping[str, str], since: date) -> Iterator[dict[str, str]]:
    """Yield the documents of one search, oldest first; raises `WrongShape` for one without the needed fields."""
    query = {
        "conditions[term]": f'"{search["words"]}"',
        "conditions[agencies][]": search["agency"],
        "conditions[publication_date][gte]": since.isoformat(),
        "conditions[type][]": "NOTICE",
        "order": "oldest",
    }
    for one in documents(session, query, FIELDS):
        if not isinstance(one, dict) or any(not isinstance(one.get(name), str) for name in FIELDS):
            raise wrong_shape(PRODUCER, "a document without number, title, day or address")
        yield one


def _document(session: Session, one: dict[str, str], found: Found) -> None:
    """Fetch the text of a document and add its notices to `found`; raises `WrongShape` or `FetchFailed`."""
    place = _PATH.search(one["raw_text_url"])
    if place is None:
        raise wrong_shape(PRODUCER, f"the text of {one['document_number']} has an address of another form")
    file = session.get("federal-register-text", PAGE, conditional=False, parts={"path": place[1]})
    text = _plain(file.read_bytes().decode("utf-8", errors="replace"))
    if "[FR Doc" not in text:
        raise wrong_shape(PRODUCER, f"the text of {one['document_number']} is cut off")
    is_list = _LICENSE.search(text) is not None
    sale = None if is_list else _sale(text, one)
    read_here = list(_licenses(text, one)) if is_list else [sale] if sale else []
    if not read_here:
        found.left.append(f"{one['document_number']} ({one['title']})")
    for notice in read_here:
        found.notices[notice.transmittal] = notice


def _plain(page: str) -> str:
    """Return the text of an HTML page, with runs of blanks replaced by one."""
    return re.sub(r"[ \t]+", " ", html.unescape(re.sub(r"<[^>]*>", "", page)))


def _sale(text: str, one: dict[str, str]) -> Published | None:
    """Return the notice of a government sale; None where its number or purchaser is not found.

    None also where the stated equipment is worth more than the stated total.
    """
    number, purchaser = _NUMBER.search(text), _PURCHASER.search(text)
    whose = _purchaser(purchaser[1]) if purchaser else ""
    if number is None or purchaser is None or not whose:
        return None
    mde, total, what = _money(_EQUIPMENT, text), _money(_TOTAL, text), _WHAT.search(text)
    if mde is not None and total is not None and mde > total:
        return None
    amends = number[1].rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") if _AMENDS.search(text) else ""
    emergency = "yes" if _EMERGENCY.search(text) else "no"
    what_for, day = _short(what[1]) if what else one["title"], _day(_DELIVERED.search(text))
    plain = _published(one, number[1], whose, _short(purchaser[1]), day, what_for)
    return replace(plain, mde_usd=mde, total_usd=total, amends=amends, emergency=emergency)


def _published(one: dict[str, str], number: str, code: str, purchaser: str, day: date | None, what: str) -> Published:
    """Return a notice of a document, without amounts."""
    place = one["document_number"], one["html_url"]
    return Published(number, code, purchaser, one["channel"], day, what, *place)


def _licenses(text: str, one: dict[str, str]) -> Iterator[Published]:
    """Yield the notices of a list: each is a letter that ends before the next number, and states no value."""
    marks = list(_LICENSE.finditer(text))
    for mark, after in zip(marks, [*(each.start() for each in marks[1:]), len(text)], strict=True):
        letter = text[mark.start() : after]
        named = (_purchaser(place) for place in _TO.findall(letter))
        whose = next((code for code in named if code), "")
        if whose:
            what, day = _short(letter[mark.end() - mark.start() :]), _day(_DAY.search(letter))
            yield _published(one, f"DDTC {mark[1]}", whose, whose, day, what)


def _purchaser(text: str) -> str:
    """Return the code of a purchaser as named in a notice; empty where it is not a known country or NATO."""
    plain = _short(text)
    if plain.startswith(_BODIES):
        return "NATO"
    try:
        return resolve(plain).iso3
    except UnknownCountry:
        return ""


def _money(form: re.Pattern[str], text: str) -> int | None:
    """Return the first amount in US dollars that matches the pattern, None without a match."""
    stated = form.search(text)
    if stated is None:
        return None
    size = {"million": 10**6, "billion": 10**9}.get((stated[2] or "").lower(), 1)
    return round(float(stated[1].replace(",", "")) * size)


def _day(found: re.Match[str] | None) -> date | None:
    if found is None:
        return None
    try:
        return datetime.strptime(f"{found[1]} {found[2]} {found[3]}", "%B %d %Y").date()
    except ValueError:
        return None


def _short(text: str) -> str:
    plain = " ".join(re.sub(r"\(U\)", "", text).split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1].rstrip()}…"
