"""Spark gives the rows and answers of DuckDB and of the single case, also when one of its two workers dies at work."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from mnna.errors import BadQuestion, CannotAnswer
from mnna.registry.load import Registry
from mnna.screening import screen
from mnna.screening.engines.spark_engine import _said, csv_options, reading_every_path
from mnna.screening.read_options import ReadOptions
from mnna.screening.source import found
from mnna.screening.writers import target
from tests.screening.cases import WHOLE, expected, some_rows
from tests.screening.test_agreement import parquet, read

pyspark = pytest.importorskip("pyspark", reason="the extra 'spark' is not installed")
pytestmark = pytest.mark.skipif(shutil.which("java") is None, reason="there is no Java runtime here")

MANY = 120_000
LOCAL = {
    "spark.master": "local-cluster[2,1,1024]", "spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1", "spark.sql.files.maxPartitionBytes": "512k",
    "spark.sql.shuffle.partitions": "2",
    "spark.ui.showConsoleProgress": "false",
}  # fmt: skip


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A cluster of two worker processes on this machine, which `screen` finds as the session under way."""
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("mnna tests")
    for name, value in LOCAL.items():
        builder = builder.config(name, value)
    with reading_every_path():
        session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.mark.parametrize("before", [None, "tr_TR.UTF-8"])
def test_java_finds_a_path_with_any_letters(monkeypatch: pytest.MonkeyPatch, before: str | None) -> None:
    monkeypatch.delenv("LC_ALL", raising=False)
    if before:
        monkeypatch.setenv("LC_ALL", before)
    for prefix, wanted in (("/opt/mnna", before), ("/opt/häuser", "C.UTF-8")):
        monkeypatch.setattr(sys, "prefix", prefix)
        with reading_every_path():
            assert os.environ.get("LC_ALL") == wanted
        assert os.environ.get("LC_ALL") == before


def workers(session: Any) -> list[int]:
    """The processes that run this session's tasks."""
    application = session.sparkContext.applicationId.encode()
    found = []
    for process in Path("/proc").iterdir():
        try:
            words = (process / "cmdline").read_bytes() if process.name.isdigit() else b""
        except OSError:
            continue
        if b"CoarseGrainedExecutorBackend" in words and application in words and b"/bin/java" in words:
            found.append(int(process.name))
    return found


def rows_of(folder: Path) -> list[dict[str, Any]]:
    """The rows of a folder of parts, in the order of the parts."""
    parts = sorted(folder.glob("part-*"))
    return [row for part in parts for row in read(part)]


def test_every_row_as_the_single_case_and_as_duckdb(cluster: Any, tmp_path: Path, registry: Registry) -> None:
    seed = random.randrange(2**32)
    rows = some_rows(400, seed)
    source = parquet(tmp_path / "in.parquet", rows)
    screen(source, tmp_path / "duck.parquet", explain=True)
    screen(source, tmp_path / "spark.parquet", explain=True, engine="spark")
    found = rows_of(tmp_path / "spark.parquet")
    assert found == read(tmp_path / "duck.parquet")
    for row, answer in zip(rows, found, strict=True):
        assert {name: answer[name] for name in WHOLE} == expected(registry, row), (seed, row)


WRITTEN = """Buyer,channel,total_usd,on,note
Mexico,FMS,"$60,000,000",23/4/2024,"a ""b"", c"
MEX,fms,US$ 1.2 billion,,\\x
Freedonia,fms,1,2024-01-01,d
MEX,fms,(5),2024-02-30,e
MEX,fms
MEX,fms,49999999.995,4 May 2024,f,g,h
MEX,fms,60000000,4 May 2024,a last empty cell,
MEX,barter,1,2024-01-01,ü€
MEX,dcs,NaN,1/5/2024,'
"""
"""Money and days as people write them, quotes, rows of another length, and no column for the equipment."""


