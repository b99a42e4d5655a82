"""Parquet files of every type: what holds no number is unknown, what cannot be kept exactly is refused."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mnna.errors import BadQuestion, CannotAnswer
from mnna.screening import screen
from mnna.screening.output_columns import OUTPUT


def test_parquet_types(tmp_path: Path) -> None:
    amounts = [60e6, float("nan"), float("inf"), 49_999_999.995, -1.0, None]
    table = pa.table({
        "recipient": pa.array(["MEX"] * 6).dictionary_encode(),
        "channel": ["fms"] * 6,
        "total_usd": pa.array(amounts, pa.float64()),
        "on": pa.array([0, 86_399_999_999, 1, 2, 3, 4], pa.timestamp("us")),
        "nested": [{"a": 1}] * 6,
    })  # fmt: skip
    pq.write_table(table, tmp_path / "in.parquet")
    screen(tmp_path / "in.parquet", tmp_path / "out.parquet", map={})
    names = ", ".join(f'"{name}"' for name in OUTPUT[:3])
    found = duckdb.sql(f"SELECT {names}, nested FROM read_parquet('{tmp_path / 'out.parquet'}')").fetchall()
    assert [one[0] for one in found] == ["unknown", "unknown", "error", "unknown", "error", "unknown"]
    assert found[0][3] == {"a": 1}


def test_nan_is_unknown_and_half_cents_round_as_in_the_single_case(tmp_path: Path) -> None:
    amounts = pa.array([float("nan"), 49_999_999.995, 49_999_999.985, 50e6], pa.float64())
    table = pa.table({"recipient": ["MEX"] * 4, "channel": ["fms"] * 4, "total_usd": amounts, "on": ["2020-01-01"] * 4})
    pq.write_table(table, tmp_path / "in.parquet")
    screen(tmp_path / "in.parquet", tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(newline="") as file:
        assert [one["notify"] for one in csv.DictReader(file)] == ["unknown", "yes", "unknown", "yes"]


@pytest.mark.parametrize("place", [0, 2, 4])
@pytest.mark.parametrize("statistics", [True, False])
@pytest.mark.parametrize("other", [60e6, 1e300, float("inf"), float("-inf")])
def test_nan_is_unknown_whatever_the_file_says_of_its_values(
    tmp_path: Path, place: int, statistics: bool, other: float
) -> None:
    """A Parquet file's least and greatest value leave NaN out, and an engine that trusts them takes it for a number."""
    amounts = [60e6, other, 49e6, other]
    amounts.insert(place, float("nan"))
    months = pa.array([12.0, 12.0, float("nan"), 12.0, 12.0])
    table = pa.table({"recipient": ["MEX"] * 5, "channel": ["fms"] * 5, "total_usd": amounts, "lease_months": months,
                      "on": ["2020-01-01"] * 5})  # fmt: skip
    pq.write_table(table, tmp_path / "in.parquet", write_statistics=statistics, row_group_size=2)
    screen(tmp_path / "in.parquet", tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(newline="") as file:
        found = [one["notify"] for one in csv.DictReader(file)]
    bad = "yes" if other == 60e6 else "error"
    wanted = ["yes", bad, "unknown", bad]
    wanted.insert(place, "unknown")
    assert found == wanted


@pytest.mark.parametrize("type_", [pa.float32(), pa.bool_(), pa.date32()])
def test_types_that_hold_no_money_are_refused(tmp_path: Path, type_: pa.DataType) -> None:
    table = pa.table({"recipient": ["MEX"], "channel": ["fms"], "total_usd": pa.array([None], type_)})
    pq.write_table(table, tmp_path / "in.parquet")
    with pytest.raises(BadQuestion, match="total"):
        screen(tmp_path / "in.parquet")


def test_damaged_parquet_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "in.parquet"
    pq.write_table(pa.table({"recipient": ["MEX"] * 5000, "channel": [f"c{n}" for n in range(5000)]}), path)
    data = bytearray(path.read_bytes())
    data[50 : len(data) // 2] = b"\x7f" * (len(data) // 2 - 50)
    path.write_bytes(data)
    with pytest.raises((BadQuestion, CannotAnswer)):
        screen(path)


def test_decimals_that_would_be_rounded_are_refused(tmp_path: Path) -> None:
    wide = pa.array([Decimal("60000000.00")], pa.decimal256(50, 2))
    pq.write_table(pa.table({"recipient": ["MEX"], "channel": ["fms"], "total_usd": wide}), tmp_path / "in.parquet")
    with pytest.raises(BadQuestion, match="'total_usd' holds decimals of more than 38 digits"):
        screen(tmp_path / "in.parquet")
