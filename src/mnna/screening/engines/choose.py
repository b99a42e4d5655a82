"""Start the engine that runs a screening."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from mnna.errors import BadQuestion, extra
from mnna.screening.engines.runner import Runner
from mnna.screening.source import Source

ENGINES = ("duckdb", "spark")
MEMORY = re.compile(r"[0-9]{1,6}([.][0-9]{1,3})? ?[KMGT]i?B", re.IGNORECASE)
MOST_THREADS = 256


@contextmanager
def started_engine(
    name: str, source: Source, memory: str | None = None, threads: int | None = None, master: str | None = None
) -> Iterator[Runner]:
    """Yield an engine for the source and close it afterwards.

    Raises `BadQuestion` for an unknown engine or setting, and for a remote source without Spark.
    """
    if name not in ENGINES:
        raise BadQuestion(f"the engine {name!r}", "there is no such engine", ENGINES, "")
    if source.remote is not None and name != "spark":
        wrong = "it is not a file of this machine"
        raise BadQuestion(f"the address {source.remote}", wrong, ("--engine spark",), "Fetch it first.")
    if memory is not None and not MEMORY.fullmatch(memory):
        raise BadQuestion(f"--memory {memory}", "it is not a size", ("500MB", "2GB"), "")
    if threads is not None and not 1 <= threads <= MOST_THREADS:
        raise BadQuestion(f"--threads {threads}", f"it is not from 1 to {MOST_THREADS}", (), "")
    runner: Runner
    if name == "duckdb":
        with extra("screen", "screening a file"):
            from mnna.screening.engines.duckdb_engine import Duck
        runner = Duck(source, memory, threads)
    else:
        with extra("spark", "--engine spark"):
            from mnna.screening.engines.spark_engine import Spark
        runner = Spark(source, master)
    try:
        yield runner
    finally:
        runner.close()
