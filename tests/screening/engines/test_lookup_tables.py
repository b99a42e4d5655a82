"""The small tables of a screening, made from lists and from queries."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest

from mnna.screening.engines.lookup_tables import Local


@pytest.fixture
def local() -> Any:
    return Local(duckdb.connect())


def test_a_table_from_lists_keeps_order_types_and_nulls(local: Local) -> None:
    local.table("a_", {"id": ("INTEGER", [2, 1]), "group": ("VARCHAR", [None, "it's"])})
    assert local.rows("SELECT * FROM a_") == [(2, None), (1, "it's")]
    assert local.types("a_") == {"id": "INTEGER", "group": "VARCHAR"}
    local.table("a_", {"id": ("INTEGER", [])})
    assert local.rows("SELECT * FROM a_") == []


def test_a_query_is_kept_and_replaced(local: Local) -> None:
    local.keep("b_", "SELECT 1 AS n")
    local.keep("b_", "SELECT 2 AS n")
    assert local.rows("SELECT n FROM b_") == [(2,)]


def test_few_texts_become_numbers_with_names(local: Local) -> None:
    local.keep_few("c_", "SELECT * FROM (VALUES ('yes', 1), ('no', 2), (NULL, 3)) t(notify, n)", ["notify"])
    assert local.types("c_")["notify"] == "ENUM('no', 'yes')" and local.types("c_")["n"] == "INTEGER"
    assert sorted(local.rows("SELECT notify, n FROM c_"), key=lambda row: row[1]) == [("yes", 1), ("no", 2), (None, 3)]
    with pytest.raises(duckdb.CatalogException):
        local.rows("SELECT * FROM c_plain_")


def test_a_file_and_a_folder_of_parts_are_read_in_order(local: Local, tmp_path: Path) -> None:
    for name, numbers in (("b", (3, 4)), ("a", (1, 2))):
        rows = ", ".join(f"({number})" for number in numbers)
        local.connection.execute(f"COPY (SELECT * FROM (VALUES {rows}) t(n)) TO '{tmp_path / name}.parquet'")
    (tmp_path / "_SUCCESS").touch()
    for path, expected in ((tmp_path, [1, 2, 3, 4]), (tmp_path / "b.parquet", [3, 4])):
        names, rows_ = local.read(path)
        assert (names, [n for (n,) in rows_]) == (["n"], expected)
