"""What a dollar of a fiscal year is worth in dollars of the base year, by the two series of US aid and then by the BEA.

The Foreign Assistance series states the same obligations in current and in constant dollars, so the two hold the price
level that its producer used. They end with the base year. For a later year the implicit price deflator of the gross
domestic product counts, by the Bureau of Economic Analysis (`gdp_deflator.csv`, 2017 = 100, early 2026):
the mean of the four quarters of the base year by that of the year. A year of which a quarter is not held has none.
`price_levels.csv` keeps the factors, and a test holds it to both.
"""

from __future__ import annotations

import csv
from functools import cache

from mnna.quick import Path

BASE = 2024
"""The fiscal year in whose dollars amounts are told."""
TABLE = Path(__file__).with_name("price_levels.csv")


@cache
def factors() -> dict[int, float]:
    """By how much a dollar of each fiscal year is to be multiplied."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {int(row["fiscal_year"]): float(row["factor"]) for row in csv.DictReader(file)}


def constant(usd: float, year: int) -> float | None:
    """An amount of a year in dollars of the base year; None for a year whose price level is not held."""
    factor = factors().get(year)
    return None if factor is None else usd * factor
