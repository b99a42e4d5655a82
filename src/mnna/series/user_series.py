"""Storage of a user's own figures, given as an `iso3,year,value` table and a metadata file that describes it."""

from __future__ import annotations

import csv
import math
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from mnna.errors import BadFacts, BadQuestion, alike
from mnna.files import refuse_device
from mnna.registry import countries
from mnna.series import checks, coverage_codes, metadata, vintages
from mnna.series.figures import Panel
from mnna.series.records import Indicator, Shown

HEADER = ["iso3", "year", "value"]
_LARGEST = 200_000_000


@dataclass(frozen=True, slots=True)
class Ingested(Shown):
    """The result of storing a user's file: the indicator, the path of its vintage, and every row that was left out."""

    indicator: Indicator
    path: Path
    left_out: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def ingest_csv(
    file: Path | str,
    metadata_file: Path | str,
    *,
    map: Mapping[str, str] = MappingProxyType({}),
    where: Mapping[str, str] = MappingProxyType({}),
) -> Ingested:
    """Store a CSV `iso3,year,value` and the TOML file that describes it; both are checked before anything is stored.

    `map` gives other column names (`{"iso3": "Country", "value": "Rate"}`), and `where` keeps only the rows whose
    columns have the given values. A country may be a code in any case or a usual English name. The metadata needs `id`,
    `title`, `unit`, `kind`, `producer`, `licence` and `citation`, and may have any other field of `Indicator` except
    its coverage. With the id of an embedded indicator, the user's figures replace the embedded ones. Raises `BadFacts`
    with file and line for an invalid row or field, `BadQuestion` for a file that cannot be read.
    """
    table, described = Path(file), Path(metadata_file)
    record = read_metadata(described)
    content = content_of(table)
    panel = checks.checked(_cells(table, content, map, where), record["low"], record["high"])
    return store(f"own-{record['id']}", record, panel, table, content)


def store(
    dataset: str,
    record: metadata.Record,
    panel: Panel,
    file: Path,
    content: bytes,
    left_out: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
) -> Ingested:
    """Store checked figures as the user's own; `content` is the bytes of `file`, whose checksum is recorded."""
    name, now = record["id"], datetime.now(UTC).isoformat(timespec="seconds")
    sources, told = (vintages.given(file, content),), (*notes, *left_out)
    held = vintages.write(vintages.Vintage(dataset, vintages.OWN, now, {name: panel}, {name: record}, sources, told))
    return Ingested(held.indicators[name], held.path, left_out, notes)


def content_of(file: Path) -> bytes:
    """Return the bytes of a user's file; raises `BadQuestion` for a device, an unreadable file, or over 200 MB."""
    try:
        refuse_device(file)
        if file.stat().st_size > _LARGEST:
            raise BadQuestion(f"the file {file}", "it is larger than 200 MB", (), "Give the table of one indicator.")
        return file.read_bytes()
    except OSError as error:
        raise BadQuestion(f"the file {file}", f"it cannot be read ({error.strerror})", (), "Check the path.") from None


