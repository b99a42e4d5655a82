"""How the columns of a file would be read, before it is screened, for a page on which the reader can change that."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mnna.engine.record import Record
from mnna.errors import MnnaError
from mnna.screening.columns import CHANNEL, ON, RECIPIENT, Headings, all_fields, is_money, written
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
    return {written(role): is_money(role) for role in (RECIPIENT, CHANNEL, *all_fields(), ON)}


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
        cells = zip(names, _first(running, len(names)), strict=True)
        seen = tuple(_seen(name, first, headings) for name, first in cells)
        return Preview(seen, (*files.said, *headings.said), problem)


def _seen(name: str, cells: tuple[str, ...], headings: Headings) -> Seen:
    role = {column: role for role, column in headings.columns.items()}.get(name)
    return Seen(name, role and written(role), headings.units.get(role or ""), cells)


def _first(running: Runner, columns: int) -> list[tuple[str, ...]]:
    """Return the first cells of each column, as text; none if a row is longer or shorter than the header."""
    try:
        rows = running.ask(f"SELECT * FROM {running.relation} LIMIT {FIRST}")
    except running.stumbles:
        rows = []
    texts = [["" if cell is None else str(cell)[:LONGEST] for cell in row] for row in rows]
    return [tuple(row[number] for row in texts) for number in range(columns)]
