"""Columns put beside those of a Parquet file: every row in its order, every figure about it, as two readers see it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from mnna.screening.engines.parquet_parts import append, groups, join

ROWS = """
    SELECT i AS n, 'text ' || i % 7 AS text, CAST(i % 100 / 3 AS DECIMAL(18,2)) AS money, i % 5 = 0 AS truth,
           DATE '2000-01-01' + CAST(i % 900 AS INTEGER) AS day, CASE WHEN i % 3 = 0 THEN i / 7 END AS half,
           [i, NULL, i + 1] AS list, {'a': i, 'b': NULL} AS pair,
           CAST('x' || i % 2 AS ENUM ('x0', 'x1')) AS word, TIMESTAMPTZ '2001-01-01 12:00:00+02' AS moment
    FROM range($from, $to) t(i)
"""


OWN = """
    SELECT i AS own, [i, NULL, i + 1] AS list_, {'a': i, 'b': NULL} AS pair_ FROM range($from, $to) t(i)
"""


def written(folder: Path, name: str, query: str, start: int, end: int) -> Path:
    options = "FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 2048, PRESERVE_ORDER true"
    duckdb.execute(f"COPY ({query}) TO '{folder / name}' ({options})", {"from": start, "to": end})
    return folder / name


@pytest.fixture
def appended(tmp_path: Path) -> Path:
    own = written(tmp_path, "own", OWN, 0, 12_000)
    made = [written(tmp_path, f"{n}", ROWS, start, end) for n, (start, end) in enumerate(pairwise([0, 6144, 12_000]))]
    assert append(own, made, tmp_path / "all.parquet") == 12_000
    return tmp_path / "all.parquet"


def test_the_columns_of_all_parts_stand_beside_the_files_own(appended: Path) -> None:
    shown = "* REPLACE (CAST(moment AS VARCHAR) AS moment)"
    both = f"(SELECT * FROM ({OWN}) POSITIONAL JOIN ({ROWS}))"
    wanted = duckdb.execute(f"SELECT {shown} FROM {both}", {"from": 0, "to": 12_000}).fetchall()
    assert duckdb.sql(f"SELECT {shown} FROM '{appended}'").fetchall() == wanted
    few = duckdb.sql(f"SELECT COUNT(*), MAX(own) FROM '{appended}' WHERE n BETWEEN 6142 AND 6146").fetchall()
    assert few == [(5, 6146)]  # by the least and greatest values of each group


def test_another_reader_sees_the_same(appended: Path) -> None:
    file = pq.ParquetFile(appended)
    assert file.read(["own"])["own"].to_pylist() == list(range(12_000)) == file.read(["n"])["n"].to_pylist()
    last = file.read_row_group(file.num_row_groups - 1)
    assert pc.max(last["n"]).as_py() == 11_999 and last["list_"][-1].as_py() == [11_999, None, 12_000]
    group = file.metadata.row_group(0)
    assert group.total_byte_size == sum(group.column(n).total_uncompressed_size for n in range(group.num_columns))


PIECES = """
    SELECT i AS n, CAST('x' || i // 3000 AS ENUM ('x0', 'x1', 'x2', 'x3', 'x4')) AS word,
           CASE WHEN i % 3 = 0 THEN 'text ' || i END AS text, CASE WHEN i < 4096 THEN i % 7 END AS few
    FROM range($from, $to) t(i)
"""
"""Few words occur in each piece, and the writer leaves the others out of its dictionary."""


def test_groups_are_put_together_where_the_file_has_larger_ones(tmp_path: Path) -> None:
    pq.write_table(pa.table({"own": list(range(12_000))}), tmp_path / "own", row_group_size=6144)
    options = "FORMAT parquet, COMPRESSION zstd, DICTIONARY_SIZE_LIMIT 0, PRESERVE_ORDER true, ROW_GROUP_SIZE"
    made = [tmp_path / "0", tmp_path / "1", tmp_path / "all words"]
    for part, start, end, size in zip(made, (0, 8192, 0), (8192, 12_000, 12_000), (2048, 2048, 20_480), strict=True):
        duckdb.execute(f"COPY ({PIECES}) TO '{part}' ({options} {size})", {"from": start, "to": end})
    assert append(tmp_path / "own", made[:2], tmp_path / "all.parquet", made[2]) == 12_000
    both = f"SELECT * FROM range(12_000) own(own) POSITIONAL JOIN ({PIECES})"
    wanted = duckdb.execute(both, {"from": 0, "to": 12_000}).fetchall()
    assert duckdb.sql(f"SELECT * FROM '{tmp_path}/all.parquet'").fetchall() == wanted
    few = duckdb.sql(
        f"SELECT COUNT(*) FROM '{tmp_path}/all.parquet' WHERE n BETWEEN 6142 AND 6146 AND few IS NULL"
    ).fetchall()
    assert few == [(5,)]
    file, alone = pq.ParquetFile(tmp_path / "all.parquet"), pq.ParquetFile(made[2]).metadata.row_group(0).column(1)
    assert [file.read_row_group(number)["text"].null_count for number in range(2)] == [4096, 3904]
    for number in range(2):
        group = file.metadata.row_group(number)
        columns = [group.column(at) for at in range(group.num_columns)]
        assert group.num_rows == (6144, 5856)[number] == columns[1].num_values == columns[-1].num_values
        assert group.total_byte_size == sum(column.total_uncompressed_size for column in columns)
        assert columns[1].statistics.min is None and columns[3].statistics.null_count == (4096, 3904)[number]
        assert columns[2].total_uncompressed_size < 2 * alone.total_uncompressed_size


def test_pieces_with_a_dictionary_that_is_not_known_are_not_put_together(tmp_path: Path) -> None:
    duckdb.sql(f"COPY (SELECT i FROM range(4096) t(i)) TO '{tmp_path}/own' (FORMAT parquet)")
    duckdb.sql(
        f"COPY (SELECT i % 9 AS n FROM range(4096) t(i)) TO '{tmp_path}/0' (FORMAT parquet, ROW_GROUP_SIZE 2048)"
    )
    plain = "FORMAT parquet, DICTIONARY_SIZE_LIMIT 0"
    duckdb.sql(f"COPY (SELECT i AS n FROM range(9) t(i)) TO '{tmp_path}/plain' ({plain})")
    with pytest.raises(ValueError, match="a dictionary in some groups only"):
        append(tmp_path / "own", [tmp_path / "0"], tmp_path / "all", tmp_path / "plain")


def test_pieces_that_are_too_few_are_not_put_together(tmp_path: Path) -> None:
    for name, rows in (("own", 4096), ("0", 2048)):
        duckdb.sql(f"COPY (SELECT i AS {name[0]!r} FROM range({rows}) t(i)) TO '{tmp_path / name}' (FORMAT parquet)")
    with pytest.raises(ValueError, match="groups of rows differ"):
        append(tmp_path / "own", [tmp_path / "0"], tmp_path / "all", tmp_path / "0")


@pytest.mark.parametrize("indexed", [False, True])
def test_parts_of_another_writer_keep_their_pages(tmp_path: Path, indexed: bool) -> None:
    for name, start in (("own", 0), ("more", 3000)):
        table = pa.table({name: list(range(start, start + 3000))})
        pq.write_table(table, tmp_path / name, row_group_size=2048, write_page_index=indexed)
    append(tmp_path / "own", [tmp_path / "more"], tmp_path / "all")
    table = pq.read_table(tmp_path / "all", filters=[("own", ">=", 2990)])
    assert table["own"].to_pylist() == list(range(2990, 3000)) and table["more"].to_pylist() == list(range(5990, 6000))


def test_the_rows_of_all_parts_in_order(tmp_path: Path) -> None:
    ends = pairwise([0, 5000, 5000, 5001, 12_000])
    made = [written(tmp_path, f"{number}", ROWS, start, end) for number, (start, end) in enumerate(ends)]
    assert join(made, tmp_path / "all.parquet") == 12_000
    file, whole = pq.ParquetFile(tmp_path / "all.parquet"), pq.read_table(written(tmp_path, "whole", ROWS, 0, 12_000))
    assert file.read() == whole and file.metadata.num_rows == 12_000
    few = duckdb.sql(f"SELECT COUNT(*) FROM '{tmp_path}/all.parquet' WHERE n BETWEEN 4999 AND 5003").fetchall()
    assert few == [(5,)]  # by the least and greatest values of each group


def test_parts_of_other_columns_are_not_joined(tmp_path: Path) -> None:
    for name in ("a", "b"):
        pq.write_table(pa.table({name: [1]}), tmp_path / name)
    with pytest.raises(ValueError, match="differ in their columns"):
        join([tmp_path / "a", tmp_path / "b"], tmp_path / "all")


def test_groups_of_other_sizes_are_not_put_side_by_side(tmp_path: Path) -> None:
    for name, rows in (("own", 10), ("more", 11)):
        pq.write_table(pa.table({name: list(range(rows))}), tmp_path / name)
    with pytest.raises(ValueError, match="groups of rows differ"):
        append(tmp_path / "own", [tmp_path / "more"], tmp_path / "all")


def test_the_columns_of_plain_groups_can_be_copied(tmp_path: Path) -> None:
    table = pa.table({"a": pa.nulls(5000, pa.int8()), "b": pa.nulls(5000, pa.struct([("c", pa.int8())]))})
    pq.write_table(table, tmp_path / "own", row_group_size=3000)
    assert groups(tmp_path / "own", ["a", "b"]) == [3000, 2000] and groups(tmp_path / "own", ["a"]) == []


def test_what_is_no_footer_is_not_copied(tmp_path: Path) -> None:
    (tmp_path / "own").write_bytes(b"PAR1" + b"\x7f" * 30 + b"\x1e\0\0\0PAR1")
    assert groups(tmp_path / "own", []) == []
