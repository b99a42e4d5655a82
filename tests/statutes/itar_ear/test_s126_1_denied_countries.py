"""ITAR 126.1: the two tables, and that an ally in neither is free of it."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "restriction-itar-126-1"


@pytest.mark.parametrize(
    ("country", "expected", "table"), [("CHN", "yes", "1"), ("COL", "no", "none"), ("GBR", "no", "none")]
)
def test_the_table_is_named(country: str, expected: str, table: str) -> None:
    found = asked(ID, country, "2024-06-01")
    assert (found.verdict, found.terms["table"]) == (expected, table)


def test_before_the_tables_encoded_nothing_is_said() -> None:
    assert verdict(ID, "CHN", "2021-12-08") == "unknown" and verdict(ID, "CHN", "2021-12-09") == "yes"
