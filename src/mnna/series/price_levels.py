"""Price levels: the factors from dollars of a fiscal year to dollars of the base year.

The Foreign Assistance data state the same obligations in current and in constant dollars, so their ratio is the price
level that the producer used. They end with the base year. A later year uses the implicit price deflator of the gross
domestic product by the Bureau of Economic Analysis (`gdp_deflator.csv`, 2017 = 100, early 2026): the mean of the four
quarters of the base year, divided by that of the year. A year without all four quarters has no factor.
`price_levels.csv` has the factors, and a test compares it with both sources.
"""

from __future__ import annotations

from functools import cache

from mnna.quick import Path
from mnna.tables import table

BASE = 2024
"""The fiscal year whose dollars are used for amounts in constant dollars."""
TABLE = Path(__file__).with_name("price_levels.csv")


@cache
def factors() -> dict[int, float]:
    """Return the factor from current dollars to dollars of the base year, by fiscal year."""
    return {int(row["fiscal_year"]): float(row["factor"]) for row in table(TABLE)}


def constant(usd: float, year: int) -> float | None:
    """Return an amount of a fiscal year in dollars of the base year; None for a year without a factor."""
    factor = factors().get(year)
    return None if factor is None else usd * factor
