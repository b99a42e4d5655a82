"""Reader of the user's own export from the SIPRI Arms Transfers Database, whose license forbids shipping its figures.

Accepted forms are CSV with commas or semicolons, in UTF-8 or Latin-1, with any number of lines before the header:

1. *Import/export values by recipient*: a header `Recipient,1950,1951,...` (the site since 2023) or an empty cell
   followed by years (before). The supplier must be named as the United States: in a line before the header ("TIV of
   arms exports from the United States, 1950-2020"), in the closing line ("Total exports from United States"), or by the
   caller (`supplier="United States"`). Columns that are not a year (totals, spans such as `1950-2023`) are ignored.
2. The values table with a `Supplier` column beside `Recipient`: only the rows of the United States are used.
3. *Trade register*: columns `Recipient`, `Supplier`, `Year(s) of delivery` and `SIPRI TIV of delivered weapons`. The
   register does not say how much was delivered in which year. So the delivered TIV is divided equally over the years of
   delivery, and the indicator's notes say so. Prefer the values table, or the register of the present site.
4. *Trade register, one row per year of delivery* (the present site): columns `Recipient`, `Supplier`, `Delivery year`
   and `TIV delivery values`. Each row says what was delivered in its year.

An order without any delivery yet (no year, and a TIV of 0) is left out and counted. An empty cell means no delivery; a
0 means a delivery of less than 0.5 million. Recipients that are not countries (rebels, organizations, unknown, rival
governments, states without a code) are left out and listed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from mnna.errors import BadFacts, UnknownCountry
from mnna.series import coverage_codes, metadata, user_series
from mnna.series.figures import finite
from mnna.tables import table

INDICATOR = "us_arms_tiv"
REGISTER = "trade register"
WHOLE_TABLE = 50  # an export with fewer recipients was filtered; a country absent from it is missing, not zero
_US = ("united states", "united states of america", "usa", "us")
_BY_YEAR = "tiv delivery values"
_DELIVERED = ("sipri tiv of delivered weapons", "tiv delivered", _BY_YEAR)
_YEARS = ("year(s) of delivery", "year(s) of deliveries", "year of delivery", "delivery year")


NO_CODE = re.compile(
    r"\*$|^unknown|^biafra$|^katanga$|^libya (gnc|hor)$|^lebanon palestinian|^north(ern)? (yemen|cyprus)$"
    r"|^south vietnam$|^yemen arab republic|^zanzibar$|^united nations|^nato$|^african union"
    r"|^regional security system|^unita|^western hemisphere",
    re.IGNORECASE,
)
"""Recipients without a code: rebel groups (names end in `*`), organizations (`**`), rival governments, old states."""


@cache
def recipients() -> dict[str, str]:
    """Return the codes of SIPRI's names that the table of countries lacks; a dissolved state keeps its own code."""
    return {row["name"]: row["code"] for row in table(Path(__file__).with_name("sipri_names.csv"))}


SHAPES = "See the documented shapes of the export."


@dataclass
class _Reading:
    """The figures read so far, the countries with a row, the recipients left out, and the count of open orders."""

    file: Path
    panel: dict[tuple[str, int], float] = field(default_factory=dict)
    recipients: set[str] = field(default_factory=set)
    left_out: list[str] = field(default_factory=list)
    open_orders: int = 0

    def wrong(self, line: int, text: str, do: str = SHAPES, near: Sequence[str] = ()) -> BadFacts:
        """Return the error for a line, or for the whole file where `line` is 0."""
        return BadFacts(f"{self.file.name} line {line}" if line else self.file.name, text, near, do)


Row = tuple[int, list[str]]


