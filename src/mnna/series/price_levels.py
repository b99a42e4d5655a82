"""What a dollar of a fiscal year is worth in dollars of the base year, by the two series of US aid.

The Foreign Assistance series states the same obligations in current and in constant dollars, so the two hold the price
level that its producer used. `price_levels.csv` keeps their ratio by fiscal year, and a test holds it to the series.
Years after the base have none.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

BASE = 2024
"""The fiscal year in whose dollars amounts are told."""
CURRENT, CONSTANT = "us_aid_total_obligations_current_usd", "us_aid_total_obligations_constant_usd"
TABLE = Path(__file__).with_name("price_levels.csv")


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
    return {year: round(after / before, 5) for year, (before, after) in sorted(sums.items())}
