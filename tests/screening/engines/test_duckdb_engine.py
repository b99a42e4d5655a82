"""DuckDB as the engine: rows in their order, uneven files mended, and errors in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import duckdb
import pytest

from mnna.errors import BadQuestion, CannotAnswer, MnnaError
from mnna.screening.engines import duckdb_engine
from mnna.screening.engines.duckdb_engine import NARROW, Duck
from mnna.screening.engines.duckdb_files import UNEVEN
from mnna.screening.read_options import ReadOptions
from mnna.screening.source import found
from mnna.screening.sql import Statements
from mnna.screening.writers import target


@pytest.fixture
def duck(tmp_path: Path) -> Iterator[Duck]:
    (tmp_path / "in.csv").write_text("recipient,n\n" + "".join(f"MEX,{n}\n" for n in range(5)), encoding="utf-8")
    with found(tmp_path / "in.csv", ReadOptions()) as source:
        engine = Duck(source, "100MB", 1)
        yield engine
        engine.close()


def test_columns_and_rows_come_in_their_order(duck: Duck) -> None:
    assert duck.columns() == [("recipient", "VARCHAR"), ("n", "VARCHAR")] and duck.rows_expected() is None
    assert duck.ask(f"SELECT n FROM {duck.relation}") == [(str(n),) for n in range(5)]


def test_settings_are_those_asked_for_and_one_that_is_not_there_is_let_pass(
    duck: Duck, monkeypatch: pytest.MonkeyPatch
) -> None:
    setting = "SELECT current_setting('threads'), current_setting('preserve_insertion_order')"
    assert duck.local.rows(setting) == [(1, True)]
    monkeypatch.setitem(duckdb_engine.OF_EACH, "no_such_setting", "1")
    duckdb_engine._settled(duck.connection)


def test_a_small_table_can_be_made_anew(duck: Duck) -> None:
    for number in (1, 2):
        rows = f"SELECT recipient, {number} AS m FROM {duck.relation}"
        duck.count("few_", lambda relation, rows=rows: rows, ["m"], True)  # type: ignore[misc]
    assert duck.ask("SELECT m, n FROM few_") == [(2, 5)] and duck.kept == []  # a file of text is not kept


def test_rows_are_written_and_counted(duck: Duck, tmp_path: Path) -> None:
    goal = target(tmp_path / "out.csv", duck.source)
    asked = cast(Statements, SimpleNamespace(whole=lambda relation: f"SELECT n FROM {relation}"))
    assert duck.write(asked, tmp_path / "part", goal) == 5
    assert (tmp_path / "part").read_text(encoding="utf-8").split() == ["n", "0", "1", "2", "3", "4"]


def test_parquet_says_how_many_rows_there_are(tmp_path: Path) -> None:
    duckdb.sql(f"COPY (SELECT 'MEX' AS recipient FROM range(7)) TO '{tmp_path / 'in.parquet'}'")
    with found(tmp_path / "in.parquet", ReadOptions()) as source:
        engine = Duck(source)
        assert engine.rows_expected() == 7 and not engine.mend(duckdb.InvalidInputException(UNEVEN))
        engine.close()


def test_room_is_made_for_longer_rows_up_to_a_limit(duck: Duck) -> None:
    uneven = duckdb.InvalidInputException(f"a: {UNEVEN} b")
    assert duck.ragged() is None and not duck.mend(duckdb.InvalidInputException("another"))
    sizes = []
    with pytest.raises(BadQuestion, match="a row has more than 4,096 cells beyond the header"):
        while duck.mend(uneven):
            sizes.append(duck.extra)
    assert sizes == [8, 32, 128, 512, 2048, 4096] and duck.ragged() is not None


def test_an_odd_quotation_mark_is_not_mended(duck: Duck) -> None:
    duck.source.given[0].write_text('recipient,n\n"MEX,1\n', encoding="utf-8")
    with pytest.raises(MnnaError, match="an odd number of quotation marks"):
        duck.mend(duckdb.InvalidInputException(UNEVEN))


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (duckdb.InvalidInputException("Value with unterminated quote found"), BadQuestion, "quote none"),
        (duckdb.InvalidInputException("Invalid unicode (byte sequence mismatch)"), BadQuestion, "in.csv"),
        (duckdb.InvalidInputException("Maximum line size of 1 bytes exceeded\nmore"), BadQuestion, "longer than"),
        (duckdb.IOException("No space left on device"), CannotAnswer, "no space is left"),
        (duckdb.IOException("Could not write file: x\nmore"), CannotAnswer, "Could not write file: x. Free"),
        (duckdb.OutOfMemoryException("out"), CannotAnswer, "Raise memory"),
        (duckdb.IOException("the cable\nis out"), CannotAnswer, "in.csv: the cable"),
        (duckdb.BinderException("ours"), duckdb.BinderException, "ours"),
        (duckdb.InvalidInputException(UNEVEN), duckdb.InvalidInputException, UNEVEN),
    ],
)
def test_an_error_says_what_to_do_and_a_mistake_of_ours_is_raised_again(
    duck: Duck, error: duckdb.Error, kind: type[Exception], words: str
) -> None:
    said = duck._said(error)
    assert isinstance(said, kind) and words in str(said)


def test_an_error_of_a_statement_is_put_into_words(duck: Duck) -> None:
    with pytest.raises(duckdb.CatalogException):
        duck.ask("SELECT * FROM no_such_table_")


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    (tmp_path / "in.csv").write_text("recipient,n\n", encoding="utf-8")
    with found(tmp_path / "in.csv", ReadOptions()) as source:
        engine = Duck(source)
        assert list(scratch.iterdir())
        engine.close()
        assert not list(scratch.iterdir())


@pytest.mark.parametrize("memory", [None, "100MB"])
def test_many_columns_get_more_memory_unless_the_user_set_it(duck: Duck, memory: str | None) -> None:
    def limit() -> object:
        return duck.local.rows("SELECT current_setting('memory_limit')")

    duck.memory = memory
    usual = limit()
    duck._widen(NARROW)
    assert limit() == usual
    limits = []
    for columns in (NARROW + 1, 10**6, 10**7):
        duck._widen(columns)
        limits.append(limit())
    if memory:
        assert limits == [usual] * 3
    else:
        assert limits[0] != usual and limits[0] != limits[1] == limits[2] == [("1.9 GiB",)]
