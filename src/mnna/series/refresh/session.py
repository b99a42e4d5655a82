"""The tools of all connectors: sessions that fetch files, readers of their formats, and the collection of figures."""

from __future__ import annotations

import csv
import io
import itertools
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlencode

from mnna import tables
from mnna.errors import CannotAnswer, extra
from mnna.series import checks, coverage_codes, metadata
from mnna.series.figures import Panel
from mnna.series.refresh.fetch import FetchFailed, Limits, Progress, Request, fetch
from mnna.series.vintages import Download, Held

Page = TypeVar("Page")
LARGEST_MEMBER = 3_000_000_000  # bytes of an unpacked member of a zip file, which is read line by line
LARGEST_WORKBOOK = 500_000_000  # bytes of an unpacked workbook, whose texts openpyxl keeps in memory
LONGEST_LINE = 1_000_000  # characters; the widest table, V-Dem's full one, has lines of some 40,000


class WrongShape(CannotAnswer):
    """A file that was downloaded completely but does not have the documented form."""


def wrong_shape(what: str, why: str) -> WrongShape:
    """Return the error for a file `what` that does not have the documented form, with the reason `why`."""
    do = "Its producer may have changed the form; the figures held stay in place."
    return WrongShape(f"reading {what}", why, (), do)


@dataclass
class Session:
    """The downloads of one data set into a folder.

    Each download is checked, recorded in `downloads` for the vintage, and skipped if the server's copy has not changed
    since the stored vintage `held`.
    """

    dataset: str
    folder: Path
    base: str | None = None
    limits: Limits = field(default_factory=Limits)
    progress: Callable[[Progress], None] | None = None
    held: Held | None = None
    downloads: list[Download] = field(default_factory=list)

    def get(
        self,
        address: str,
        kind: str,
        query: Query | None = None,
        *,
        conditional: bool = True,
        headers: dict[str, str] | None = None,
        secret: str = "",
        parts: Mapping[str, str] | None = None,
    ) -> Path:
        """Fetch one file by its id in `addresses.csv` and return its path.

        `parts` fill in the path of the address. Raises `Unchanged` where `conditional` is true and the stored copy is
        the newest, and `FetchFailed`.
        """
        of = addresses()[address]
        url = (self.base or of["host"]).rstrip("/") + of["path"].format(**(parts or {}))
        url = f"{url}?{urlencode(query, doseq=True)}" if query else url
        asked = Request(self.dataset, url, kind, None, headers or {}, secret, self.limits, self.progress)
        if conditional and self.held:
            asked = replace(asked, held=next((one for one in self.held.sources if one.url == asked.shown), None))
        file = self.folder / f"{len(self.downloads)}.{kind}"
        self.downloads.append(fetch(asked, file))
        return file

    def json(
        self, address: str, what: str, query: Query | None = None, *, conditional: bool = False, **more: Any
    ) -> Any:
        """Return the content of a JSON file, fetched as by `get`; raises `WrongShape` where it is not valid JSON."""
        return read_json(self.get(address, "json", query, conditional=conditional, **more), what)


def newest(versions: Sequence[str], get: Callable[[str], Page]) -> tuple[Page, str]:
    """Return `get(version)` and the version, for the first version that the server has; raises `FetchFailed`."""
    *newer, oldest = versions
    for version in newer:
        try:
            return get(version), version
        except FetchFailed as error:
            if error.status != 404:
                raise
    return get(oldest), oldest


def paged(what: str, most: int, page: Callable[[int], tuple[Page, int]]) -> Iterator[Page]:
    """Yield the content of each page; `page(number)`, from 1 on, returns a page's content and the number of pages.

    Raises `WrongShape` where there are more than `most` pages, so that a faulty server cannot keep the loop running.
    """
    for number in itertools.count(1):
        found, last = page(number)
        if last > most:
            raise wrong_shape(what, f"it states {last} pages")
        yield found
        if number >= last:
            return


@dataclass(frozen=True, slots=True)
class Read:
    """The result of a connector: figures by indicator, fields that replace those of its record, notes for the user."""

    panels: Mapping[str, Panel]
    overrides: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass
class Rows:
    """The rows read from a file: cells by indicator in `found`, and counts of rows left out by reason in `left`."""

    what: str
    found: dict[str, list[checks.Cells]] = field(default_factory=dict)
    left: dict[str, dict[str, int]] = field(default_factory=dict)

    def add(self, indicator: str, country: str, year: str, value: str, line: int) -> None:
        """Add one figure; empty cells, `NA`, `NULL` and `..` are skipped, unknown country codes are left out."""
        if value.strip() in ("", "NA", "..", "NULL"):
            return
        if not coverage_codes.known(country):
            self.leave("not a country of this package", country)
            return
        row = checks.Cells(f"{self.what} line {line}", country, year, value)
        self.found.setdefault(indicator, []).append(row)

    def leave(self, why: str, name: str) -> None:
        """Count one row as left out, by reason and name."""
        tally = self.left.setdefault(why, {})
        tally[name] = tally.get(name, 0) + 1

    def panels(self) -> dict[str, Panel]:
        """Return the figures by indicator, checked against its bounds; raises `BadFacts`."""
        known = metadata.records()
        found = ((name, rows, known[name]) for name, rows in self.found.items())
        return {name: checks.checked(rows, record["low"], record["high"]) for name, rows, record in found}

    def notes(self) -> tuple[str, ...]:
        """Return one note for each reason why rows were left out, with their number and names."""
        return tuple(
            f"{sum(tally.values())} rows left out, {why}: {', '.join(sorted(tally)[:40])}"
            + (" and others" if len(tally) > 40 else "")
            for why, tally in self.left.items()
        )

    def read(self, panels: Mapping[str, Panel], **said: str) -> Read:
        """Return the panels as a connector's result; `said` are fields of each record, such as `version`."""
        return Read(panels, {name: {"obtained_from": "", **said} for name in panels}, self.notes())


