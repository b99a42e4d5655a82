"""Which engine runs a screening, and what it must be able to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from mnna.errors import BadQuestion, extra
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


ENGINES = ("duckdb", "spark")


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


@contextmanager
def started_engine(
    name: str, source: Source, memory: str | None = None, threads: int | None = None, master: str | None = None
) -> Iterator[Runner]:
    """An engine for the work, closed afterwards whatever happens."""
    if name not in ENGINES:
        raise BadQuestion(f"the engine {name!r}", "there is no such engine", ENGINES, "")
    if source.remote is not None and name != "spark":
        wrong = "it is not a file of this machine"
        raise BadQuestion(f"the address {source.remote}", wrong, ("--engine spark",), "Fetch it first.")
    _check(memory, threads)
    runner = _duck(source, memory, threads) if name == "duckdb" else _spark(source, master)
    try:
        yield runner
    finally:
        runner.close()


MEMORY = re.compile(r"[0-9]{1,6}([.][0-9]{1,3})? ?[KMGT]i?B", re.IGNORECASE)
MOST_THREADS = 256


def _check(memory: str | None, threads: int | None) -> None:
    if memory is not None and not MEMORY.fullmatch(memory):
        raise BadQuestion(f"--memory {memory}", "it is not a size", ("500MB", "2GB"), "")
    if threads is not None and not 1 <= threads <= MOST_THREADS:
        raise BadQuestion(f"--threads {threads}", f"it is not from 1 to {MOST_THREADS}", (), "")


def _duck(source: Source, memory: str | None, threads: int | None) -> Runner:
    with extra("screen", "screening a file"):
        from mnna.screening.engines.duckdb_engine import Duck

    return Duck(source, memory, threads)


def _spark(source: Source, master: str | None) -> Runner:
    with extra("spark", "--engine spark"):
        from mnna.screening.engines.spark_engine import Spark

    return Spark(source, master)
