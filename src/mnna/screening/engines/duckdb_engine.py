"""The DuckDB engine: streams files larger than memory on all cores and writes rows in their original order."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import duckdb

from mnna.errors import BadQuestion, CannotAnswer
from mnna.rules.sql import Dialect
from mnna.screening.engines.dialect import Phrases
from mnna.screening.engines.duckdb_files import NEVER, RAGGED, UNEVEN, in_order, listed, relation, top_level, unclosed
from mnna.screening.engines.duckdb_parts import GROUP, MOST, PLACE, SMALLER_GROUPS, Lane, Part, parts
from mnna.screening.engines.parquet_parts import append, groups, join
from mnna.screening.engines.runner import POLL, Query, Runner, Tick, totals, waited
from mnna.screening.join_tables import Local
from mnna.screening.scratch import scratch
from mnna.screening.source import Source
from mnna.screening.sql import Statements
from mnna.screening.text_files import bad_file, not_text, repeated, too_long
from mnna.screening.writers import Target

MEMORY = 320
"""Megabytes that DuckDB may use; the process takes about 100 MB more."""
NARROW, WIDER, WIDEST = 100, 2, 2048
"""Beyond `NARROW` columns each column adds `WIDER` megabytes, up to `WIDEST` in all, which is always enough."""

WITHOUT = ("join_order", "build_side_probe_side", "statistics_propagation")
"""Optimizations that are turned off.

