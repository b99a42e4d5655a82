"""A Parquet file is divided where its rows can be decided side by side; its columns are copied where they can be."""

from __future__ import annotations

from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mnna.screening import screen
from mnna.screening.engines import duckdb_engine, duckdb_parts
from mnna.screening.engines.duckdb_parts import LARGEST, MOST, PIECE, PLACE, Lane, Part, parts
from mnna.screening.engines.parquet_parts import groups
from mnna.screening.output_columns import OUTPUT

CASES = """
    SELECT i AS n, CASE i % 3 WHEN 0 THEN 'MEX' WHEN 1 THEN 'FRA' END AS recipient,
           CASE WHEN i % 2 = 0 THEN 'fms' ELSE 'dcs' END AS channel, i * 20_000 AS total_usd,
           CASE WHEN i % 7 = 0 THEN i * 20_001 END AS mde_usd,
           DATE '1974-01-01' + CAST(i * 2 AS INTEGER) AS "on"
    FROM range(10_000) t(i)
"""
"""Some rows contradict themselves, some lack a country, and the answers to some quote their day."""


UNEVEN = (100, 2040, 4000, 1, 3859)
"""Groups of which DuckDB reads some few rows at a time, which a join would give back late."""


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> pa.Table:
    return duckdb.sql(CASES).to_arrow_table()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, cases: pa.Table) -> Path:
    made = tmp_path_factory.mktemp("parts") / "in.parquet"
    pq.write_table(cases, made, row_group_size=2048)
    return made


def screened(path: Path, threads: int) -> list[Any]:
    out = path.with_name(f"{path.name}.out.parquet")
    screen(path, out, threads=threads, assume=["MEX:nato:1990-01-01"])
    return duckdb.sql(f"SELECT COLUMNS(*)::VARCHAR FROM '{out}'").fetchall()


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory, path: Path) -> list[Any]:
    """The same cases screened as text."""
    text = tmp_path_factory.mktemp("text") / "in.csv"
    duckdb.sql(f"SELECT * FROM '{path}'").write_csv(str(text))
    return screened(text, 1)


@pytest.mark.parametrize(("threads", "many"), [(1, 1), (2, 2), (3, 3), (100, MOST)])
def test_the_parts_are_the_file_in_its_order(path: Path, threads: int, many: int) -> None:
    made = parts([2048, 2048, 2048, 2048, 1808], threads)
    read = f"read_parquet('{path}', {PLACE} = true)"
    rows = [row for part in made for row in duckdb.sql(f"SELECT n FROM {part.rows(read)}").fetchall()]
    assert len(made) == many and rows == [(n,) for n in range(10_000)]


@pytest.mark.parametrize(
    ("groups", "threads", "runs"),
    [
        ([4096, 4096, 7], 1, [(0, 8199)]),
        ([4096, 4096, 7], 2, [(0, 4096), (4096, 8199)]),
        ([20_000, 30_000, 20_000], 1, [(0, 20_000), (20_000, 50_000), (50_000, 70_000)]),
        ([30_000, 20_000], 1, [(0, 30_000), (30_000, 50_000)]),  # DuckDB ends no group after 30,000
        ([20_000, 20_480], 1, [(0, 20_000), (20_000, 40_480)]),
        ([100], 2, [(0, 100)]),
        ([100, 101], 1, []),  # not worth a statement each
        ([100, 0], 1, []),
        ([LARGEST + 1, 5], 1, [(0, LARGEST + 1), (LARGEST + 1, LARGEST + 6)]),
        ([40_960, 40_960, 7, 40_960, 40_961], 1, [(0, 81_927), (81_927, 122_887), (122_887, 163_848)]),
        ([LARGEST + PIECE, LARGEST], 1, [(0, 2 * LARGEST + PIECE)]),
        ([8 * PIECE, 8 * PIECE], 2, [(0, 8 * PIECE), (8 * PIECE, 16 * PIECE)]),
        ([LARGEST] * 9, 4, [(0, 9 * LARGEST)]),  # more parts would take more memory
        ([], 1, []),
    ],
)
def test_uneven_groups_are_written_one_by_one(groups: list[int], threads: int, runs: list[tuple[int, int]]) -> None:
    assert [(run.start, run.end) for part in parts(groups, threads) for run in part.runs()] == runs


def test_a_group_is_never_ended_before_its_time() -> None:
    assert Part(0, (100,)).options == "ROW_GROUP_SIZE 2048" and Part(5, (4096, 7)).options == "ROW_GROUP_SIZE 4096"


