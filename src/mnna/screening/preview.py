"""How the columns of a file would be read, before it is screened, for a page on which the reader can change that."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mnna.engine.record import Record
from mnna.errors import MnnaError
from mnna.rules.nodes import Kind
from mnna.screening.columns import CHANNEL, ON, RECIPIENT, Headings, plain_fields, written
from mnna.screening.engines.choose import started_engine
from mnna.screening.engines.runner import Runner
from mnna.screening.frames import Frame
from mnna.screening.pipeline import planned
from mnna.screening.read_options import ReadOptions
from mnna.screening.source import found

FIRST = 3
"""How many cells of each column are shown."""
LONGEST = 60


@dataclass(frozen=True, slots=True, repr=False)
class Seen(Record):
    """A column: its heading, its role (None: carried through), its unit of money, and its first cells."""

    column: str
    role: str | None
    unit: str | None
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Preview(Record):
    """The columns of a file, the notes about it, and the reason why it cannot be screened, if it cannot."""

    columns: tuple[Seen, ...]
    said: tuple[str, ...]
    problem: str | None


def roles() -> dict[str, bool]:
    """Return every role of a column, as the contract writes it, and whether it is money."""
    fields = plain_fields()
    money = {written(name, fields): field.kind is Kind.MONEY for name, field in fields.items()}
    return {RECIPIENT: False, CHANNEL: False, **money, ON: False}


def preview(source: str | Path | Frame, **how: Any) -> Preview:
    """Return how the columns would be read; `how` are the options of `screen` for reading a file.

    Raises `BadQuestion` for a file that cannot be read at all.
    """
    options = ReadOptions(**how)
    with found(source, options) as files, started_engine("duckdb", files, threads=1) as running:
        names = [name for name, _ in running.columns()]
        try:
            headings, problem = planned(running, options).headings, None
        except MnnaError as error:
            headings, problem = Headings({}, ()), str(error)
        cells = _first(running, len(names))
        return Preview(tuple(_seen(names, cells, headings)), (*files.said, *headings.said), problem)


def _seen(names: list[str], cells: list[tuple[str, ...]], headings: Headings) -> list[Seen]:
    fields = plain_fields()
    by_column = {column: role for role, column in headings.columns.items()}
    found = []
    for name, shown in zip(names, cells, strict=True):
        role = by_column.get(name)
        found.append(Seen(name, role and written(role, fields), headings.units.get(role or ""), shown))
    return found


def _first(running: Runner, columns: int) -> list[tuple[str, ...]]:
    """Return the first cells of each column, as text; none if a row is longer or shorter than the header."""
    try:
        rows = running.ask(f"SELECT * FROM {running.relation} LIMIT {FIRST}")
    except running.stumbles:
        rows = []
    texts = [["" if cell is None else str(cell)[:LONGEST] for cell in row] for row in rows]
    return [tuple(row[number] for row in texts) for number in range(columns)]
