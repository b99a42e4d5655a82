"""Every row of `verdicts.csv`: what the law gives a country on a day, and why, as a lawyer reads it in a table."""

from __future__ import annotations

import csv

import pytest

from tests.conftest import ROOT
from tests.statutes.asking import verdict

with (ROOT / "tests" / "data" / "verdicts.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['question']}-{row['country']}-{row['on']}")
def test_the_verdict_is_the_one_in_the_table(row: dict[str, str]) -> None:
    assert verdict(row["question"], row["country"], row["on"]) == row["verdict"], row["why"]
