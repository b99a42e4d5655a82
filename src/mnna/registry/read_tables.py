"""Read the tables of facts: CSV files become immutable records, and errors name file and line.

The package's tables and a user's folder go through the same reader, so errors in either are reported alike.
"""

from __future__ import annotations

import csv
import io
import os
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import Any, NamedTuple, NoReturn, TypeVar

from mnna.errors import BadFacts, shortened
from mnna.quick import Path, content
from mnna.registry.cells import PRACTICES, cell_readers
from mnna.registry.records import Practice, Source, Span

TABLES = Path(__file__).with_name("tables")
OWN = ("spans", "steps", "proposals", "events", "leaders", "sources", "statuses")
"""The tables that a user's folder may have."""

Row = TypeVar("Row", bound=NamedTuple)
_OLD_NAMES = {"complete_until": "reading"}
"""Columns that a user's tables may still call by the name of an earlier version."""


def read(
    folder: Path,
    name: str,
    record: type[Row],
    own: bool = False,
    check: Callable[[Row], None] | None = None,
    having: str = "",
) -> list[Row]:
    """Return every row of `name`.csv, and of the files in the folder `name`/ if there is one, as `record`s.

    `check` raises `ValueError` for a row whose cells contradict each other. Lines without the text `having` are
    skipped; use it only for the package's tables, in which no cell has a line break. Raises `BadFacts` with file and
    line for a header, date, choice, empty cell or row that is invalid.
    """
    files = ((file, _lines_with(having, text)) for file, text in files_of(folder, name))
    return [row for file, text in files for row in rows_of(file, text, record, own, check)]


def _lines_with(having: str, text: bytes) -> bytes:
    """Return the header and the lines that contain a text; the whole table if the text is empty."""
    if not having:
        return text
    wanted = having.encode()
    header, *lines = text.splitlines(keepends=True)
    return header + b"".join(line for line in lines if wanted in line)


def files_of(folder: Path, name: str) -> list[tuple[str, bytes]]:
    """Return the name and content of each file of a table."""
    single, many = folder / f"{name}.csv", folder / name
    found = [_content(single, single.is_file())] if single.exists() or single.is_symlink() else []
    beside = sorted(os.scandir(many), key=attrgetter("name")) if many.is_dir() else []
    parts = [_content(one, one.is_file()) for one in beside if one.name.endswith(".csv")]
    return found + [(f"{name}/{part}", text) for part, text in parts]


def _content(path: Path | os.DirEntry[str], is_file: bool) -> tuple[str, bytes]:
    """Return the name and bytes of a file; raises `BadFacts` for a pipe or device, which might never end."""
    if not is_file:
        raise BadFacts(path.name, "it is not a file", (), "Save the table as UTF-8 CSV.")
    return path.name, content(path)


def rows_of(
    name: str, text: bytes, record: type[Row], own: bool = False, check: Callable[[Row], None] | None = None
) -> Iterator[Row]:
    """Yield the rows of one file; raises `BadFacts` as `read` does."""
    known = [field for field in record._fields if field not in ("own", "assumed")]
    lines = _lines(name, text)
    columns = [_OLD_NAMES.get(one, one) if one not in known else one for one in next(lines, (1, []))[1]]
    _check_header(name, columns, known, [field for field in known if field in record._field_defaults])
    readers = cell_readers(tuple(columns), record)
    read = [(place, reader) for place, reader in enumerate(readers) if reader is not str]
    make, checks = _maker(tuple(columns), record, own), [each for each in (_CHECKS.get(record), check) if each]
    for line, cells in lines:
        try:
            if len(cells) != len(columns):
                raise ValueError
            values: list[Any] = cells.copy()
            for place, reader in read:
                values[place] = reader(cells[place])
            row = make(values)
            for each in checks:
                each(row)
        except ValueError as error:
            _blame(f"{name} line {line}", columns, readers, cells, error)
        yield row


def _maker(columns: tuple[str, ...], record: type[Row], own: bool) -> Callable[[list[Any]], Row]:
    """Return the function that makes a record from those columns' values; by position if possible, which is faster."""
    make: Callable[..., Row] = record
    more = {"own": True} if own else {}
    if columns == record._fields[: len(columns)]:
        rest = [more.get(field, record._field_defaults[field]) for field in record._fields[len(columns) :]]
        return lambda values: record._make(values + rest)
    return lambda values: make(**dict(zip(columns, values, strict=True)), **more)


