"""Reading a small table: every cell as text, whatever it contains."""

from __future__ import annotations

from pathlib import Path

import pytest

import mnna
from mnna.tables import table


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
    with pytest.raises(ValueError, match="shorter"):
        table(tmp_path / "a.csv")


def test_every_row_of_the_packages_tables_has_a_cell_for_each_column() -> None:
    """A sentence with a comma and no quotation marks would be cut at the comma."""
    tables = sorted(Path(mnna.__file__).parent.rglob("*.csv"))
    assert len(tables) > 50 and [path.name for path in tables if not table(path)] == []