def ingest_sipri(file: Path | str, *, supplier: str | None = None) -> user_series.Ingested:
    """Store the user's own export of SIPRI's table of deliveries from the United States as `us_arms_tiv`.

    Unit: million SIPRI trend-indicator values of major arms delivered in the year. `supplier` names the exporter where
    the file does not. Raises `BadFacts`, with the line, for a file of another form than those documented above, and
    `BadQuestion` for a file that cannot be read.
    """
    reading = _Reading(Path(file))
    content = user_series.content_of(reading.file)
    rows = list(_rows(reading, content))
    at = _header(reading, rows)
    names = _names(rows[at][1])
    if any(name in names for name in _DELIVERED):
        _register(reading, rows[at + 1 :], names)
        return _stored(reading, content, f"{REGISTER} by year of delivery" if _BY_YEAR in names else REGISTER)
    _values(reading, rows[:at], rows[at + 1 :], rows[at], supplier)
    return _stored(reading, content, "import/export values")


def _names(header: list[str]) -> list[str]:
    """Return the names of the columns in lower case; the last one of the present register ends with a semicolon."""
    return [cell.strip().rstrip(";").casefold() for cell in header]


def _rows(reading: _Reading, content: bytes) -> Iterator[Row]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    if re.match(r"\s*(<!doctype|<html|\{\\rtf|PK\x03\x04)", text, re.IGNORECASE):
        raise reading.wrong(0, "not a CSV file", "In the SIPRI database choose CSV as the form of the download.")
    delimiter = ";" if text.count(";") > text.count(",") else ","
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    for cells in reader:
        yield reader.line_num, cells


def _header(reading: _Reading, rows: list[Row]) -> int:
    """Return the index of the header row; raises `BadFacts` where there is none."""
    for at, (line, cells) in enumerate(rows):
        names = _names(cells)
        years = [name for name in names if _year(name)]
        if "recipient" in names and (years or any(name in names for name in _DELIVERED)):
            return at
        if names and names[0] == "supplier" and years:
            do = "Export the values of the supplier United States by recipient."
            raise reading.wrong(line, "a table of suppliers of one recipient", do)
        if len(years) > 1 and names[0] == "":
            return at
    do = "Export 'Import/export values' or the trade register from the SIPRI Arms Transfers Database as CSV."
    raise reading.wrong(0, "no header of a SIPRI export found", do, ("Recipient,1950,1951,...",))


def _year(text: str) -> int:
    """Return the year of a column title, 0 where it is not a year."""
    text = text.strip()
    return int(text) if re.fullmatch(r"(19|20)\d\d", text) else 0


def _values(reading: _Reading, before: list[Row], after: list[Row], header: Row, supplier: str | None) -> None:
    names = [cell.strip().casefold() for cell in header[1]]
    years = {at: year for at, name in enumerate(names) if (year := _year(name))}
    recipient = names.index("recipient") if "recipient" in names else 0
    seller = names.index("supplier") if "supplier" in names else None
    if seller is None and not _says_us(before, after, supplier):
        do = 'Export it for the supplier United States, or say so: supplier="United States" (`--supplier`).'
        raise reading.wrong(header[0], "the file does not say that the supplier is the United States", do)
    total, seen = False, set[str]()
    for line, cells in after:
        name = cells[recipient].strip() if len(cells) > recipient else ""
        total = total or name.casefold().startswith("total")
        if not name or name.casefold().startswith("total") or (total and not any(cells[1:])):  # closing words
            continue
        _fits(reading, line, cells, max(years), len(names))
        if seller is not None and not _is_us(cells[seller]):
            continue
        if name in seen:
            raise reading.wrong(line, f"{name} stands in the table twice", "Give one export, not several in a row.")
        seen.add(name)
        _add(reading, line, name, {year: cells[at] for at, year in years.items()})


def _fits(reading: _Reading, line: int, cells: list[str], last: int, wide: int) -> None:
    """Raise `BadFacts` for a row with too few cells, or with more than the header, since its columns may be shifted."""
    if len(cells) <= last or any(cell.strip() for cell in cells[wide:]):
        raise reading.wrong(line, f"{len(cells)} cells where the header has {wide}", "It is cut off, or lacks quotes.")


def _says_us(before: list[Row], after: list[Row], supplier: str | None) -> bool:
    if supplier is not None:
        return _is_us(supplier)
    heading = " ".join(cell for _, cells in before for cell in cells)
    closing = " ".join(cells[0] for _, cells in after if cells and cells[0].casefold().startswith("total"))
    said = rf"(exports?\s+from|exported by|supplier[^.;]*?)\W+(the\s+)?({'|'.join(_US)})\b"
    return re.search(said, f"{heading} {closing}", re.IGNORECASE) is not None


