"""The phrases of SQL as DuckDB runs them, and as Spark writes them."""

from __future__ import annotations

from typing import Any

import duckdb
import pytest

from mnna.rules.sql import Dialect
from mnna.screening.engines.dialect import Phrases

DUCK, SPARK = Phrases(Dialect.DUCKDB), Phrases(Dialect.SPARK)


def run(phrase: str) -> Any:
    return duckdb.connect().execute(f"SELECT {phrase}").fetchall()[0][0]


@pytest.mark.parametrize(
    ("text", "bare"), [("a b", "a b"), ("  a\u00a0", "a"), ("\ufeffa\t", "a"), (" \n", None), ("é ", "é")]
)
def test_blanks_at_the_ends_go_and_nothing_is_null(text: str, bare: str | None) -> None:
    assert run(DUCK.bare(DUCK.quoted(text))) == bare


@pytest.mark.parametrize(("amount", "cents"), [("0.125", "0.12"), ("0.135", "0.14"), ("1e17", None)])
def test_halves_go_to_the_even_cent_and_what_is_too_large_is_null(amount: str, cents: str | None) -> None:
    found = run(DUCK.cents(f"CAST({amount} AS DOUBLE)" if "e" in amount else f"CAST({amount} AS DECIMAL(18,4))"))
    assert (None if found is None else str(found)) == cents


def test_names_and_texts_are_quoted() -> None:
    assert DUCK.name('a"b') == '"a""b"' and SPARK.name("a`b") == "`a``b`"
    assert run(DUCK.quoted("it's")) == "it's"
    assert DUCK.text("1") == "CAST(1 AS VARCHAR)" and SPARK.text("1") == "CAST(1 AS STRING)"


def test_patterns_are_found_and_their_groups_taken() -> None:
    assert run(DUCK.matches("'a1'", "^a[0-9]$")) is True and run(DUCK.matches("'ab'", "[0-9]")) is False
    assert run(DUCK.part("'2024-05'", "([0-9]+)-([0-9]+)", 2)) == "05" and run(DUCK.part("'x'", "([0-9])", 1)) == ""
    assert "RLIKE" in SPARK.matches("x", "a")


def test_a_null_among_joined_texts_is_empty() -> None:
    assert run(DUCK.joined(["'a: '", "NULL", "'b'"])) == "a: b"


def test_only_spark_is_told_which_tables_are_small() -> None:
    assert DUCK.broadcast("a") == "" and SPARK.broadcast("a", "b") == "/*+ BROADCAST(a, b) */ "
