"""The numbers the law sets and changes: amounts, days and caps, dated and cited, kept apart from the logic.

They stand beside the module whose section sets them, as in `aeca/s36b_foreign_military_sales.parameters.csv`: a row for
each value, with the days it is law, the paragraph that sets it (`citation`) and the Act that wrote it there (`act`,
empty where the paragraph is the Act itself, or where the Act is not known here).
"""

from __future__ import annotations

import csv
import os
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache

from mnna.errors import BadFacts, RuleError, alike
from mnna.quick import Path, QuickTuple
from mnna.rules.nodes import Dated, Kind, Param, Value
from mnna.statutes.listing import FOLDER

COLUMNS = (
    "id",
    "kind",
    "phrase",
    "value",
    "since",
    "until",
    "citation",
    "act",
    "source",
    "confidence",
    "checked_on",
    "note",
)


class Cell(QuickTuple):
    """One row of a table as it stands there, and where that is."""

    where: str
    cells: dict[str, str]


def tables() -> list[Path]:
    """Every table of parameters; each stands beside the module whose section sets its figures."""
    folders = [entry.path for entry in os.scandir(FOLDER) if entry.is_dir()]
    beside = (entry for folder in folders for entry in os.scandir(folder))
    return [Path(path) for path in sorted(each.path for each in beside if each.name.endswith(".parameters.csv"))]


@cache
def param(id_: str) -> Param:
    """The parameter of that id with its whole history; raises `RuleError` where no table has it."""
    if id_ not in _lines():
        near = alike(id_, _lines(), 3, 0.5)
        raise RuleError(f"the parameter {id_!r}", "no table has one of that id", near, "Add it with its citation.")
    return _param(id_, [_row(*line) for line in _lines()[id_]])


def parameters() -> dict[str, Param]:
    """Every parameter by id, each with its whole history in order of date."""
    return {id_: param(id_) for id_ in _lines()}


def rows() -> dict[str, list[Cell]]:
    """The rows of every table by the parameter they are about; raises `BadFacts` for a header or a row that is none."""
    return {id_: [_row(*line) for line in lines] for id_, lines in _lines().items()}


@lru_cache(maxsize=1)
def _lines() -> dict[str, list[tuple[str, str]]]:
    """The lines of every table by the parameter they are about, with their places: most answers need few of them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for table in tables():
        for where, line in _lines_of(table):
            found.setdefault(line.partition(",")[0], []).append((where, line))
    return found


def _lines_of(table: Path) -> list[tuple[str, str]]:
    """The lines of one table below its header, each with its place; no cell runs over two lines."""
    header, *lines = table.read_bytes().decode().splitlines()
    if header != ",".join(COLUMNS):
        wrong = f"the columns are {', '.join(header.split(','))}"
        raise BadFacts(f"{table.name} line 1", wrong, (), f"They must be exactly: {', '.join(COLUMNS)}.")
    return [(f"{table.name} line {number}", line) for number, line in enumerate(lines, 2)]


def read(table: Path) -> list[Cell]:
    """The rows of one table."""
    return [_row(*line) for line in _lines_of(table)]


def _row(where: str, line: str) -> Cell:
    (cells,) = csv.reader([line])
    if len(cells) != len(COLUMNS):
        wrong = f"{len(cells)} cells for {len(COLUMNS)} columns"
        raise BadFacts(where, wrong, (), "Quote cells that hold commas.")
    return Cell(where, dict(zip(COLUMNS, cells, strict=True)))


def _param(id_: str, found: list[Cell]) -> Param:
    dated = sorted((_dated(row) for row in found), key=lambda value: value.since)
    first = found[0].cells
    return Param(id_, Kind(first["kind"]), first["phrase"], tuple(dated))


def _dated(row: Cell) -> Dated:
    cells = row.cells
    try:
        since, until = _day(cells["since"]), _day(cells["until"]) if cells["until"] else None
        if until is not None and until <= since:
            raise ValueError(f"it ends on {until}, not after the day on which it begins, {since}")
        return Dated(
            value_of(cells["kind"], cells["value"]),
            since,
            until,
            cells["citation"],
            cells["source"],
            cells["confidence"],
            _day(cells["checked_on"]) if cells["checked_on"] else None,
            cells["note"],
            cells["act"],
        )
    except (ValueError, InvalidOperation) as error:
        wrong = f"{cells['value']!r} is no number" if isinstance(error, InvalidOperation) else str(error)
        raise BadFacts(row.where, wrong, (), "Correct the row.") from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text!r} is no day; write it as 2025-06-01") from None


def value_of(kind: str, text: str) -> Value:
    """The cell of a table as a value of its kind; raises `ValueError` or `InvalidOperation` for what is none."""
    match Kind(kind):
        case Kind.MONEY:
            return Decimal(text)
        case Kind.COUNT:
            return int(text)
        case Kind.DATE:
            return _day(text)
        case _:
            return text
