"""What a dollar of a fiscal year is worth in dollars of the base year, by the two series of US aid and then by the BEA.

The Foreign Assistance series states the same obligations in current and in constant dollars, so the two hold the price
level that its producer used. They end with the base year. For a later year the implicit price deflator of the gross
domestic product counts, by the Bureau of Economic Analysis (`gdp_deflator.csv`, 2017 = 100, early 2026):
the mean of the four quarters of the base year by that of the year. A year of which a quarter is not held has none.
`price_levels.csv` keeps the factors, and a test holds it to both.
"""

from __future__ import annotations

import csv
from datetime import date
from functools import lru_cache

from mnna.quick import Path

BASE = 2024
"""The fiscal year in whose dollars amounts are told."""
CURRENT, CONSTANT = "us_aid_total_obligations_current_usd", "us_aid_total_obligations_constant_usd"
TABLE = Path(__file__).with_name("price_levels.csv")
DEFLATOR = Path(__file__).with_name("gdp_deflator.csv")
QUARTERS = 4


@lru_cache(maxsize=1)
def factors() -> dict[int, float]:
    """By how much a dollar of each fiscal year is to be multiplied."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {int(row["fiscal_year"]): float(row["factor"]) for row in csv.DictReader(file)}


def constant(usd: float, year: int) -> float | None:
    """An amount of a year in dollars of the base year; None for a year whose price level is not held."""
    factor = factors().get(year)
    return None if factor is None else usd * factor


def reckoned() -> dict[int, float]:
    """The same factors, worked out from the two series: the ratio of their sums in each year that both have."""
    from mnna.series import figures  # only who checks the table reads them

    current, fixed = figures.embedded(CURRENT), figures.embedded(CONSTANT)
    both = {key for key in current.keys() & fixed.keys() if current[key] > 0 and fixed[key] > 0}
    sums = {year: [0.0, 0.0] for _, year in both}
    for key in both:
        sums[key[1]][0] += current[key]
        sums[key[1]][1] += fixed[key]
    found = {year: round(after / before, 5) for year, (before, after) in sorted(sums.items())}
    return found | {year: factor for year, factor in _by_the_deflator().items() if year > max(found)}


def _by_the_deflator() -> dict[int, float]:
    """The factors of the fiscal years of which all quarters are held; each begins in October of the year before."""
    quarters: dict[int, list[float]] = {}
    with DEFLATOR.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            begins = date.fromisoformat(row["quarter"])
            quarters.setdefault(begins.year + (begins.month >= 10), []).append(float(row["index"]))
    whole = {year: sum(found) for year, found in quarters.items() if len(found) == QUARTERS}
    return {year: round(whole[BASE] / found, 5) for year, found in sorted(whole.items())}
