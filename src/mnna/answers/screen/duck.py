"""DuckDB, the engine inside: streams files larger than memory over all cores and writes rows in the order they came."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from mnna.answers.screen.dialect import Phrases
from mnna.answers.screen.source import Source, not_text
from mnna.answers.screen.tables import Columns
from mnna.answers.screen.writing import Target
from mnna.errors import BadQuestion, CannotAnswer
from mnna.rules.columns import Dialect

MEMORY = "320MB"
"""What DuckDB may hold; the process takes some 100 MB more."""

POLL = 0.1
EXTRA = "extra_cell_"
Tick = Callable[[float], None]
"""Told now and then which share of a statement is done, from 0 to 1."""


class Duck:
    """One in-memory database over one source."""

    stumbles: tuple[type[Exception], ...] = (duckdb.Error,)

    def __init__(self, source: Source, memory: str = MEMORY, threads: int | None = None) -> None:
        self.source, self.sql = source, Phrases(Dialect.DUCKDB)
        self.extra = 0
        self.scratch = tempfile.TemporaryDirectory(prefix="mnna-screen-")
        self.connection = duckdb.connect()
        settings = {
            "memory_limit": f"'{memory}'",
            "temp_directory": self.sql.quoted(self.scratch.name),
            "preserve_insertion_order": "true",
            "disabled_optimizers": "'join_order,build_side_probe_side'",
            "enable_progress_bar": "true",
            "enable_progress_bar_print": "false",
            "TimeZone": "'UTC'",
        }
        settings |= {"threads": str(threads)} if threads else {}
        for name, value in settings.items():
            self._settle(name, value)
        self.worker = ThreadPoolExecutor(1)

        # A join that swaps its sides, to build on the smaller, gives the rows back in another order.

    def _settle(self, name: str, value: str) -> None:
        """Apply a setting; one that this build of DuckDB lacks (time zones are an extension) is left as it is."""
        try:
            self.connection.execute(f"SET {name} = {value}")
        except duckdb.CatalogException:
            return

    def close(self) -> None:
        """Drop everything, temporary files too."""
        self.worker.shutdown()
        self.connection.close()
        self.scratch.cleanup()

    @property
    def relation(self) -> str:
        """The source as a FROM clause."""
        paths = "[" + ", ".join(self.sql.quoted(str(path)) for path in self.source.paths) + "]"
        if self.source.parquet:
            return f"read_parquet({paths}, union_by_name = {str(len(self.source.paths) > 1).lower()})"
        return f"read_csv({paths}, {', '.join(self._csv())})"

    def _csv(self) -> list[str]:
        """Every cell as text, and nothing left to a guess.

        Once a row of the wrong length has been met, an empty cell is an empty text and only a missing one NULL.
        """
        names = [*self.source.header, *(f"{EXTRA}{number}" for number in range(1, self.extra + 1))]
        columns = ", ".join(f"{self.sql.quoted(name)}: 'VARCHAR'" for name in names)
        options = {
            "auto_detect": "false", "header": "true", "delim": self.sql.quoted(self.source.delimiter), "quote": "'\"'",
            "escape": "'\"'", "nullstr": "'\x01'" if self.extra else "''", "max_line_size": "16777216",
            "encoding": self.sql.quoted(self.source.encoding),
        }  # fmt: skip
        if len(self.source.paths) > 1:
            options |= {"union_by_name": "true"}
        options |= {"columns": "{" + columns + "}"}
        if any(path.name.endswith(".gz") or _packed(path) for path in self.source.paths):
            options |= {"compression": "'gzip'"}
        if self.extra:
            options |= {"null_padding": "true", "parallel": "false", "strict_mode": "false"}
        return [f"{name} = {value}" for name, value in options.items()]

    def columns(self) -> list[tuple[str, str]]:
        """The file's own columns with DuckDB's types."""
        found = self._run(f"DESCRIBE SELECT * FROM {self.relation}", None).fetchall()
        return [(name, type_) for name, type_, *_ in found if not name.startswith(EXTRA)]

    def ragged(self, columns: Sequence[tuple[str, str]]) -> str | None:
        """When a row of a CSV file has more or fewer cells than its header; only asked once one has been met."""
        if not self.extra:
            return None
        return f"({self.sql.name(EXTRA + '1')} IS NOT NULL OR {self.sql.name(columns[-1][0])} IS NULL)"

    def mend(self, error: Exception) -> bool:
        """Make room for rows with more cells than the header, or fewer, where that is what stopped the reading."""
        if self.source.parquet or "Expected Number of Columns" not in str(error) or self.extra >= 1024:
            return False
        self.extra = max(8, self.extra * 4)
        return True

    def rows_expected(self) -> int | None:
        """The number of rows where the files say so."""
        if not self.source.parquet:
            return None
        query = f"SELECT SUM(num_rows) FROM parquet_file_metadata({self.relation.split('(', 1)[1].split(', union')[0]})"
        return int(self._run(query, None).fetchall()[0][0])

    def table(self, name: str, columns: Columns) -> None:
        """Make a small table from lists."""
        parts = [
            f"unnest(CAST(${number} AS {type_}[])) AS {self.sql.name(column)}"
            for number, (column, (type_, _)) in enumerate(columns.items(), 1)
        ]
        self.connection.execute(
            f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT {', '.join(parts)}",
            [values for _, values in columns.values()],
        )

    def keep(self, name: str, query: str, tick: Tick | None = None) -> None:
        """Make a small table from a query."""
        self._run(f"CREATE OR REPLACE TEMP TABLE {name} AS {query}", tick)

    def keep_few(self, name: str, query: str, texts: Sequence[str]) -> None:
        """The same with columns of few different texts as enumerations: a Parquet file then takes a number per row."""
        self.keep(f"{name}plain_", query)
        coded = []
        for text in texts:
            column, kind = self.sql.name(text), f"{name}{text}_"
            found = [
                one for (one,) in self.rows(f"SELECT DISTINCT {column} FROM {name}plain_ WHERE {column} IS NOT NULL")
            ]
            values = ", ".join(self.sql.quoted(one) for one in sorted(found)) or "''"
            self.connection.execute(f"CREATE TYPE {kind} AS ENUM ({values})")
            coded.append(f"CAST({column} AS {kind}) AS {column}")
        self.keep(name, f"SELECT * REPLACE ({', '.join(coded)}) FROM {name}plain_")
        self.connection.execute(f"DROP TABLE {name}plain_")

    def rows(self, query: str, tick: Tick | None = None) -> list[tuple[Any, ...]]:
        """The result of a query that gives few rows."""
        return list(self._run(query, tick).fetchall())

    def write(self, query: str, path: Path, goal: Target, tick: Tick | None = None) -> int:
        """Write a query's rows to a file in their order; the number of rows."""
        found = self._run(f"COPY ({query}) TO {self.sql.quoted(str(path))} ({goal.options})", tick).fetchall()
        return int(found[0][0])

    @contextmanager
    def scratch_file(self) -> Iterator[Path]:
        """A file that is gone when the work is done."""
        yield Path(self.scratch.name) / "out"

    def _run(self, query: str, tick: Tick | None) -> duckdb.DuckDBPyConnection:
        """Run a statement in a thread of its own, so that an interrupt is heard and progress can be told."""
        future = self.worker.submit(self.connection.execute, query)
        try:
            return self._wait(future, tick)
        except duckdb.Error as error:
            raise self._said(error) from error
        except BaseException:
            self._stop(future)
            raise

    def _wait(self, future: Future[Any], tick: Tick | None) -> duckdb.DuckDBPyConnection:
        while True:
            try:
                found: duckdb.DuckDBPyConnection = future.result(POLL)
                return found
            except NotYet:
                if tick is not None:
                    tick(max(0.0, min(1.0, self.connection.query_progress() / 100)))

    def _stop(self, future: Future[Any]) -> None:
        for _ in range(600):
            if future.done():
                return
            self.connection.interrupt()
            time.sleep(POLL)

    def _said(self, error: duckdb.Error) -> Exception:
        """An engine's error in words that say what to do; what is nobody's mistake is passed on."""
        text, first = str(error), self.source.paths[0]
        low = text.lower()
        if "unicode" in low or "utf-8" in low or "utf8" in low or "byte sequence" in low:
            return not_text(first, self.source.encoding, "a byte stands where none of its letters can")
        if "no space left" in low or "could not write" in low or ("disk" in low and "full" in low):
            return CannotAnswer(
                "the output", f"it could not be written: {text.splitlines()[0]}", (), "Free some space."
            )
        if isinstance(error, duckdb.OutOfMemoryException):
            return CannotAnswer("the file", "it needs more memory than it was given", (), "Raise --memory.")
        if isinstance(error, duckdb.IOException):
            return CannotAnswer(f"the file {first.name}", text.splitlines()[0], (), "")
        if not self.source.parquet and isinstance(error, duckdb.InvalidInputException) and "quote" in low:
            return BadQuestion(f"the file {first.name}", text.splitlines()[0], (), "Close every quote that is opened.")
        return error


def _packed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"\x1f\x8b"