def _is_us(text: str) -> bool:
    return text.strip().casefold() in _US


def _register(reading: _Reading, rows: list[Row], names: list[str]) -> None:
    places = {"recipient": ("recipient",), "supplier": ("supplier",), "years": _YEARS, "tiv": _DELIVERED}
    at = {what: next((names.index(one) for one in options if one in names), -1) for what, options in places.items()}
    if missing := [what for what, column in at.items() if column < 0]:
        raise reading.wrong(0, f"the trade register has no column for {', '.join(missing)}", "Export it anew.")
    for line, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        _fits(reading, line, cells, max(at.values()), len(names))
        if not _is_us(cells[at["supplier"]]):
            continue
        spans = re.findall(r"((?:19|20)\d\d)(?:\s*-\s*((?:19|20)\d\d))?", cells[at["years"]])
        years = {year for first, last in spans for year in range(int(first), int(last or first) + 1)}
        share = _number(reading, line, cells[at["tiv"]])
        if not share and not years:  # an order without any delivery yet
            reading.open_orders += 1
            share = None
        if share is not None and not years:
            raise reading.wrong(line, f"a delivery without year ({cells[at['years']]!r})")
        each = {} if share is None else dict.fromkeys(sorted(years), share / len(years))
        _add(reading, line, cells[at["recipient"]].strip(), each)


def _add(reading: _Reading, line: int, name: str, cells: dict[int, str] | dict[int, float]) -> None:
    code = _code(reading, line, name)
    if code is None:
        if name not in reading.left_out:
            reading.left_out.append(name)
        return
    reading.recipients.add(code)
    for year, cell in cells.items():
        value = cell if isinstance(cell, float) else _number(reading, line, cell)
        if value is not None:
            reading.panel[code, year] = round(reading.panel.get((code, year), 0.0) + value, 6)


def _code(reading: _Reading, line: int, name: str) -> str | None:
    """Return the code of a recipient, None for one that is not a country; raises `BadFacts` for an unknown name."""
    folded = name.casefold()
    if NO_CODE.search(folded):
        return None
    if folded in recipients():
        return recipients()[folded]
    try:
        return coverage_codes.place(name).iso3
    except UnknownCountry as error:
        do = "Report it, or take the row out of the file."
        raise reading.wrong(line, f"{name!r} is no recipient this package knows", do, error.near) from None


def _number(reading: _Reading, line: int, cell: str) -> float | None:
    text = cell.strip().strip("()?").replace(" ", "")
    if not text:
        return None
    try:
        value = finite(text)
    except ValueError:
        value = -1.0
    if value < 0:
        raise reading.wrong(line, f"{cell!r} is not a TIV", "TIVs are numbers of millions, such as 12 or 12.5.")
    return value


def _stored(reading: _Reading, content: bytes, form: str) -> user_series.Ingested:
    if not reading.panel:
        do = "Export the values or the register for the supplier United States."
        raise reading.wrong(0, "no delivery from the United States in it", do)
    whole = len(reading.recipients) >= WHOLE_TABLE
    absent = "zero inside coverage" if whole else "missing"
    notes = [f"{len(reading.recipients)} recipients; a country that is not in the file counts as {absent}."]
    if form == REGISTER:
        notes.append("Estimate: the register's delivered TIV divided equally over its years of delivery.")
    if reading.open_orders:
        notes.append(f"Orders left out, of which nothing was delivered yet: {reading.open_orders}.")
    record = metadata.records()[INDICATOR]
    record = record | {"absent": absent, "version": form, "vintage": f"your export {reading.file.name}"}
    record["caveats"] = (*record["caveats"], *notes)
    left_out = tuple(f"left out, not a country: {name}" for name in reading.left_out)
    return user_series.store(f"own-{INDICATOR}", record, reading.panel, reading.file, content, left_out, tuple(notes))