def read_metadata(file: Path) -> metadata.Record:
    """Return the completed record of a user's metadata file; raises `BadFacts`, which names the line or field."""
    try:
        record = tomllib.loads(content_of(file).decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadFacts(file.name, f"not a TOML file ({error})", (), 'Write lines like: title = "Homicides".') from None
    for name in ("from", "shipped", "bring", "caveats_more"):
        if name in record:
            asked = f"{file.name}: {record.get('id', '')}"
            raise BadFacts(asked, f"unknown field {name}", metadata.REQUIRED, "Remove it.")
    if not isinstance(record.get("caveats", []), list):
        raise BadFacts(f"{file.name}: caveats", "not a list", (), 'Write caveats = ["one", "another"].')
    full = metadata.completed(record, file.name)
    if not re.fullmatch(r"[a-z][a-z0-9_]{1,60}", str(full["id"])):
        raise BadFacts(f"{file.name}: id", f"{full['id']!r} is not an id", (), "Use small letters, digits and _.")
    _typed(file, full)
    return full


def _typed(file: Path, record: metadata.Record) -> None:
    """Raise `BadFacts` for a field whose value has the wrong type."""
    for name, value in record.items():
        if name in ("low", "high"):
            number = isinstance(value, int | float) and not isinstance(value, bool)
            good = value is None or (number and math.isfinite(value))
        elif name == "caveats":
            good = all(isinstance(one, str) for one in value)
        else:
            good = isinstance(value, str) or name == "shipped"
        if not good:
            wrong = f"{value!r} is of the wrong type"
            raise BadFacts(f"{file.name}: {name}", wrong, (), "Texts in quotes, bounds as numbers.")


def _cells(file: Path, content: bytes, mapped: Mapping[str, str], where: Mapping[str, str]) -> Iterator[checks.Cells]:
    try:
        lines = csv.reader(content.decode("utf-8-sig").splitlines(keepends=True), strict=True)
    except UnicodeDecodeError as error:
        raise BadFacts(file.name, f"not UTF-8 text (byte {error.start})", (), "Save it as UTF-8 CSV.") from None
    try:
        header = [cell.strip() for cell in next(lines, [])]
        places = _places(file, header, mapped)
        kept = {_place(file, header, column, "--where"): value for column, value in where.items()}
        others, any_kept = {at: dict[str, None]() for at in kept}, False
        for cells in lines:
            if cells:
                found = _row(f"{file.name} line {lines.line_num}", cells, len(header), places)
                if all(cells[at].strip() == value for at, value in kept.items()):
                    any_kept = True
                    yield found
                for at in others:
                    others[at][cells[at].strip()] = None
        if kept and not any_kept:
            raise _none_kept(file, header, kept, others)
    except csv.Error as error:
        raise BadFacts(f"{file.name} line {lines.line_num}", f"not CSV ({error})", (), "Check the quotes.") from None


def _none_kept(
    file: Path, header: list[str], kept: Mapping[int, str], others: Mapping[int, Mapping[str, None]]
) -> BadFacts:
    """Return the error for a `where` that no row meets, with the nearest values of the column."""
    at = next((at for at, value in kept.items() if value not in others[at]), next(iter(kept)))
    near = alike(kept[at], others[at]) or list(others[at])[:5]
    return BadFacts(f"{file.name}", f"no row has {kept[at]!r} in the column {header[at]}", near, "Correct --where.")


def _places(file: Path, header: list[str], mapped: Mapping[str, str]) -> list[int]:
    """Return the column numbers of country, year and value.

    Raises `BadFacts` where a column is missing, and `BadQuestion` for an unknown key of `mapped`.
    """
    if strange := [role for role in mapped if role not in HEADER]:
        raise BadQuestion(f"--map {strange[0]}=...", "there is no such part of a figure", tuple(HEADER), "")
    names = [mapped.get(role, role) for role in HEADER]
    if not mapped and header != HEADER:
        do = "They must be exactly: iso3,year,value. Name others with --map iso3=COLUMN."
        raise BadFacts(f"{file.name} line 1", f"the columns are {', '.join(header) or 'none'}", (), do)
    return [_place(file, header, name, "--map") for name in names]


def _place(file: Path, header: list[str], column: str, option: str) -> int:
    if column not in header:
        near = alike(column, header) or header[:5]
        raise BadFacts(f"{file.name} line 1", f"it has no column {column!r}", near, f"Correct {option}.")
    return header.index(column)


def _row(where: str, cells: list[str], width: int, places: list[int]) -> checks.Cells:
    if len(cells) != width:
        raise BadFacts(where, f"{len(cells)} cells for {width} columns", (), "Quote cells that hold commas.")
    country, year, value = (cells[at].strip() for at in places)
    return checks.Cells(where, _code(country), year, value)


def _code(text: str) -> str:
    """Return the code of a country given by code in any case or by name; other text is returned unchanged."""
    if coverage_codes.known(text.upper()):
        return text.upper()
    found = countries.known(text) if text else None
    return found.iso3 if found else text
