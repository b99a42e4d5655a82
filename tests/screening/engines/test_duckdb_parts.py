"""A Parquet file is divided where its rows can be decided side by side; together the parts are the file."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from mnna.rules.sql import Dialect
from mnna.screening import screen
from mnna.screening.engines import duckdb_parts
from mnna.screening.engines.dialect import Phrases
from mnna.screening.engines.duckdb_parts import GROUP, MOST, parts
from mnna.screening.source import Writing, found

SQL = Phrases(Dialect.DUCKDB)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("parts") / "in.parquet"
    duckdb.sql("SELECT i AS n, 'MEX' AS recipient FROM range(10_000) t(i)").write_parquet(str(made))
    return made


def test_the_parts_are_the_file_in_its_order(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duckdb_parts, "GROUP", 1000)
    with found(path, Writing()) as source:
        for threads, many in ((1, 0), (2, 2), (3, 3), (100, MOST)):
            made = parts(source, SQL, 10_000, ["n", "recipient"], threads)
            rows = [row for part in made for row in duckdb.sql(f"SELECT * FROM {part}").fetchall()]
            assert len(made) == many and (rows == [(n, "MEX") for n in range(10_000)] or not made)


def test_what_cannot_be_divided_is_left_whole(path: Path, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("recipient,n\n", encoding="utf-8")
    with found(path, Writing()) as source, found(tmp_path / "in.csv", Writing()) as text:
        assert parts(source, SQL, 2 * GROUP - 1, ["n"], 2) == []
        assert parts(source, SQL, 2 * GROUP, ["File_Row_Number"], 2) == []
        assert parts(text, SQL, 2 * GROUP, ["n"], 2) == []


def test_a_screening_in_parts_is_that_in_one(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    screen(path, tmp_path / "one.parquet", threads=2)
    monkeypatch.setattr(duckdb_parts, "GROUP", 3000)
    screen(path, tmp_path / "parts.parquet", threads=3)
    one, other = (duckdb.sql(f"SELECT * FROM '{tmp_path / name}.parquet'").fetchall() for name in ("one", "parts"))
    assert one == other and len(one) == 10_000
    assert sorted(one.name for one in tmp_path.iterdir()) == ["one.parquet", "parts.parquet"]