@contextmanager
def documented(what: str, why: str = "") -> Iterator[None]:
    """Turn a missing key or a value of another type into a `WrongShape`, with the reason `why` or the error's own."""
    try:
        yield
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise wrong_shape(what, why or str(error)) from None


def read_json(file: Path, what: str) -> Any:
    """Return the JSON document in a file; raises `WrongShape` where it is not valid JSON."""
    try:
        return json.loads(file.read_bytes())
    except ValueError as error:
        raise wrong_shape(what, f"not whole JSON ({error})") from None


def table(
    text: io.TextIOBase, what: str, needed: Iterable[str], delimiter: str = ","
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the line number and the `needed` cells of every row of a CSV.

    Raises `WrongShape` for a missing column, a row of another width, or text that is not CSV or not UTF-8.
    """
    rows = csv.reader(_lines(text, what), delimiter=delimiter)
    try:
        yield from _rows(rows, what, needed)
    except csv.Error as error:
        raise wrong_shape(f"{what} line {rows.line_num}", f"not CSV ({error})") from None
    except UnicodeDecodeError as error:
        raise wrong_shape(what, f"not UTF-8 text ({error.reason} near line {rows.line_num + 1})") from None


def _lines(text: io.TextIOBase, what: str) -> Iterator[str]:
    """Yield the lines of a text; raises `WrongShape` for one longer than `LONGEST_LINE`."""
    while line := text.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE:
            raise wrong_shape(what, f"a line of more than {LONGEST_LINE:,} characters")
        yield line


def _rows(rows: Any, what: str, needed: Iterable[str]) -> Iterator[tuple[int, dict[str, str]]]:
    header = [name.strip().lstrip("\ufeff").strip('"') for name in next(rows, [])]
    missing = [name for name in needed if name not in header]
    if missing:
        raise wrong_shape(what, f"no column {', '.join(missing)}; there are {', '.join(header[:12]) or 'none'}")
    places_of = [(name, header.index(name)) for name in needed]
    for cells in rows:
        if len(cells) != len(header):
            if not cells:
                continue
            raise wrong_shape(f"{what} line {rows.line_num}", f"{len(cells)} cells for {len(header)} columns")
        yield rows.line_num, {name: cells[at].strip() for name, at in places_of}


def not_swollen(members: Iterable[zipfile.ZipInfo], what: str, most: int) -> None:
    """Raise `WrongShape` where the members of an archive unpack to more than `most` bytes."""
    size = sum(one.file_size for one in members)  # zipfile reads no more of a member than it states
    if size > most:
        raise wrong_shape(what, f"unpacks to {size:,} bytes")


@contextmanager
def member(file: Path, what: str, ending: str = ".csv") -> Iterator[io.TextIOBase]:
    """Open the only member of a zip file with that ending, as text.

    Raises `WrongShape` where there is not exactly one, or the archive is damaged or unpacks to too many bytes.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            found = [one for one in archive.infolist() if one.filename.lower().endswith(ending)]
            if len(found) != 1:
                raise wrong_shape(what, f"{len(found)} {ending} files in the archive, not one")
            not_swollen(found, what, LARGEST_MEMBER)
            with archive.open(found[0]) as opened, io.TextIOWrapper(opened, encoding="utf-8-sig", newline="") as text:
                yield text
    except (zipfile.BadZipFile, EOFError, UnicodeDecodeError) as error:
        raise wrong_shape(what, f"the archive is damaged ({error})") from None


def sheet(file: Path, what: str, name: str = "") -> Iterator[Sequence[Any]]:
    """Yield the values of each row of the named sheet of a workbook, or of its first sheet without one of that name.

    Raises `WrongShape` for a file that is not a workbook, and `CannotAnswer` where the package to read it is missing.
    """
    with extra("refresh", f"reading {what}"):
        import openpyxl
    try:
        with zipfile.ZipFile(file) as archive:
            not_swollen(archive.infolist(), what, LARGEST_WORKBOOK)
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        try:
            found = book[name] if name in book.sheetnames else book.worksheets[0]
            yield from found.iter_rows(values_only=True)
        finally:
            book.close()
    except CannotAnswer:
        raise
    except Exception as error:  # openpyxl does not catch the exceptions of the zip and XML libraries
        raise wrong_shape(what, f"not a workbook that can be read ({type(error).__name__}: {error})") from None


Query = Mapping[str, str | Sequence[str]]


@cache
def addresses() -> dict[str, dict[str, str]]:
    """Return the official addresses of `addresses.csv` by id: `host`, `path`, and what the file `gives`."""
    return {row["id"]: row for row in tables.table(Path(__file__).with_name("addresses.csv"))}


@cache
def _spells(system: str) -> dict[str, list[tuple[int, int, str]]]:
    """Return first year, last year and country code of each spell, by state number."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for row in tables.table(Path(__file__).with_name("state_numbers.csv")):
        if row["system"] == system:
            spell = (int(row["from_year"] or 0), int(row["to_year"] or 9999), row["country"])
            found.setdefault(row["number"], []).append(spell)
    return found


def state(system: str, number: str, year: int) -> str | None:
    """Return the alpha-3 code of a state number (`cow` or `gw`) in a year; None where it is of no country known here.

    A number can mean different countries in different years: 365 is the Soviet Union until 1991 and Russia after.
    Gleditsch and Ward's numbers are the same as Correlates of War's, except those listed in the table.
    """
    own = _spells(system).get(number) or (_spells("cow").get(number, []) if system == "gw" else [])
    return next((code for first, last, code in own if first <= year <= last), None)
