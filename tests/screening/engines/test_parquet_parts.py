"""Parts of Parquet joined: every row in its order, every figure about it, as two readers see it."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from mnna.screening.engines.parquet_parts import join

ROWS = """
    SELECT i AS n, 'text ' || i % 7 AS text, CAST(i % 100 / 3 AS DECIMAL(18,2)) AS money, i % 5 = 0 AS truth,
           DATE '2000-01-01' + CAST(i % 900 AS INTEGER) AS day, CASE WHEN i % 3 = 0 THEN i / 7 END AS half,
           [i, NULL, i + 1] AS list, {'a': i, 'b': NULL} AS pair,
           CAST('x' || i % 2 AS ENUM ('x0', 'x1')) AS word, TIMESTAMPTZ '2001-01-01 12:00:00+02' AS moment
    FROM range($from, $to) t(i)
"""


def parts(folder: Path, *ends: int) -> list[Path]:
    found = []
    for number, (start, end) in enumerate(pairwise(ends)):
        found.append(folder / f"{number}.parquet")
        query = f"COPY ({ROWS}) TO '{found[-1]}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 2048)"
        duckdb.execute(query, {"from": start, "to": end})
    return found


def test_the_rows_of_all_parts_in_order(tmp_path: Path) -> None:
    made = parts(tmp_path, 0, 5000, 5000, 5001, 12_000)
    assert join(made, tmp_path / "all.parquet") == 12_000
    (whole,) = parts(tmp_path, 0, 12_000)
    joined = f"read_parquet('{tmp_path / 'all.parquet'}')"
    shown = "* REPLACE (CAST(moment AS VARCHAR) AS moment)"
    rows, asked = (duckdb.sql(f"SELECT {shown} FROM {one}").fetchall() for one in (joined, f"'{whole}'"))
    assert rows == asked
    few = duckdb.sql(f"SELECT COUNT(*) FROM {joined} WHERE n BETWEEN 4999 AND 5003").fetchall()
    assert few == [(5,)]  # by the least and greatest values of each group
    groups = duckdb.sql(
        f"SELECT DISTINCT row_group_id, row_group_num_rows FROM parquet_metadata('{tmp_path / 'all.parquet'}')"
    )
    assert sum(rows for _, rows in groups.fetchall()) == 12_000


def test_another_reader_sees_the_same(tmp_path: Path) -> None:
    made = parts(tmp_path, 0, 5000, 9000)
    join(made, tmp_path / "all.parquet")
    (whole,) = parts(tmp_path, 0, 9000)
    file = pq.ParquetFile(tmp_path / "all.parquet")
    assert file.read() == pq.read_table(whole) and file.metadata.num_rows == 9000
    assert pc.max(file.read_row_group(file.num_row_groups - 1)["n"]).as_py() == 8999


@pytest.mark.parametrize("indexed", [False, True])
def test_parts_of_another_writer_keep_their_pages(tmp_path: Path, indexed: bool) -> None:
    tables = [pa.table({"n": list(range(start, start + 3000))}) for start in (0, 3000)]
    for number, table in enumerate(tables):
        pq.write_table(table, tmp_path / f"{number}", row_group_size=1000, write_page_index=indexed)
    join([tmp_path / "0", tmp_path / "1"], tmp_path / "all")
    assert pq.read_table(tmp_path / "all")["n"].to_pylist() == list(range(6000))


def test_parts_of_other_columns_are_not_joined(tmp_path: Path) -> None:
    for name in ("a", "b"):
        pq.write_table(pa.table({name: [1]}), tmp_path / name)
    with pytest.raises(ValueError, match="differ in their columns"):
        join([tmp_path / "a", tmp_path / "b"], tmp_path / "all")
