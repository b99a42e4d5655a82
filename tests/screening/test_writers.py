"""What is written is whole and in order, or it is not there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import openpyxl
import pytest

from mnna.errors import BadQuestion, CannotAnswer
from mnna.screening import screen
from mnna.screening.writers import whole

MANY = 300_000


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of many rows, each with its number."""
    path = tmp_path_factory.mktemp("many") / "in.parquet"
    rows = f"""
        SELECT i AS number, ['MEX', 'GBR', 'JPN', 'Freedonia', NULL][1 + i % 5] AS recipient, 'fms' AS channel,
               CAST((i * 7919) % 300000000 AS DECIMAL(18,2)) AS total_usd,
               DATE '1976-01-01' + CAST(i % 18000 AS INTEGER) AS "on"
        FROM range({MANY}) t(i)"""
    duckdb.sql(f"COPY ({rows}) TO '{path}' (FORMAT parquet, ROW_GROUP_SIZE 20000)")
    return path


@pytest.mark.parametrize("ending", [".parquet", ".csv", ".tsv", ".csv.gz"])
def test_order_and_number(many: Path, tmp_path: Path, ending: str) -> None:
    goal = tmp_path / f"out{ending}"
    found = screen(many, goal)
    read = "read_parquet" if ending == ".parquet" else "read_csv"
    query = f"SELECT number FROM {read}('{goal}')"
    wrong = duckdb.sql(
        f"SELECT COUNT(*) FROM (SELECT number, row_number() OVER () - 1 AS place FROM ({query})) WHERE number <> place"
    )
    assert duckdb.sql(f"SELECT COUNT(*) FROM ({query})").fetchall() == [(MANY,)]
    assert wrong.fetchall() == [(0,)] and found.summary.rows == sum(found.counts.values()) == MANY
    assert [one.name for one in tmp_path.iterdir()] == [goal.name]


