"""Tables in memory: pandas and Arrow give what the same file gives."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
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