A join that swaps its sides returns the rows in another order. The minimum and maximum in a Parquet file exclude NaN;
DuckDB would conclude that `isnan(x)` is always false, and even that `x` as text is 'nan'.
"""

OF_EACH = {"enable_progress_bar": "true", "enable_progress_bar_print": "false", "TimeZone": "'UTC'"}
"""Settings that each connection has for itself."""

KEPT = ("v_on", "says_")
"""What is stored of a row beside its keys: its day, which a text may quote, and the message of its fault."""
IN_HASTE = "FORMAT parquet, COMPRESSION snappy"
"""The format of a temporary file that is read once."""

ALL = 1 << 24
"""More than the number of distinct texts in answers."""
MOST_DIGITS = 38
MOST_EXTRA = 4_096
"""The most cells beyond the header that a row may have."""


class Duck(Runner):
    """One in-memory DuckDB database for one source."""

    stumbles = (duckdb.Error,)

    def __init__(self, source: Source, memory: str | None = None, threads: int | None = None) -> None:
        self.source, self.sql, self.memory = source, Phrases(Dialect.DUCKDB), memory
        self.extra = 0
        self.goal: Path | None = None
        self.kept: list[tuple[Part, Path]] = []
        self.stack = ExitStack()
        self.folder = self.stack.enter_context(scratch())
        settings: dict[str, Any] = {
            "memory_limit": memory or f"{MEMORY}MB",
            "temp_directory": str(self.folder),
            "preserve_insertion_order": "true",
            "disabled_optimizers": ", ".join(WITHOUT),
        }
        self.connection = _settled(duckdb.connect(config=settings | ({"threads": str(threads)} if threads else {})))
        self.worker = ThreadPoolExecutor(MOST)
        self.local = Local(self.connection)

    def close(self) -> None:
        """Release everything, temporary files included."""
        self.worker.shutdown()
        self.connection.close()
        self.stack.close()

    @property
    def relation(self) -> str:
        """Return the source as a FROM clause."""
        return relation(self.source, self.sql, self.extra)

    def columns(self) -> list[tuple[str, str]]:
        """Return the file's own columns with DuckDB's types; raises `BadQuestion` for decimals that are too wide."""
        found = self._run(f"DESCRIBE SELECT * FROM {self.relation}", None).fetchall()
        if self.source.parquet:
            self._look_at_schema()
        self._widen(len(found))
        return [(name, type_) for name, type_, *_ in found if name != RAGGED]

    def _look_at_schema(self) -> None:
        """Add to the source the names that several Parquet columns have; DuckDB silently numbers them.

        Raises `BadQuestion` for decimals of more than 38 digits, which DuckDB would silently round.
        """
        schema = f"parquet_schema({listed(self.source.paths, self.sql)})"
        nodes = self._run(f"SELECT file_name, name, num_children, precision FROM {schema}", None).fetchall()
        if wide := [name for _, name, _, digits in nodes if digits is not None and digits > MOST_DIGITS]:
            wrong = f"the column {wide[0]!r} holds decimals of more than {MOST_DIGITS} digits, which would be rounded"
            raise BadQuestion(self.source.title, wrong, (), "Write it as text or DECIMAL(38,2).")
        again = repeated(top_level([(name, children) for file, name, children, _ in nodes if file == nodes[0][0]]))
        self.source = replace(self.source, repeated=self.source.repeated | again)

    def _widen(self, columns: int) -> None:
        """Raise the memory limit for many columns, unless the user set it."""
        if self.memory is None and columns > NARROW:
            self.connection.execute(f"SET memory_limit = '{min(WIDEST, MEMORY + WIDER * columns)}MB'")

    def ragged(self) -> str | None:
        """Return the column that marks rows longer or shorter than the header; None until one was met."""
        return self.sql.name(RAGGED) if self.extra else None

    def mend(self, error: Exception) -> bool:
        """Return whether a row longer or shorter than the header caused the error; if so, allow for more cells.

        Raises `BadQuestion` if the file cannot be read that way.
        """
        if self.source.parquet or UNEVEN not in str(error):
            return False
        first, do = self.source.given[0], "Quote cells that hold the sign between columns."
        if self.extra >= MOST_EXTRA:
            raise bad_file(first, f"a row has more than {MOST_EXTRA:,} cells beyond the header", do)
        if not self.source.quotes_balance():
            raise unclosed(first, "the file holds an odd number of quotation marks")
        if self.source.holds(NEVER):
            wrong = "it has rows with more or fewer cells than the header, and cells with the character U+0001"
            raise bad_file(first, wrong, "Take that character out.")
        self.extra = min(MOST_EXTRA, max(8, self.extra * 4))
        self._widen(len(self.source.headers[0]) + self.extra)
        return True

    def rows_expected(self) -> int | None:
        """Return the number of rows if the files are Parquet, which states it, else None."""
        if not self.source.parquet:
            return None
        query = f"SELECT SUM(num_rows) FROM parquet_file_metadata({listed(self.source.paths, self.sql)})"
        return int(self._run(query, None).fetchall()[0][0])

    def ask(self, query: str, tick: Tick | None = None) -> list[tuple[Any, ...]]:
        """Return the rows of a query over the files that has few of them."""
        return list(self._run(query, tick).fetchall())

    def count(self, name: str, rows: Query, keys: Sequence[str], kept: bool, tick: Tick | None = None) -> None:
        """Make a table with the number of rows for each combination of keys; `kept` stores each row's keys."""
        if kept:
            self._keep(rows, keys, tick)
        files = [file for _, file in self.kept]
        found = f"read_parquet({listed(files, self.sql)})" if files else f"({rows(self.relation)}) five_"
        self._run(f"CREATE OR REPLACE TABLE {name} AS {totals(keys, found)}", None if files else tick)

    def _keep(self, rows: Query, keys: Sequence[str], tick: Tick | None) -> None:
        """Store each row's keys, day and fault message in files, in parallel for the parts of the source."""
        names = [name for name, _ in self.columns()]
        found = self._parts(groups(self.source.paths[0], names)) if self.source.single else []
        self.kept = [(part, self.folder / f"keys.{number}") for number, part in enumerate(found)]
        columns = ", ".join([*keys, *KEPT])
        asked = [f"SELECT {columns} FROM ({rows(self._rows(part, self.source.paths[0]))}) five_" for part in found]
        written = zip(asked, self.kept, strict=True)
        self._run_all([[self._copy(query, file, IN_HASTE)] for query, (_, file) in written], tick)

    def _parts(self, found: Sequence[int]) -> list[Part]:
        """Return the parts of the file, for groups of so many rows, that can be processed in parallel; maybe none."""
        if not self.source.single or PLACE in {name.lower() for name, _ in self.columns()}:
            return []
        threads = int(self.local.rows("SELECT current_setting('threads')")[0][0])
        return parts(found, threads)

    def share(self, *names: str) -> None:
        """Do nothing: small tables and files are in the same database."""

    def _rows(self, part: Part, path: Path, before: int = 0) -> str:
        """Return a part of a Parquet file whose first row is number `before`, in order, as a FROM clause."""
        return in_order(part.rows(f"read_parquet({listed([path], self.sql)}, {PLACE} = true)", before))

    def write(self, asked: Statements, path: Path, goal: Target, tick: Tick | None = None) -> int:
        """Write the rows with their answers in order, and return the number of rows."""
        self.goal = path
        if self.kept and not asked.renames and (rows := self._beside(asked, path, goal, tick)):
            return rows
        rows = (self.rows_expected() or 0) if goal.parquet else 0
        found = self._parts([GROUP] * (rows // GROUP) + [rows % GROUP] * (rows % GROUP > 0))
        if len(found) < 2:
            written = self._run(self._copy(asked.whole(in_order(self.relation)), path, goal.options), tick)
            return int(written.fetchall()[0][0])
        options = f"{goal.options}, {SMALLER_GROUPS}"
        whole = [[(asked.whole(self._rows(part, self.source.paths[0])), options)] for part in found]
        with self._apart(whole, path, tick) as files:
            return join(files, path)

    def _beside(self, asked: Statements, path: Path, goal: Target, tick: Tick | None) -> int:
        """Append the answers as columns to a copy of the file; return the rows, or 0 if groups of rows differ."""

        def answered(run: Part, part: Part, file: Path) -> tuple[str, str]:
            return asked.answers(self._rows(run, file, part.start)), f"{goal.options}, {run.options}"

        answers = [[answered(run, part, file) for run in part.runs()] for part, file in self.kept]
        dictionaries = self._dictionaries(asked, goal) if any(part.pieces for part, _ in self.kept) else None
        with self._apart(answers, path, tick) as files:
            try:
                return append(self.source.paths[0], files, path, dictionaries)
            except ValueError:
                return 0

    def _dictionaries(self, asked: Statements, goal: Target) -> Path:
        """Return a file with every text of an answer, since DuckDB's dictionaries have only the texts of a group."""
        found = self.folder / "words"
        options = replace(self.kept[0][0], groups=(ALL,)).options
        self._run(self._copy(asked.answers(asked.with_every_word), found, f"{goal.options}, {options}"), None)
        return found

    @contextmanager
    def _apart(self, asked: Sequence[Sequence[tuple[str, str]]], path: Path, tick: Tick | None) -> Iterator[list[Path]]:
        """Yield the files, in order and beside `path`, that hold the rows of each query, and remove them afterwards.

        A query is given with its options. Each list of queries runs in parallel with the others.
        """
        names = (path.with_name(f"{path.name}.{number}") for number in count())
        work = [[(query, next(names), options) for query, options in one] for one in asked]
        self._run_all([[self._copy(*copied) for copied in one] for one in work], tick)
        files = [file for one in work for _, file, _ in one]
        yield files
        for file in files:
            file.unlink()

    def _copy(self, query: str, path: Path, options: str) -> str:
        """Return the statement that writes the rows of a query to a file."""
        # After a join DuckDB keeps the order of rows only with this option; it then writes with one thread.
        return f"COPY ({query}) TO {self.sql.quoted(str(path))} ({options}, PRESERVE_ORDER true)"

    def _run(self, query: str, tick: Tick | None) -> duckdb.DuckDBPyConnection:
        """Run a statement in another thread, so that the user can interrupt it and progress is reported."""
        return self._run_all([[query]], tick)[0]

    def _run_all(self, lanes: Sequence[Sequence[str]], tick: Tick | None) -> list[duckdb.DuckDBPyConnection]:
        """Run lists of statements in parallel; each but the first gets its own connection. Return the connections."""
        others = (_settled(self.connection.cursor()) for _ in lanes[1:])
        running = [Lane(*one) for one in zip((self.connection, *others), lanes, strict=False)]
        futures = [self.worker.submit(lane.run) for lane in running]
        try:
            return [waited(one, tick, lambda: sum(lane.share() for lane in running) / len(running)) for one in futures]
        except duckdb.Error as error:
            self._stop(futures, running)
            raise self._said(error) from error
        except BaseException:
            self._stop(futures, running)
            raise

    def _stop(self, futures: Sequence[Future[Any]], running: Sequence[Lane]) -> None:
        """Interrupt the statements until all have ended, for at most a minute."""
        for _ in range(600):
            if all(future.done() for future in futures):
                return
            for one in running:
                one.stop()
            time.sleep(POLL)

    def _said(self, error: duckdb.Error) -> Exception:
        """Return a DuckDB error as an error that says what to do; an unexpected error is returned unchanged."""
        text, first, title = str(error), self.source.given[0], self.source.title
        low = text.lower()
        if UNEVEN.lower() in low:
            return error
        if "unterminated quote" in low or "quote should be followed" in low:
            return unclosed(first, " ".join(text.splitlines()[:2]).removeprefix("Invalid Input Error: "))
        if any(sign in low for sign in ("unicode", "utf-8", "utf8", "byte sequence")):
            if self.source.parquet:
                return BadQuestion(title, "it holds text that is not UTF-8", (), "Write it again as UTF-8.")
            return not_text(first, "utf-8", "a byte stands where none of its letters can")
        if "maximum line size" in low:
            return too_long(title, (found := _LINE.search(text)) and found[1])
        if "no space left" in low:
            return CannotAnswer("the output", "no space is left where it was being written", (), "Free some space.")
        if "file too large" in low:
            return CannotAnswer("the output", "it grows larger than a file may be here", (), "Raise that limit.")
        if "could not write" in low or ("disk" in low and "full" in low):
            wrong = f"it could not be written: {text.splitlines()[0]}"
            return CannotAnswer("the output", wrong, (), "Free some space.")
        if isinstance(error, duckdb.OutOfMemoryException):
            return CannotAnswer("the file", "it needs more memory than it was given", (), "Raise --memory.")
        if "state machine" in low:
            return BadQuestion(title, "its lines end in different ways", (), "Save it with one.")
        if (goal := self.goal) is not None and str(goal) in text:
            reason = low.rpartition(":")[2].strip()
            return CannotAnswer(f"the output {goal.name}", f"it could not be written: {reason}", (), "")
        if any(sign in low for sign in OF_BYTES) or type(error) is duckdb.Error:
            return BadQuestion(title, f"it is damaged: {text.splitlines()[0]}", (), "")
        if isinstance(error, duckdb.IOException):
            return CannotAnswer(title, text.splitlines()[0], (), "")
        if isinstance(error, duckdb.InvalidInputException):
            return BadQuestion(title, text.splitlines()[0], (), "")
        return error


def _settled(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Apply the settings of a connection; one that this build of DuckDB lacks, as of time zones, is ignored."""
    for name, value in OF_EACH.items():
        with suppress(duckdb.CatalogException):
            connection.execute(f"SET {name} = {value}")
    return connection


_LINE = re.compile(r"Line: ([0-9]+)")
OF_BYTES = ("zstd", "snappy", "thrift", "corrupt", "decompress", "parquet")
"""Words of an error that concerns the bytes of a compressed or Parquet file."""
