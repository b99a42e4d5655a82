"""Reading a small table: every cell as text, whatever it contains."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import mnna
from mnna.errors import BadFacts
from mnna.tables import cells, rows_by_day, rows_of, table


def test_every_cell_is_text(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes('id,says\na,"one, ""two""\nthree"\n\nb,é\u2028\nc,\n'.encode())
    assert table(path) == [
        {"id": "a", "says": 'one, "two"\nthree'},
        {"id": "b", "says": "é\u2028"},
        {"id": "c", "says": ""},
    ]


def test_a_table_without_rows_is_empty(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,says\n")
    assert table(tmp_path / "a.csv") == []


def test_a_row_with_a_cell_too_few_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,says\na\n")
    with pytest.raises(BadFacts, match=r"a\.csv line 2: 1 cells for 2 columns"):
        table(tmp_path / "a.csv")


@pytest.mark.parametrize(
    "line", ["a,b,", 'a,"one, two",', '"a, b",,"c"', 'a,"one, ""two""",c', 'a,"b"c"d', 'a,"b",c"d', 'a,""', ",,"]
)
def test_a_line_has_the_same_cells_as_for_the_reader_of_csv(line: str) -> None:
    assert cells(line) == next(csv.reader([line]))


def test_rows_are_read_under_the_columns_expected(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes('id,says\r\na,"one, two"\r\nb,é\u2028\r\n'.encode())
    assert rows_of(tmp_path / "a.csv", "id,says") == [["a", "one, two"], ["b", "é\u2028"]]
    with pytest.raises(BadFacts, match=r"a\.csv line 1: the columns are id,says\. They must be exactly: id\."):
        rows_of(tmp_path / "a.csv", "id")
    (tmp_path / "a.csv").write_text("id,says\na,b\na,one, two\n")
    with pytest.raises(BadFacts, match=r"a\.csv line 3: 3 cells for 2 columns\. Quote"):
        rows_of(tmp_path / "a.csv", "id,says")


def test_every_row_of_the_packages_tables_has_a_cell_for_each_column() -> None:
    """A sentence with a comma and no quotation marks would be cut at the comma."""
    tables = sorted(Path(mnna.__file__).parent.rglob("*.csv"))
    assert len(tables) > 50 and [path.name for path in tables if not table(path)] == []


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("2001-01-01,x", r"a\.csv line 2: kind is 'x', none of: empty, b"),
        ("2001-13-01,b", "line 2: '2001-13-01' is no day; write it as 2025-06-01"),
        ("2001-01-01,b\n2001-01-01,", "line 3: it begins on 2001-01-01, not after the row above"),
    ],
)
def test_a_wrong_row_of_a_table_by_day_is_told(rows: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"since,kind\n{rows}\n")
    with pytest.raises(BadFacts, match=said):
        list(rows_by_day(tmp_path / "a.csv", "since,kind", {"kind": ("", "b")}))
