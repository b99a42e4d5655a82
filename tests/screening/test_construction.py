"""Design and construction inside a total: a file says of it what the single case says, with and without the column."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from mnna.screening import screen

ROWS = [
    ("60000000", "60000000", "no"),
    ("60000000", "10000000", "yes"),
    ("60000000", "10000000.01", "no"),
    ("60000000", "60000000.01", "yes"),
    ("60000000", "", "yes"),
    ("", "10000000", "unknown"),
]


@pytest.mark.parametrize(("total", "construction", "verdict"), ROWS)
def test_what_is_left_of_the_total_is_compared(tmp_path: Path, total: str, construction: str, verdict: str) -> None:
    path, out = tmp_path / "in.csv", tmp_path / "out.parquet"
    path.write_text(
        "recipient,channel,mde_usd,total_usd,construction_usd,on\n" + f"KEN,fms,0,{total},{construction},2025-01-01\n"
    )
    screen(path, out)
    assert duckdb.sql(f"SELECT notify FROM read_parquet('{out}')").fetchall() == [(verdict,)]


def test_without_the_column_the_total_stands(tmp_path: Path) -> None:
    path, out = tmp_path / "in.csv", tmp_path / "out.parquet"
    path.write_text("recipient,channel,mde_usd,total_usd,on\nKEN,fms,0,60000000,2025-01-01\n")
    screen(path, out)
    assert duckdb.sql(f"SELECT notify FROM read_parquet('{out}')").fetchall() == [("yes",)]
