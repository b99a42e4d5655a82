"""Read the parameters of the law: dated and cited amounts, numbers of days and caps, in tables apart from the rules.

Each table is next to the module whose section sets its values, such as
`aeca/s36b_foreign_military_sales.parameters.csv`. It has a row for each value, with the days on which it is law, the
paragraph that sets it (`citation`) and the Act that inserted it (`act`, empty if the paragraph is the Act itself or the
Act is not known).
"""

from __future__ import annotations

import os
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from operator import attrgetter

from mnna.errors import BadFacts, RuleError, alike
from mnna.quick import Path, QuickTuple
from mnna.rules.nodes import Dated, Kind, Param, Value
from mnna.statutes.listing import FOLDER
from mnna.tables import cells as cells_of
from mnna.tables import day


class Row(QuickTuple):
    """One row of a table as text; `where` is its file name and line, the other fields are its columns."""

    where: str
    id: str
    kind: str
    phrase: str
    value: str
    since: str
    until: str
    citation: str
    act: str
    source: str
    confidence: str
    checked_on: str
    note: str


COLUMNS = Row._fields[1:]


def tables() -> list[Path]:
    """Return the sorted paths of all tables of parameters; each is next to the module whose section sets its values."""
    folders = [entry.path for entry in os.scandir(FOLDER) if entry.is_dir()]
    beside = (entry for folder in folders for entry in os.scandir(folder))
    return [Path(path) for path in sorted(each.path for each in beside if each.name.endswith(".parameters.csv"))]


@cache
def param(id_: str) -> Param:
    """Return the parameter with that id and its whole history; raise `RuleError` if no table has it."""
    if id_ not in _lines():
        near = alike(id_, _lines(), 3, 0.5)
        raise RuleError(f"the parameter {id_!r}", "no table has one of that id", near, "Add it with its citation.")
    return _param(id_, [_row(*line) for line in _lines()[id_]])


def parameters() -> dict[str, Param]:
    """Return every parameter by id, each with its whole history in order of date."""
    return {id_: param(id_) for id_ in _lines()}


def rows() -> dict[str, list[Row]]:
    """Return the rows of all tables by parameter id; raise `BadFacts` for an invalid header or row."""
    return {id_: [_row(*line) for line in lines] for id_, lines in _lines().items()}


@lru_cache(maxsize=1)
def _lines() -> dict[str, list[tuple[str, str]]]:
    """Return the unparsed lines of all tables by parameter id, with file name and line; most answers need few."""
    found: dict[str, list[tuple[str, str]]] = {}
    for table in tables():
        for where, line in _lines_of(table):
            found.setdefault(line.partition(",")[0], []).append((where, line))
    return found


def _lines_of(table: Path) -> list[tuple[str, str]]:
    """Return the lines of one table without its header, each with file name and line; no cell contains a line end."""
    header, *lines = table.read_bytes().decode().splitlines()
    if header != ",".join(COLUMNS):
        wrong = f"the columns are {', '.join(header.split(','))}"
        raise BadFacts(f"{table.name} line 1", wrong, (), f"They must be exactly: {', '.join(COLUMNS)}.")
    return [(f"{table.name} line {number}", line) for number, line in enumerate(lines, 2)]


def read(table: Path) -> list[Row]:
    """Return the rows of one table."""
    return [_row(*line) for line in _lines_of(table)]


def _row(where: str, line: str) -> Row:
    cells = cells_of(line)
    if len(cells) != len(COLUMNS):
        wrong = f"{len(cells)} cells for {len(COLUMNS)} columns"
        raise BadFacts(where, wrong, (), "Quote cells that hold commas.")
    return Row._make((where, *cells))


def _param(id_: str, found: list[Row]) -> Param:
    dated = sorted(map(_dated, found), key=attrgetter("since"))
    return Param(id_, Kind(found[0].kind), found[0].phrase, tuple(dated))


def _dated(row: Row) -> Dated:
    try:
        since, until = day(row.since), day(row.until) if row.until else None
        if until is not None and until <= since:
            raise ValueError(f"it ends on {until}, not after the day on which it begins, {since}")
        if row.confidence not in ("high", "medium", "low"):
            raise ValueError(f"the confidence {row.confidence!r} is none of high, medium and low")
        return Dated(
            value_of(Kind(row.kind), row.value),
            since,
            until,
            row.citation,
            row.source,
            row.confidence,
            day(row.checked_on) if row.checked_on else None,
            row.note,
            row.act,
        )
    except (ValueError, InvalidOperation) as error:
        wrong = f"{row.value!r} is no number" if isinstance(error, InvalidOperation) else str(error)
        raise BadFacts(row.where, wrong, (), "Correct the row.") from None


def value_of(kind: Kind, text: str) -> Value:
    """Return the text of a cell as a value of its kind; raise `ValueError` or `InvalidOperation` if it is invalid."""
    match kind:
        case Kind.MONEY:
            return Decimal(text)
        case Kind.COUNT:
            return int(text)
        case Kind.DATE:
            return day(text)
        case _:
            return text
