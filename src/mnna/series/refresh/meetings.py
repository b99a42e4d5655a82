"""Meetings of leaders from the Historian's two repositories: XML files of visits by decade, and of travels by traveler.

`data/2020.xml` has `<visit>` with `id`, `start-date`, `end-date` and `from`; a file of travels has `<trip>` with
`country` instead of `from`. Records already stored keep their country code, because the source uses former names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from mnna.registry import countries
from mnna.series import meetings
from mnna.series.figures import Panel
from mnna.series.meetings import COLUMNS, Meeting
from mnna.series.refresh.drift import Drift, drift
from mnna.series.refresh.session import Session, documented, wrong_shape
from mnna.series.vintages import write_table

DATASET = "meetings"
FIRST = 1982
FOLDERS = {"president": "president-travels", "secretary": "secretary-travels"}
_NAME = re.compile(r"[a-z-]+\.xml")
_MOST = 200
_LARGEST = 20_000_000
ENOUGH = 0.98
"""A list with less than this share of the stored records is treated as a bad download."""


def read(session: Session) -> tuple[tuple[Meeting, ...], tuple[str, ...]]:
    """Return every meeting from 1982 on, and a note on meetings left out because their place is not a known country.

    Raises `WrongShape` or `FetchFailed` where the source fails, or lacks too many of the stored records.
    """
    held = {(one.kind, one.record): one.country for one in meetings.meetings()}
    left, found = Counter[str](), list[Meeting]()
    for kind, file, what in _files(session):
        for record in _records(file, what):
            since, until, place, named = _of(record, what)
            number = (record.findtext("id") or "").strip()
            if since.year < FIRST:
                continue
            if code := held.get((kind, number)) or code_of(place, named):
                found.append(Meeting(since, until, code, kind, number))
            else:
                left[place] += 1
    places = ", ".join(sorted(left)[:20])
    notes = (f"{left.total()} meetings left out, with a place that is no country known here: {places}",) if left else ()
    there = len(held.keys() & {(one.kind, one.record) for one in found})
    if there < ENOUGH * len(held):
        raise wrong_shape("the lists of meetings", f"{there:,} of the {len(held):,} records held are in them")
    return tuple(sorted(set(found))), notes


def _files(session: Session) -> Iterator[tuple[str, Path, str]]:
    """Yield kind, file and name of the visits of each decade, then of the travels of each traveler."""
    for decade in range(FIRST // 10 * 10, date.today().year + 1, 10):
        yield "leader", session.get("visits", "html", conditional=False, parts={"decade": str(decade)}), f"{decade}.xml"
    for kind, folder in FOLDERS.items():
        what = f"the list of {folder}"
        for name in _names(session.json("travels", what, parts={"folder": folder}), what):
            parts = {"folder": folder, "name": name}
            yield kind, session.get("travels-file", "html", conditional=False, parts=parts), name


def _names(listed: object, what: str) -> list[str]:
    """Return the names of the XML files in a folder's listing; raises `WrongShape` for none or too many."""
    rows = listed if isinstance(listed, list) else []
    names = [str(one.get("name")) for one in rows if isinstance(one, dict)]
    found = [name for name in names if _NAME.fullmatch(name)]
    if not found or len(found) > _MOST:
        raise wrong_shape(what, f"{len(found)} files of travelers")
    return found


def _records(file: Path, what: str) -> list[ElementTree.Element]:
    """Return the visits or trips in a file; raises `WrongShape` for a file that is too large or not safe XML."""
    if file.stat().st_size > _LARGEST:
        raise wrong_shape(what, f"{file.stat().st_size:,} bytes")
    text = file.read_bytes()
    if b"<!" in text.replace(b"<!--", b""):  # a document type may define entities that expand without limit
        raise wrong_shape(what, "it declares a document type")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise wrong_shape(what, f"not whole XML ({error})") from None
    return [one for one in root if one.tag in ("visit", "trip")]


def code_of(place: str, named: str) -> str | None:
    """Return the alpha-3 code of a place as written, else by the source's name for it; None for a former state."""
    if countries.fold(place) in countries.former_states():
        return None
    country = countries.known(place) or countries.known(named.replace("-", " "))
    return country.iso3 if country else None


def _of(record: ElementTree.Element, what: str) -> tuple[date, date, str, str]:
    """Return the first and last day of a record, and its place as written and by id; raises `WrongShape` otherwise."""
    where = next((one for tag in ("from", "country") if (one := record.find(tag)) is not None), None)
    place, named = ("", "") if where is None else (where.text or "", where.get("id", ""))
    number = record.findtext("id") or "without a number"
    with documented(what, f"record {number} has no day of the form 2020-01-07"):
        days = ((record.findtext(name) or "").strip() for name in ("start-date", "end-date"))
        since, until = map(date.fromisoformat, days)
    return since, until, " ".join(place.split()), named


def changed(found: tuple[Meeting, ...]) -> Drift | None:
    """Return how a newer list differs in meetings per country and year; None where it equals the stored list."""
    held = meetings.meetings()
    return None if found == held else drift(DATASET, _counted(held), _counted(found))


def _counted(listed: tuple[Meeting, ...]) -> Panel:
    return {key: float(count) for key, count in Counter((one.country, one.since.year) for one in listed).items()}


def keep(found: tuple[Meeting, ...]) -> Path:
    """Write the newer list to the user's data directory, and return its path.

    Raises `CannotAnswer` where the directory cannot be written.
    """
    path = meetings.own_table()
    write_table(path, COLUMNS, found, "storing meetings")
    return path
