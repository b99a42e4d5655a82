"""Tables in memory: pandas and Arrow give what the same file gives."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mnna.errors import BadQuestion
from mnna.screening import row, screen
from mnna.screening.frames import is_frame

ROWS: list[dict[Any, Any]] = [
    {"recipient": "KEN", "channel": "fms", "total_usd": 60e6, "on": date(2024, 6, 1), 7: "a"},
    {"recipient": "JPN", "channel": "fms", "total_usd": float("nan"), "on": date(2024, 6, 1), 7: 1},
    {"recipient": None, "channel": "fms", "total_usd": 1.0, "on": None, 7: None},
]
COUNTS = {"yes": 1, "no": 0, "unknown": 2, "error": 0}


def arrow() -> pa.Table:
    return pa.Table.from_pylist([{str(name): str(value) if name == 7 else value for name, value in one.items()}
                                 for one in ROWS])  # fmt: skip


@pytest.mark.parametrize("frame", [pd.DataFrame(ROWS), arrow()], ids=["pandas", "arrow"])
def test_a_table_is_screened_in_its_order(tmp_path: Path, frame: Any) -> None:
    found = screen(frame, tmp_path / "out.csv")
    assert found.counts == COUNTS and len(found.stamp["input"]) > 60
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8").splitlines()
    assert [line[:3] for line in lines[1:]] == ["KEN", "JPN", ",fm"] and "7" in lines[0].split(",")
    assert found.source in ("a DataFrame", "a Table") and row(frame, 1).given["total"] == Decimal(60_000_000)


class Handed:
    """A table that is known only by the Arrow interface, as those of polars are."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        return self.table.__arrow_c_stream__(requested_schema)


def test_a_table_of_any_library_is_screened_by_the_arrow_interface(tmp_path: Path) -> None:
    found = screen(Handed(arrow()), tmp_path / "out.csv")
    screen(arrow(), tmp_path / "plain.csv")
    assert found.counts == COUNTS and found.source == "a Handed"
    assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "plain.csv").read_bytes()


def test_a_relation_of_duckdb_is_screened_whosever_connection_it_is_of() -> None:
    with duckdb.connect() as mine:
        rows = "SELECT 'KEN' AS recipient, 'fms' AS channel, 60000000 AS total_usd, DATE '2024-06-01' AS \"on\""
        others = duckdb.sql(rows)
        assert others is not None
        assert screen(mine.sql(rows)).counts["yes"] == 1 == screen(others).counts["yes"]
        with pytest.raises(BadQuestion, match="the DuckDBPyRelation: it cannot be read"):
            screen(mine.sql("SELECT CAST(x AS INTEGER) AS recipient FROM (VALUES ('1'), ('x')) AS t(x)"))


def test_a_frame_of_polars_is_screened_in_its_order(tmp_path: Path) -> None:
    polars = pytest.importorskip("polars", reason="polars is not installed")
    frame = polars.from_arrow(arrow())
    screen(arrow(), tmp_path / "plain.csv")
    for given in (frame, frame.with_columns(polars.col("recipient").cast(polars.Categorical))):
        assert screen(given, tmp_path / "out.csv").counts == COUNTS
        assert (tmp_path / "out.csv").read_bytes() == (tmp_path / "plain.csv").read_bytes()


def test_an_instant_is_the_same_day_in_a_table_and_in_text(tmp_path: Path) -> None:
    at = "2023-04-03T23:30:00-04:00"
    frame = pd.DataFrame({"recipient": ["FIN"], "channel": ["fms"], "on": pd.to_datetime([at])})
    (tmp_path / "in.csv").write_text(f"recipient,channel,on\nFIN,fms,{at}\n", encoding="utf-8")
    assert row(frame, 1).on == row(tmp_path / "in.csv", 1).on == date(2023, 4, 4)


def test_what_is_neither_path_nor_table_is_refused() -> None:
    with pytest.raises(BadQuestion, match=r"the cases, list.*an Arrow table"):
        screen([1, 2])  # type: ignore[arg-type]
    assert not is_frame("cases.csv") and not is_frame(Path("cases.csv"))


@pytest.mark.parametrize(
    ("column", "wrong"),
    [
        (pa.array([Decimal(1)], pa.decimal256(60, 2)), "its column 'total_usd' of decimal256"),
        (pa.array([[1]]), r"it holds BIGINT\[\], not money"),
        (pa.array([b"1"]), "it holds BLOB, not money"),
        (pa.array([b"0" * 16], pa.uuid()), "it holds UUID, not money"),
    ],
)
def test_a_column_of_a_wrong_kind_is_named(column: Any, wrong: str) -> None:
    with pytest.raises(BadQuestion, match=wrong):
        screen(pa.table({"recipient": ["KEN"], "total_usd": column}))
    with pytest.raises(BadQuestion, match=r"the DataFrame: its column 'on' of period\[M\] cannot be read"):
        screen(pd.DataFrame({"recipient": ["KEN"], "on": pd.period_range("2024-01", periods=1, freq="M")}))


def test_a_column_of_nothing_is_unknown_and_a_lone_column_no_table(tmp_path: Path) -> None:
    table = pa.table({"recipient": ["KEN"], "channel": ["fms"], "total_usd": pa.nulls(1), "on": ["2024-05-01"]})
    assert screen(table).counts["unknown"] == 1
    for lone in (pd.Series(["KEN"]), pa.chunked_array([["KEN"]]), [{"recipient": "KEN"}]):
        with pytest.raises(BadQuestion, match="nothing that can be read"):
            screen(lone)  # type: ignore[arg-type]
    with pytest.raises(BadQuestion, match="it has no columns"):
        screen(pd.DataFrame())


def test_names_that_two_columns_bear_are_asked_about_in_tables_and_parquet_files(tmp_path: Path) -> None:
    arrays = [pa.array(["KEN"]), pa.array([{"recipient": 1}]), pa.array(["JPN"]), pa.array(["fms"])]
    table = pa.Table.from_arrays(arrays, names=["recipient", "nested", "recipient", "channel"])
    pq.write_table(table, tmp_path / "in.parquet")
    for source in (table.to_pandas(), tmp_path / "in.parquet"):
        with pytest.raises(BadQuestion, match="Did you mean recipient or recipient_1"):
            screen(source)


def test_the_named_index_of_a_frame_is_read_like_its_columns() -> None:
    assert screen(pd.DataFrame(ROWS).set_index("recipient")).counts == COUNTS
