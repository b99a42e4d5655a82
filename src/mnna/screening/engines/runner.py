"""The interface of a screening engine, and the functions that all engines share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from mnna.screening.engines.dialect import Phrases
from mnna.screening.source import Source
from mnna.screening.writers import Target

if TYPE_CHECKING:
    from mnna.screening.join_tables import Local
    from mnna.screening.sql import Statements

Found = TypeVar("Found")

Tick = Callable[[float], None]
"""Called at times with the completed share of a statement, from 0 to 1."""

Query = Callable[[str], str]
"""A function from a FROM clause (the source or a part of it) to a statement."""


def totals(keys: Sequence[str], relation: str) -> str:
    """Return the query that counts the rows of a relation for each combination of keys."""
    named = ", ".join(keys)
    return f"SELECT {named}, COUNT(*) AS n FROM {relation} GROUP BY {named}"


POLL = 0.1
"""Seconds between two reports of progress."""


def waited(future: Future[Found], tick: Tick | None, share: Callable[[], float]) -> Found:
    """Return the result of work in another thread; meanwhile call `tick` with the completed share."""
    while True:
        try:
            return future.result(POLL)
        except TimeoutError:
            if tick is not None:
                tick(share())


def trying(engine: Runner, work: Callable[[], Found]) -> Found:
    """Return the result of `work`, which runs again each time the engine can adapt to a row of unexpected length."""
    while True:
        try:
            return work()
        except engine.stumbles as error:
            if not engine.mend(error):
                raise


class Runner(ABC):
    """An engine for one source. All engines give the same results; their statements differ only in dialect.

    `stumbles` are the errors after which `mend` may help.
    """

    source: Source
    sql: Phrases
    local: Local
    stumbles: tuple[type[Exception], ...] = ()

    @property
    @abstractmethod
    def relation(self) -> str:
        """Return the source as a FROM clause."""

    @abstractmethod
    def columns(self) -> list[tuple[str, str]]:
        """Return the file's own columns with the engine's types."""

    def rows_expected(self) -> int | None:
        """Return the number of rows if the files state it, else None."""
        return None

    @abstractmethod
    def ragged(self) -> str | None:
        """Return the column that marks rows longer or shorter than the header, or None."""

    def mend(self, error: Exception) -> bool:
        """Return whether the cause of the error was removed, so that the caller may try again."""
        return False

    @abstractmethod
    def ask(self, query: str, tick: Tick | None = None) -> list[tuple[Any, ...]]:
        """Return the rows of a query over the files that has few of them."""

    @abstractmethod
    def count(self, name: str, rows: Query, keys: Sequence[str], kept: bool, tick: Tick | None = None) -> None:
        """Make a local table with the number of rows for each combination of keys.

        `kept` allows the engine to store each row's keys, so that writing a Parquet file need not compute them again.
        """

    @abstractmethod
    def share(self, *names: str) -> None:
        """Make local tables available to queries over the files."""

    @abstractmethod
    def write(self, asked: Statements, path: Path, goal: Target, tick: Tick | None = None) -> int:
        """Write the rows with their answers in order, and return the number of rows."""

    @abstractmethod
    def close(self) -> None:
        """Release everything, temporary files included."""
