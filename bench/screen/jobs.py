"""The jobs to measure, each run in a process of its own: `python -m bench.screen.jobs NAME FILE ROWS`.

A job prints one JSON document: the seconds of its work, without start-up and imports, and the number of rows by answer.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import duckdb

Result = tuple[float, Counter[Any]]
CELLS = ("recipient", "channel", '"on"', "mde_usd", "total_usd", "construction_usd")
ANSWER = ("notify", "threshold_measure", "threshold_usd", "review_days", '"group"')
PARQUET = "FORMAT parquet, COMPRESSION zstd"


def _counts(rows: Iterable[tuple[Any, ...]]) -> Counter[Any]:
    found: Counter[Any] = Counter()
    for verdict, measure, usd, days, group, n in rows:
        found[verdict, measure, None if usd is None else int(usd), days, group] += n
    return found


def scan(path: str, rows: int) -> Result:
    """Only read the file: count the values of every column that the screening uses."""
    counts = ", ".join(f"count({cell})" for cell in CELLS)
    started = perf_counter()
    duckdb.sql(f"SELECT {counts} FROM read_parquet('{path}')").fetchall()
    return perf_counter() - started, Counter()


def hand(path: str, rows: int) -> Result:
    """Run the hand-written SQL and count the rows by answer."""
    from bench.screen import by_hand

    connection, query = by_hand.prepared(path, None)
    started = perf_counter()
    found = connection.sql(by_hand.COUNTED.format(query=query)).fetchall()
    return perf_counter() - started, _counts(found)


def hand_writing(path: str, rows: int) -> Result:
    """Run the hand-written SQL and write the rows with their answers, in the engine's order and without reasons."""
    from bench.screen import by_hand

    connection, query = by_hand.prepared(path, None, CELLS)
    with TemporaryDirectory(dir=Path(path).parent) as folder:
        started = perf_counter()
        connection.execute(f"COPY ({query}) TO '{folder}/out.parquet' ({PARQUET})")
        return perf_counter() - started, Counter()


def ours(path: str, rows: int) -> Result:
    """Run `mnna.screen(path)`: count rows by answer, rule, country and need, with the stamp, and write nothing."""
    from mnna.screening import screen

    started = perf_counter()
    found = screen(path)
    return perf_counter() - started, Counter(found.counts)


def ours_writing(path: str, rows: int) -> Result:
    """Run `mnna.screen(path, out)`: write every row with its answer, citation and reason, in order."""
    return _written(path, "duckdb")


def _written(path: str, engine: str, again: bool = False) -> Result:
    from mnna.screening import screen

    with TemporaryDirectory(dir=Path(path).parent) as folder:
        for _ in range(2 if again else 1):
            started = perf_counter()
            screen(path, f"{folder}/out.parquet", engine=engine)
            seconds = perf_counter() - started
        parts = f"{folder}/out.parquet" + ("" if engine == "duckdb" else "/part-*")
        query = f"SELECT {', '.join(ANSWER)}, count(*) FROM read_parquet('{parts}') GROUP BY ALL"
        return seconds, _counts(duckdb.sql(query).fetchall())


def spark(path: str, rows: int) -> Result:
    """Run the screening on Spark, on this machine, and measure the second run in one session."""
    from pyspark.sql import SparkSession

    quiet = {"spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    builder = SparkSession.builder.master("local[2]").config("spark.driver.memory", "3g")
    for name, value in quiet.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    try:
        return _written(path, "spark", again=True)
    finally:
        session.stop()


def openfisca(path: str, rows: int) -> Result:
    """Run the screening in OpenFisca-Core."""
    from bench.screen.by_openfisca import run

    return run(path, rows)


def pandas(path: str, rows: int) -> Result:
    """Run the screening in pandas with nullable types."""
    from bench.screen.by_pandas import run

    return run(path, rows)


def loop(path: str, rows: int) -> Result:
    """Run the screening as a plain Python function, row by row."""
    from bench.screen.by_loop import run

    return run(path, rows)


JOBS: dict[str, Callable[[str, int], Result]] = {
    "scan": scan, "hand": hand, "ours": ours, "hand-writing": hand_writing, "ours-writing": ours_writing,
    "openfisca": openfisca, "pandas": pandas, "loop": loop, "spark": spark,
}  # fmt: skip


if __name__ == "__main__":
    seconds, counts = JOBS[sys.argv[1]](sys.argv[2], int(sys.argv[3]))
    json.dump({"seconds": seconds, "counts": [[key, n] for key, n in counts.items()]}, sys.stdout)