def test_a_stopped_lane_runs_no_other_statement() -> None:
    lane = Lane(duckdb.connect(), ["SELECT 1", "SELECT 2"])
    assert lane.run().fetchall() == [(2,)] and lane.share() == 1.0
    shares = iter([250.0, -1.0, 50.0])
    asked: Any = type("Asked", (), {"query_progress": lambda self: next(shares)})()
    assert [Lane(asked, ["", ""]).share() for _ in range(3)] == [0.5, 0.0, 0.25]
    lane.stop()
    lane.done = 0
    lane.run()
    assert lane.done == 0


@pytest.mark.parametrize(
    ("rows", "first", "copied"),
    [
        (2048, "n", True),
        (3000, "n", False),
        (2048, OUTPUT[0], True),
        (20_000, "n", True),
        (0, "n", True),
        (0, PLACE.title(), True),
    ],
)
def test_a_screening_in_parts_is_that_of_the_same_rows_as_text(
    tmp_path: Path,
    cases: pa.Table,
    monkeypatch: pytest.MonkeyPatch,
    wanted: list[Any],
    rows: int,
    first: str,
    copied: bool,
) -> None:
    monkeypatch.setattr(duckdb_engine, "GROUP", 3000)
    monkeypatch.setattr(duckdb_parts, "LEAST", 3001 if rows == 3000 else 1000)
    names = [first if name == "n" else name for name in cases.column_names]
    table = cases.rename_columns(names)
    with pq.ParquetWriter(tmp_path / "in.parquet", table.schema, compression="gzip") as writer:
        for start, end in [(0, 10_000)] if rows else pairwise(accumulate(UNEVEN, initial=0)):
            writer.write_table(table[start:end], rows or None)
    assert bool(parts(groups(tmp_path / "in.parquet", names), 3)) == copied
    assert screened(tmp_path / "in.parquet", 3) == wanted and len(wanted) == 10_000
    assert {path.name for path in tmp_path.iterdir()} == {"in.parquet", "in.parquet.out.parquet"}


def test_the_files_own_columns_come_back_as_they_were(path: Path, cases: pa.Table, tmp_path: Path) -> None:
    moments = pa.array([1, 2, 3] * 3334, pa.timestamp("ns"))[:10_000]
    pq.write_table(cases.append_column("moment", moments), tmp_path / "in.parquet", row_group_size=4096)
    screen(tmp_path / "in.parquet", tmp_path / "out.parquet", threads=2)
    given, written = (pq.ParquetFile(tmp_path / f"{name}.parquet") for name in ("in", "out"))
    assert written.read().select(range(7)).equals(given.read().replace_schema_metadata(None))
    assert written.schema_arrow.names == [*given.schema_arrow.names, *OUTPUT]
    assert written.metadata.num_row_groups == 3 and written.metadata.num_rows == 10_000


@pytest.mark.parametrize("size", [4096, 4500, 10_000])
def test_a_larger_group_is_written_in_pieces_that_are_put_together(
    cases: pa.Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: list[Any], size: int
) -> None:
    monkeypatch.setattr(duckdb_parts, "LARGEST", 4095)
    monkeypatch.setattr(duckdb_parts, "PIECE", 2048)
    monkeypatch.setattr(duckdb_parts, "LEAST", 1)
    pq.write_table(cases, tmp_path / "in.parquet", row_group_size=size)
    assert screened(tmp_path / "in.parquet", 1) == screened(tmp_path / "in.parquet", 3) == wanted
    given, written = (pq.ParquetFile(tmp_path / f"in.parquet{more}") for more in ("", ".out.parquet"))
    assert written.read(cases.column_names) == given.read()
    rows = [[one.metadata.row_group(n).num_rows for n in range(one.num_row_groups)] for one in (given, written)]
    assert rows[0] == rows[1] and len(rows[0]) == -(-10_000 // size)


def test_where_the_answers_do_not_fit_beside_the_columns_all_is_written_anew(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen(path, tmp_path / "one.parquet")
    monkeypatch.setattr(duckdb_engine, "groups", lambda path, names: [4096, 4096, 1808])
    screen(path, tmp_path / "other.parquet")
    one, other = (duckdb.sql(f"SELECT * FROM '{tmp_path}/{name}.parquet'").fetchall() for name in ("one", "other"))
    assert one == other