STOPPED_IN_THE_MIDDLE = """
import signal
import time

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it

from mnna.screening.engines import duckdb_engine
from mnna.screening.engines.duckdb_engine import Duck
from mnna.interfaces.words.screen import ENDPOINT

write = Duck.write

def half(self, query, path, goal, tick=None):
    def wait(future, *_):
        while not list(path.parent.glob(f"{path.name}*")):
            if future.done():
                return future.result()
            time.sleep(0.01)
        print("in the middle", flush=True)
        time.sleep(600)
    duckdb_engine.waited = wait
    return write(self, query, path, goal, tick)

Duck.write = half
ENDPOINT.command()()
"""
"""The command of a screening that waits for its end once it has begun to write."""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_killed_in_the_middle(
    many: Path,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    number: signal.Signals,
) -> None:
    scratch = tmp_path_factory.mktemp("scratch")
    goal = tmp_path / "out.parquet"
    goal.write_bytes(b"what stood here before")
    command = [sys.executable, "-c", STOPPED_IN_THE_MIDDLE, str(many), "-o", str(goal)]
    environment = {**os.environ, "TMPDIR": str(scratch)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as process:
        assert process.stdout and process.stdout.readline() == b"in the middle\n", process.communicate()[1].decode()
        assert len(list(tmp_path.iterdir())) == 2
        process.send_signal(number)
        process.communicate()
    assert process.returncode != 0
    assert goal.read_bytes() == b"what stood here before"
    if number is signal.SIGKILL:  # what it could not remove goes when the same is asked again
        assert len(list(tmp_path.iterdir())) == 2 and list(scratch.iterdir())
        monkeypatch.setattr("tempfile.tempdir", str(scratch))
        few = tmp_path_factory.mktemp("few") / "in.csv"
        few.write_text("recipient,channel\nMEX,fms\n")
        screen(few, goal)
    assert [one.name for one in tmp_path.iterdir()] == [goal.name]
    assert list(scratch.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk(many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    goal = tmp_path / "out.csv"
    full = tmp_path / "full"

    @contextmanager
    def scratch(*_: object) -> Iterator[Path]:
        full.mkdir()
        (full / f"{goal.name}.part").symlink_to("/dev/full")
        yield full

    monkeypatch.setattr("mnna.screening.writers.scratch", scratch)
    with pytest.raises(CannotAnswer):
        screen(many, goal)
    assert list(tmp_path.iterdir()) == [full]


@pytest.mark.parametrize("before", ["nothing", "file", "parts"])
@pytest.mark.parametrize("after", ["file", "parts"])
def test_a_folder_of_parts_and_a_file_take_each_others_place(tmp_path: Path, before: str, after: str) -> None:
    goal = tmp_path / "out.parquet"
    _made(goal, before)
    with whole(goal) as path:
        _made(path, after)
        assert goal.exists() == (before != "nothing")
    assert goal.is_dir() == (after == "parts")
    assert [one.name for one in tmp_path.iterdir()] == [goal.name]


def _made(path: Path, what: str) -> None:
    if what == "file":
        path.write_text("whole")
    elif what == "parts":
        path.mkdir()
        (path / "_SUCCESS").touch()
        (path / "part-00000.parquet").write_text("whole")


def test_a_folder_with_anything_else_in_it_is_not_replaced(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("recipient,channel\nMEX,fms\n")
    _made(tmp_path / "out.parquet", "parts")
    (tmp_path / "out.parquet" / "mine.txt").touch()
    for folder in (tmp_path / "out.parquet", tmp_path):
        with pytest.raises(BadQuestion, match=r"the file .*: it is a folder\. Name a file in it\."):
            screen(source, folder)


@pytest.mark.parametrize(
    ("goal", "wrong"),
    [
        ("out.ods", "no known file format"),
        ("no/out.csv", "no folder"),
        (".", "no known file format|folder"),
        ("in.csv", "to be read"),
    ],
)
def test_goals_that_are_refused(tmp_path: Path, goal: str, wrong: str) -> None:
    source = tmp_path / "in.csv"
    source.write_text("recipient,channel\nMEX,fms\n")
    for encoding in (None, "cp1252"):
        with pytest.raises(BadQuestion, match=wrong):
            screen(source, tmp_path / goal, encoding=encoding)
    assert source.read_text() == "recipient,channel\nMEX,fms\n"


LITTLE = """
import resource, sys
from mnna.interfaces.cli.main import main
resource.setrlimit(resource.RLIMIT_FSIZE, (16384, 16384))
sys.argv = ["mnna", "screen", *sys.argv[1:]]
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize(
    ("source", "goal", "says"),
    [
        ("in.csv", "out.csv", "the output: it grows larger than a file may be here"),
        ("in.csv", "out.xlsx", "-o out.xlsx: it could not be written: File too large"),
        ("-", "out.csv", "a temporary copy of the input: there is no room for it"),
        ("in.xlsx", "out.csv", "a temporary copy of the input: there is no room for it"),
        ("in.json", "out.csv", "a temporary copy of the input: there is no room for it"),
    ],
)
def test_where_no_file_can_grow_one_sentence_says_so(tmp_path: Path, source: str, goal: str, says: str) -> None:
    heads, row = ("recipient", "channel", "total_usd", "on", "note"), ("MEX", "fms", 60000000, "2024-05-01", "x")
    rows = [(*row[:4], f"{number * 7919 % 10007}") for number in range(3000)]
    text = "".join(f"{','.join(map(str, one))}\n" for one in (heads, *rows))
    (tmp_path / "in.csv").write_text(text, "utf-8")
    (tmp_path / "in.json").write_text(json.dumps([dict(zip(heads, one, strict=True)) for one in rows]), "utf-8")
    book = openpyxl.Workbook()
    for one in (heads, *rows):
        book.active.append(one)
    book.save(tmp_path / "in.xlsx")
    (temporary := tmp_path / "temporary").mkdir()
    ran = subprocess.run(
        [sys.executable, "-c", LITTLE, source, "-o", goal],
        input=text,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=os.environ | {"TMPDIR": str(temporary)},
    )
    assert ran.returncode == 1 and ran.stdout == "" and ran.stderr.startswith(f"mnna: {says}"), ran.stderr
    assert ran.stderr.count("\n") == 1 and not list(temporary.iterdir())
    assert {path.name for path in tmp_path.iterdir()} == {"in.csv", "in.json", "in.xlsx", "temporary"}
