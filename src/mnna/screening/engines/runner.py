"""What an engine of screening must be able to do, and what every engine does alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from mnna.screening.engines.dialect import Phrases
from mnna.screening.source import Source
from mnna.screening.writers import Target

if TYPE_CHECKING:
    from mnna.screening.engines.lookup_tables import Local
    from mnna.screening.sql import Statements

Found = TypeVar("Found")

Tick = Callable[[float], None]
"""Told now and then which share of a statement is done, from 0 to 1."""

Query = Callable[[str], str]
"""A statement over the source, or over a part of it, which is given as a FROM clause."""


def totals(keys: Sequence[str], relation: str) -> str:
    """How many rows of a relation have each combination of keys."""
    named = ", ".join(keys)
    return f"SELECT {named}, COUNT(*) AS n FROM {relation} GROUP BY {named}"


POLL = 0.1
"""Seconds between two words on how far a statement is."""


def waited(future: Future[Found], tick: Tick | None, share: Callable[[], float]) -> Found:
    """The result of work in another thread; meanwhile `tick` is told the share that is done."""
    while True:
        try:
            return future.result(POLL)
        except TimeoutError:
            if tick is not None:
                tick(share())


class Runner(Protocol):
    """An engine over one source. Statements and results are the same for every engine but for the dialect."""

    source: Source
    sql: Phrases
    local: Local
    stumbles: tuple[type[Exception], ...]

    @property
    def relation(self) -> str:
        """The source as a FROM clause."""

    def columns(self) -> list[tuple[str, str]]:
        """The file's own columns with the engine's types."""

    def rows_expected(self) -> int | None:
        """The number of rows where the files say so."""

    def ragged(self) -> str | None:
        """The column that says whether a row of text has more or fewer cells than its header, if there is one."""

    def mend(self, error: Exception) -> bool:
        """Whether what stopped the reading has been dealt with, so that it may be tried again."""

    def ask(self, query: str, tick: Tick | None = None) -> list[tuple[Any, ...]]:
        """The result of a query over the files that gives few rows."""

    def count(self, name: str, rows: Query, keys: Sequence[str], kept: bool, tick: Tick | None = None) -> None:
        """Make a small table, a local one, of how many rows have each combination of keys.

        With `kept` the rows may be kept, so that a Parquet file can be written without deciding them again.
        """

    def share(self, *names: str) -> None:
        """Put local tables where queries over the files can join them."""

    def write(self, asked: Statements, path: Path, goal: Target, tick: Tick | None = None) -> int:
        """Write the rows with their answers in their order; the number of rows."""

    def close(self) -> None:
        """Drop everything, temporary files too."""
