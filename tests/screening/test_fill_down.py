"""Cells below merged ones that were saved as CSV are filled in where the user says so, and counted."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from mnna.errors import BadQuestion
from mnna.screening import screen
from mnna.screening.fill_down import _filled

WRITTEN = """Titles of a report,,
Country,Sale,on,channel,total_usd
Kenya,1,2024-06-01,fms,60000000
 ,"a ""b"", c",2024-06-02,fms,1
,,,,
Japan,2,,fms,60000000
,3,2024-06-04,,60000000
"""


def answered(path: Path, out: Path, **how: Any) -> tuple[list[dict[str, str]], tuple[str, ...]]:
    said = screen(path, out, **how).said
    with out.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file)), said


@pytest.mark.parametrize("column", ["recipient", "Country"])
def test_the_cells_below_take_the_text_above(tmp_path: Path, column: str) -> None:
    (tmp_path / "in.csv").write_text(WRITTEN, encoding="utf-8")
    rows, said = answered(tmp_path / "in.csv", tmp_path / "out.csv", fill_down=column)
    assert [row["Country"] for row in rows] == ["Kenya", "Kenya", "", "Japan", "Japan"]
    assert [row["notify"] for row in rows] == ["yes", "no", "unknown", "unknown", "unknown"]
    assert rows[1]["Sale"] == 'a "b", c' and "2 empty cells of “Country” are filled in with the text above" in said


def test_the_limit_on_cells_of_all_of_python_is_set_back(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(WRITTEN, encoding="utf-8")
    before = csv.field_size_limit()
    screen(tmp_path / "in.csv", tmp_path / "out.csv", fill_down="recipient")
    assert csv.field_size_limit() == before


def test_a_row_that_ends_before_the_column_is_left_as_it_is() -> None:
    rows = [["recipient", "total_usd"], ["MEX", "5"], ["COL"], ["PER", ""], [""]]
    counts = {1: 0}
    assert list(_filled(iter(rows), counts)) == [*rows[:3], ["PER", "5"], [""]] and counts == {1: 1}


def test_what_is_not_named_stays_empty_and_the_option_is_told(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(WRITTEN, encoding="utf-8")
    rows, said = answered(tmp_path / "in.csv", tmp_path / "out.csv")
    assert [row["notify"] for row in rows] == ["yes", "unknown", "unknown", "unknown", "unknown"]
    assert any("--fill-down recipient" in one for one in said)


def test_what_cannot_be_filled_is_refused(tmp_path: Path) -> None:
    import pandas as pd

    (tmp_path / "in.csv").write_text(WRITTEN, encoding="utf-8")
    with pytest.raises(BadQuestion, match=r"no such column.*Country"):
        screen(tmp_path / "in.csv", fill_down=["Contry"])
    with pytest.raises(BadQuestion, match="only a file of text"):
        screen(pd.DataFrame({"recipient": ["MEX"]}), fill_down="recipient")
    (tmp_path / "open.csv").write_text('recipient,channel\nMEX,"fms\n', encoding="utf-8")
    with pytest.raises(BadQuestion, match="cannot be told apart"):
        screen(tmp_path / "open.csv", fill_down="recipient")
    with pytest.raises(BadQuestion, match="do not go together"):
        screen(tmp_path / "in.csv", fill_down="recipient", quote="none")
