"""Files as DuckDB reads them: paths are names and no patterns, cells are text, and uneven rows are seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from mnna.rules.sql import Dialect
from mnna.screening.engines.dialect import Phrases
from mnna.screening.engines.duckdb_files import RAGGED, listed, relation, top_level, unclosed
from mnna.screening.read_options import ReadOptions
from mnna.screening.source import found

SQL = Phrases(Dialect.DUCKDB)


def rows(path: Path, extra: int = 0) -> list[tuple[Any, ...]]:
    with found(path, ReadOptions()) as source:
        return list(duckdb.sql(f"SELECT * FROM {relation(source, SQL, extra)}").fetchall())


def test_stars_and_brackets_in_a_name_are_letters() -> None:
    assert listed([Path("/a/b*[1]?.csv"), Path("/it's")], SQL) == "['/a/b[*][[]1][?].csv', '/it''s']"


def test_every_cell_is_text_and_an_empty_one_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "in [1].csv"
    path.write_text('recipient;n\n007;"a;b"\n;1\n', encoding="utf-8")
    assert rows(path) == [("007", "a;b"), (None, "1")]


def test_a_row_of_another_length_is_seen_and_a_last_empty_cell_let_pass(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("recipient,channel\nMEX,fms\nMEX,fms,x,y\nMEX\nMEX,fms,\nMEX,\n", encoding="utf-8")
    assert [row[-1] for row in rows(path, 2)] == [None, "x | y", "", None, None]
    with found(path, ReadOptions()) as source:
        assert RAGGED in relation(source, SQL, 2) and RAGGED not in relation(source, SQL, 0)


def test_files_of_two_forms_are_read_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("recipient,channel\nMEX,fms\n", encoding="utf-8")
    (tmp_path / "b.csv").write_text("channel;recipient\ndcs;COL\n", encoding="utf-8")
    assert sorted(rows(tmp_path)) == [("COL", "dcs"), ("MEX", "fms")]


def test_an_open_quotation_mark_names_the_way_out() -> None:
    assert "quote none" in str(unclosed(Path("in.csv"), "line 2")) and "in.csv" in str(unclosed(Path("in.csv"), "x"))


def test_the_columns_among_the_nodes_of_a_schema() -> None:
    nodes = [("schema", 3), ("a", None), ("b", 2), ("c", 1), ("d", None), ("e", 0), ("f", None)]
    assert top_level(nodes) == ["a", "b", "f"]
