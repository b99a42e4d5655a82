"""The Apache Spark engine, for files too large for one machine: small tables are broadcast, no row is shuffled.

Only the driver runs Python, and only on the small tables; the executors run none of this code. Answers are written as a
folder of parts in the order of the rows.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from mnna.errors import CannotAnswer, extra
from mnna.rules.sql import Dialect
from mnna.screening.engines.dialect import Phrases
from mnna.screening.engines.runner import Query, Runner, Tick, totals, waited
from mnna.screening.join_tables import Local
from mnna.screening.source import Source
from mnna.screening.writers import Target

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, DataFrameReader, SparkSession

    from mnna.screening.sql import Statements

RAGGED = "ragged_row_"
UNIONED = 200
"""More files than this are read in one step, in which Spark orders them by size."""

SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.ansi.enabled": "true",
    "spark.sql.csv.parser.columnPruning.enabled": "false",  # else a row of the wrong length is not noticed
    "spark.sql.caseSensitive": "false",
    "spark.sql.shuffle.partitions": "16",  # only counts are ever shuffled
}


class Spark(Runner):
    """One Spark session for one source; an existing session, as under spark-submit, is used and not stopped."""

    def __init__(self, source: Source, master: str | None) -> None:
        self.source, self.sql = source, Phrases(Dialect.SPARK)
        self.session, self.ours = _session(master)
        for name, value in SETTINGS.items():
            self.session.conf.set(name, value)
        self.local = Local(duckdb.connect())
        self.worker = ThreadPoolExecutor(1)
        from pyspark.errors import PySparkException  # late: `_session` says how to install it

        try:
            self.files = self._files()
        except PySparkException as error:
            self.close()
            raise _said(f"the file {source.asked}", error) from error
        self.files.createOrReplaceTempView("files_")

    @property
    def relation(self) -> str:
        """Return the source as a FROM clause."""
        return "files_"

    def close(self) -> None:
        """Release everything, and stop the session if it was started here."""
        self.worker.shutdown()
        self.local.connection.close()
        if self.ours:
            self.session.stop()

    def _files(self) -> DataFrame:
        if self.source.remote is not None:
            return self._read([self.source.remote], (), *self.source.delimiters)
        paths = [str(path.resolve()) for path in self.source.paths]
        forms = list(zip(self.source.headers, self.source.delimiters, strict=True)) or [((), "")] * len(paths)
        if len(paths) > UNIONED and len(set(forms)) == 1:
            return self._read(paths, *forms[0])
        frames = [self._read([path], *form) for path, form in zip(paths, forms, strict=True)]
        return reduce(lambda one, other: one.unionByName(other, allowMissingColumns=True), frames)

    def _read(self, paths: list[str], header: tuple[str, ...], delimiter: str) -> DataFrame:
        if self.source.parquet:
            return self.session.read.parquet(*paths)
        if self.source.remote is not None:
            return self._text(delimiter).csv(paths)
        schema = ", ".join(f"{self.sql.name(name)} STRING" for name in (*header, RAGGED))
        frame = self._text(delimiter).option("columnNameOfCorruptRecord", RAGGED).schema(schema).csv(paths)
        uneven = f"{self._uneven(len(header), delimiter)} AS {RAGGED}"
        return frame.selectExpr(*(self.sql.name(name) for name in header), uneven)

    def _uneven(self, cells: int, delimiter: str) -> str:
        """Return the SQL for the cells beyond the header in a row of another length, or for the whole row if it is
        quoted; NULL if only one empty cell is extra.
        """
        beyond = f"slice(split({RAGGED}, {self.sql.quoted(re.escape(delimiter))}, -1), {cells + 1}, 65536)"
        plain = f"NOT contains({RAGGED}, {self.sql.quoted(self.source.quote or chr(0))})"
        return (
            f"CASE WHEN {plain} AND {beyond} = array('') THEN NULL WHEN {plain} THEN array_join({beyond}, ' | ') "
            f"WHEN NOT {plain} THEN {RAGGED} END"
        )

    def _text(self, delimiter: str) -> DataFrameReader:
        options: dict[str, Any] = {
            "header": True, "sep": delimiter, "quote": self.source.quote or "\u0000", "escape": '"',
            "encoding": self.source.encoding, "multiLine": True, "mode": "PERMISSIVE", "maxCharsPerColumn": -1,
        }  # fmt: skip
        return self.session.read.options(**options)

    def columns(self) -> list[tuple[str, str]]:
        """Return the file's own columns with Spark's types."""
        return [(name, type_) for name, type_ in self.files.dtypes if name != RAGGED]

    def ragged(self) -> str | None:
        """Return the column that marks rows longer or shorter than the header, or None."""
        return RAGGED if RAGGED in self.files.columns else None

    def ask(self, query: str, tick: Tick | None = None) -> list[tuple[Any, ...]]:
        """Return the rows of a query over the files that has few of them."""
        return [tuple(row) for row in self._run(self.session.sql(query).collect, tick)]

    def count(self, name: str, rows: Query, keys: Sequence[str], kept: bool, tick: Tick | None = None) -> None:
        """Count on the cluster and store the small result locally, so that no executor can lose it."""
        frame = self.session.sql(totals(keys, f"({rows(self.relation)}) five_"))
        found = [tuple(row) for row in self._run(frame.collect, tick)]
        columns = list(zip(*found, strict=True)) or [()] * len(frame.columns)
        pairs = zip(frame.columns, columns, strict=True)
        self.local.table(name, {column: ("BIGINT", list(values)) for column, values in pairs})

    def share(self, *names: str) -> None:
        """Copy local tables to the cluster; joins broadcast them."""
        for name in names:
            types = self.local.types(name).items()
            texts = {column for column, type_ in types if type_.startswith(("VARCHAR", "ENUM"))}
            named = ((column, "STRING" if column in texts else type_) for column, type_ in types)
            schema = ", ".join(f"{self.sql.name(column)} {type_}" for column, type_ in named)
            frame = self.session.createDataFrame(self.local.rows(f"SELECT * FROM {name}"), schema)
            frame.createOrReplaceTempView(name)

    def write(self, asked: Statements, path: Path, goal: Target, tick: Tick | None = None) -> int:
        """Write the rows with their answers in order as a folder of parts; return the number of rows."""
        from pyspark.sql import Observation
        from pyspark.sql.functions import count, lit

        seen = Observation("written")
        frame = self.session.sql(asked.whole(self.relation)).observe(seen, count(lit(1)).alias("n"))
        place = goal.remote or str(path.resolve())
        if goal.parquet:
            self._run(lambda: frame.write.option("compression", "zstd").parquet(place), tick)
        else:
            self._run(lambda: frame.write.options(**csv_options(goal)).csv(place), tick)
        return int(seen.get["n"])

    def _run(self, action: Callable[[], Any], tick: Tick | None) -> Any:
        """Run an action in another thread, so that the user can interrupt it and progress is reported."""
        from pyspark.errors import PySparkException

        future = self.worker.submit(action)
        try:
            return waited(future, tick, self._share)
        except PySparkException as error:
            raise _said("the work on Spark", error) from error
        except BaseException:
            self.session.sparkContext.cancelAllJobs()
            raise

    def _share(self) -> float:
        """Return the completed share of the tasks of active stages."""
        tracker = self.session.sparkContext.statusTracker()
        stages = [info for stage in tracker.getActiveStageIds() if (info := tracker.getStageInfo(stage)) is not None]
        tasks = sum(info.numTasks for info in stages)
        return sum(info.numCompletedTasks for info in stages) / tasks if tasks else 0.0


def csv_options(goal: Target) -> dict[str, Any]:
    """Return Spark's options for text files, such that they read like DuckDB's."""
    packed = {"compression": "gzip"} if goal.gzip else {}
    return {"header": True, "sep": goal.delimiter, "escape": '"', "emptyValue": "", "nullValue": ""} | packed


def _said(asked: str, error: Exception) -> CannotAnswer:
    """Return an error with the first line of Spark's message, or the last line of a Python worker's traceback."""
    lines = [line for line in str(error).splitlines() if line.strip()] or [type(error).__name__]
    return CannotAnswer(asked, lines[-1 if lines[0].endswith(":") else 0][:500], (), "")


@contextmanager
def reading_every_path() -> Iterator[None]:
    """Set a UTF-8 locale while Java starts, without which it cannot find paths with non-ASCII letters."""
    before = os.environ.get("LC_ALL")
    if not sys.prefix.isascii():
        os.environ["LC_ALL"] = "C.UTF-8"
    try:
        yield
    finally:
        os.environ.pop("LC_ALL", None)
        if before is not None:
            os.environ["LC_ALL"] = before


def _session(master: str | None) -> tuple[SparkSession, bool]:
    """Return the active session or a new one, and whether it is new; raises `CannotAnswer` without PySpark or Java."""
    with extra("spark", "--engine spark"):
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    if (active := SparkSession.getActiveSession()) is not None:
        return active, False
    if (master or "local").startswith("local"):  # else the workers use any `python3` on the path
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("mnna screen").config("spark.ui.showConsoleProgress", "false")
    if master is not None:
        builder = builder.master(master)
    try:
        with reading_every_path():
            return builder.getOrCreate(), True
    except (PySparkException, OSError) as error:
        wrong = f"no session could be begun: {error}"
        raise CannotAnswer("--engine spark", wrong, (), "Spark needs Java 17 or later.") from None