def _lines(name: str, content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each row of a table, with its line number; empty lines after the first are skipped."""
    try:
        text = content.removeprefix(BOM_UTF8).decode()  # faster as a whole than in pieces
    except UnicodeDecodeError as error:
        raise BadFacts(name, f"not UTF-8 text (byte {error.start})", (), "Save it as UTF-8 CSV.") from None
    lines = csv.reader(io.StringIO(text, newline=None), strict=True)
    try:
        for cells in lines:
            if cells or lines.line_num == 1:
                yield lines.line_num, cells
    except csv.Error as error:
        where = f"{name} line {lines.line_num}"
        raise BadFacts(where, f"not CSV ({error})", (), "Close every quotation mark that opens a cell.") from None


def _check_header(name: str, header: list[str], columns: list[str], optional: list[str]) -> None:
    if header != [column for column in columns if column in header or column not in optional]:
        found = f"the columns are {shortened(' '.join(', '.join(header).split())) or 'none'}"
        may = f" ({', '.join(optional)} may be left out)" if optional else ""
        raise BadFacts(f"{name} line 1", found, (), f"They must be exactly: {', '.join(columns)}{may}.")


def _blame(
    where: str, columns: list[str], readers: Sequence[Callable[[str], Any]], cells: list[str], error: ValueError
) -> NoReturn:
    """Raise `BadFacts` that names the invalid cell of a row, or says why the row is invalid."""
    if len(cells) != len(columns):
        wrong = f"{len(cells)} cells for {len(columns)} columns"
        raise BadFacts(where, wrong, (), "Quote cells that hold commas.") from None
    for name, reader, cell in zip(columns, readers, cells, strict=True):
        try:
            reader(cell)
        except ValueError as mistake:
            raise BadFacts(f"{where}, column {name}", str(mistake), (), "Correct the cell.") from None
    raise BadFacts(where, str(error), (), "Correct the row.") from None


def _check_days(span: Span) -> None:
    """Raise `ValueError` for a span whose days are out of order."""
    if span.since_by is None and span.until is None and span.until_by is None:
        return
    marks = [day for day in (span.since, span.since_by, span.until, span.until_by) if day is not None]
    if marks != sorted(marks) or span.since == span.until:
        order = "since <= since_by <= until <= until_by, and since before until"
        raise ValueError(f"the days of {span.country} {span.status} from {span.since} are out of order: {order}")


def _check_practice(row: Practice) -> None:
    if row.kind not in PRACTICES:
        raise ValueError(f"the kind {row.kind!r} is none of {', '.join(PRACTICES)}")
    found = row.kind != "none"
    if found != bool(row.country and row.on) or found == bool(row.looked_in):
        raise ValueError("a use has a country and a day, and only a search that found none says where it looked")


def _check_address(source: Source) -> None:
    if source.address and not source.address.startswith(("https://", "http://")):
        raise ValueError(f"the address {source.address!r} does not begin with https:// or http://")


_CHECKS: dict[type, Callable[[Any], None]] = {Span: _check_days, Practice: _check_practice, Source: _check_address}
"""What raises `ValueError` for a row of a table whose cells contradict each other, by the record of the table."""


def read_sources(folder: Path, own: bool = False) -> list[Source]:
    """Return every source.

    Raises `BadFacts` for an own row that redefines one of the package's sources or is the second of its id.
    """
    ours = {row.id: row for row in read_sources(TABLES)} if own else {}
    once = once_each("source")

    def check(source: Source) -> None:
        once(source.id)
        if source.id in ours and source._replace(own=False) != ours[source.id]:
            raise ValueError(f"{source.id!r} is a source of ours, which your tables cannot redefine; choose another id")

    return read(folder, "sources", Source, own, check)


def once_each(what: str) -> Callable[[str], None]:
    """Return a check of the ids of a table, row by row; it raises `ValueError` for one that a row above has."""
    seen: set[str] = set()

    def check(id_: str) -> None:
        if id_ in seen:
            raise ValueError(f"{id_!r} is a {what} in a row above; each id stands once")
        seen.add(id_)

    return check