def test_text_and_a_what_if(cluster: Any, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text(WRITTEN, encoding="utf-8")
    asked = ["MEX:nato:2020-01-01"]
    duck = screen(source, tmp_path / "duck.parquet", assume=asked)
    spark = screen(source, tmp_path / "spark.parquet", assume=asked, engine="spark")
    found = rows_of(tmp_path / "spark.parquet")
    assert found == read(tmp_path / "duck.parquet") and len(found) == 9
    assert spark.summary == duck.summary and spark.said == duck.said


def test_the_same_answers_though_a_worker_is_killed_in_the_middle(cluster: Any, tmp_path: Path) -> None:
    source = tmp_path / "in.parquet"
    query = f"""
        SELECT i AS number, ['MEX', 'GBR', 'JPN', 'Freedonia', NULL][1 + i % 5] AS recipient,
               ['fms', 'dcs'][1 + i % 2] AS channel, CAST((i * 7919) % 300000000 AS DECIMAL(18,2)) AS total_usd,
               DATE '1976-01-01' + CAST(i % 18000 AS INTEGER) AS "on", md5(CAST(i AS VARCHAR)) AS note
        FROM range({MANY}) t(i)"""
    duckdb.sql(f"COPY ({query}) TO '{source}' (FORMAT parquet, ROW_GROUP_SIZE 10000)")
    before = workers(cluster)
    assert len(before) == 2
    killed: list[int] = []

    def strike(stage: str, share: float, rows: int | None) -> None:
        """Kill a worker once some of the tasks that write are done and others are not."""
        if stage == "writing" and 0 < share < 1 and not killed:
            killed.append(before[0])
            os.kill(before[0], signal.SIGKILL)

    spark = screen(source, tmp_path / "spark.parquet", engine="spark", progress=strike)
    assert killed, "the work was done before a worker could be killed"
    assert before[0] not in workers(cluster)
    duck = screen(source, tmp_path / "duck.parquet")
    assert spark.summary == duck.summary and spark.summary.rows == MANY
    listed = [str(part) for part in sorted((tmp_path / "spark.parquet").glob("part-*"))]
    ours, theirs = f"read_parquet({listed})", f"read_parquet('{tmp_path / 'duck.parquet'}')"
    assert len(listed) > 4
    placed = "SELECT row_number() OVER () AS place, COLUMNS(*)::VARCHAR FROM "
    differing = f"SELECT COUNT(*) FROM (({placed}{ours}) EXCEPT ALL ({placed}{theirs}))"
    assert duckdb.sql(differing).fetchall() == [(0,)]
    assert duckdb.sql(f"SELECT COUNT(*) FROM {ours}").fetchall() == [(MANY,)]


def test_what_spark_cannot_find_is_said(cluster: Any, tmp_path: Path) -> None:
    with pytest.raises(CannotAnswer, match=r"nothing\.parquet: .*PATH_NOT_FOUND"):
        screen(f"file://{tmp_path}/nothing.parquet", engine="spark")
    assert not cluster.sparkContext._jsc.sc().isStopped()


def test_parts_have_no_single_stream(tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match="Spark writes parts"):
        screen(tmp_path / "in.csv", "-", engine="spark")


@pytest.mark.parametrize(
    ("name", "sign", "packed"), [("out.csv", ",", None), ("out.tsv", "\t", None), ("out.csv.gz", ",", "gzip")]
)
def test_text_files_are_written_as_duckdb_writes_them(tmp_path: Path, name: str, sign: str, packed: str | None) -> None:
    (tmp_path / "in.csv").write_text("recipient,channel\n", encoding="utf-8")
    with found(tmp_path / "in.csv", ReadOptions()) as source:
        options = csv_options(target(tmp_path / name, source))
    assert (options["sep"], options.get("compression"), options["header"]) == (sign, packed, True)


def test_a_failure_in_a_python_worker_is_said_by_its_cause() -> None:
    told = "An exception was thrown from the Python worker:\nTraceback (most recent call last):\n  ...\nKeyError: 'a'\n"
    assert "KeyError: 'a'" in str(_said("the work on Spark", Exception(told)))
    assert str(_said("the work on Spark", Exception("No disk\nat java"))).endswith("No disk.")
