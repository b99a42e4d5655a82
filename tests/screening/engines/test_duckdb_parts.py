"""A Parquet file is divided where its rows can be decided side by side; its columns are copied where they can be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mnna.rules.sql import Dialect
from mnna.screening import screen
from mnna.screening.engines import duckdb_engine
from mnna.screening.engines.dialect import Phrases
from mnna.screening.engines.duckdb_parts import GROUP, MOST, parts
from mnna.screening.engines.parquet_parts import LARGEST, step
from mnna.screening.output_columns import OUTPUT
from mnna.screening.source import Source, Writing, found

SQL = Phrases(Dialect.DUCKDB)
CASES = """
    SELECT i AS n, CASE i % 3 WHEN 0 THEN 'MEX' WHEN 1 THEN 'FRA' END AS recipient,
           CASE WHEN i % 2 = 0 THEN 'fms' ELSE 'dcs' END AS channel, i * 20_000 AS total_usd,
           CASE WHEN i % 7 = 0 THEN i * 20_001 END AS mde_usd,
           DATE '1974-01-01' + CAST(i * 2 AS INTEGER) AS "on"
    FROM range(10_000) t(i)
"""
"""Some rows contradict themselves, some lack a country, and the answers to some quote their day."""


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> pa.Table:
    return duckdb.sql(CASES).to_arrow_table()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, cases: pa.Table) -> Path:
    made = tmp_path_factory.mktemp("parts") / "in.parquet"
    pq.write_table(cases, made, row_group_size=2048)
    return made


@pytest.fixture
def source(path: Path) -> Iterator[Source]:
    with found(path, Writing()) as files:
        yield files


@pytest.mark.parametrize(("threads", "many"), [(1, 1), (2, 2), (3, 3), (100, MOST)])
def test_the_parts_are_the_file_in_its_order(source: Source, threads: int, many: int) -> None:
    made = parts(source, SQL, 10_000, 2048, ["n", "recipient"], threads)
    rows = [row for part in made for row in duckdb.sql(f"SELECT n FROM {part}").fetchall()]
    assert len(made) == many and rows == [(n,) for n in range(10_000)]


def test_what_cannot_be_divided_is_left_whole(source: Source, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("recipient,n\n", encoding="utf-8")
    with found(tmp_path / "in.csv", Writing()) as text:
        assert parts(source, SQL, 10_000, 2048, ["File_Row_Number"], 2) == []
        assert parts(text, SQL, 10_000, 2048, ["n"], 2) == [] == parts(source, SQL, 0, GROUP, ["n"], 2)
    assert len(parts(source, SQL, 10 * LARGEST, LARGEST, ["n"], 4)) == 1  # more would take more memory


@pytest.mark.parametrize(
    ("rows", "renamed", "copied"),
    [(2048, False, True), (3000, False, False), (2048, True, True), (20_000, False, True)],
)
def test_a_screening_in_parts_is_that_of_the_same_rows_as_text(
    tmp_path: Path, cases: pa.Table, monkeypatch: pytest.MonkeyPatch, rows: int, renamed: bool, copied: bool
) -> None:
    monkeypatch.setattr(duckdb_engine, "GROUP", 3000)
    names = [f"{OUTPUT[0]}" if renamed and name == "n" else name for name in cases.column_names]
    pq.write_table(cases.rename_columns(names), tmp_path / "in.parquet", row_group_size=rows, compression="gzip")
    assert (step(tmp_path / "in.parquet", names) > 0) == copied
    duckdb.sql(f"SELECT * FROM '{tmp_path}/in.parquet'").write_csv(f"{tmp_path}/in.csv")
    for name, threads in (("in.parquet", 3), ("in.csv", 1)):
        screen(tmp_path / name, tmp_path / f"{name}.out.parquet", threads=threads, assume=["MEX:nato:1990-01-01"])
    one, other = (
        duckdb.sql(f"SELECT COLUMNS(*)::VARCHAR FROM '{tmp_path}/{name}.out.parquet'").fetchall()
        for name in ("in.parquet", "in.csv")
    )
    assert one == other and len(one) == 10_000
    assert {path.name for path in tmp_path.iterdir()} == {
        f"in.{end}{out}" for end in ("csv", "parquet") for out in ("", ".out.parquet")
    }


def test_the_files_own_columns_come_back_as_they_were(path: Path, cases: pa.Table, tmp_path: Path) -> None:
    moments = pa.array([1, 2, 3] * 3334, pa.timestamp("ns"))[:10_000]
    pq.write_table(cases.append_column("moment", moments), tmp_path / "in.parquet", row_group_size=4096)
    screen(tmp_path / "in.parquet", tmp_path / "out.parquet", threads=2)
    given, written = (pq.ParquetFile(tmp_path / f"{name}.parquet") for name in ("in", "out"))
    assert written.read().select(range(7)).equals(given.read().replace_schema_metadata(None))
    assert written.schema_arrow.names == [*given.schema_arrow.names, *OUTPUT]
    assert written.metadata.num_row_groups == 3 and written.metadata.num_rows == 10_000


def test_where_the_answers_do_not_fit_beside_the_columns_all_is_written_anew(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen(path, tmp_path / "one.parquet")
    monkeypatch.setattr(duckdb_engine, "step", lambda path, names: 4096)
    screen(path, tmp_path / "other.parquet")
    one, other = (duckdb.sql(f"SELECT * FROM '{tmp_path}/{name}.parquet'").fetchall() for name in ("one", "other"))
    assert one == other
