"""The price level by fiscal year: what the two series of US aid say, then the deflator, and no year beyond it."""

from __future__ import annotations

import csv
import os
from datetime import date

import pytest

from mnna.series import figures
from mnna.series.price_levels import BASE, TABLE, constant, factors

CURRENT, CONSTANT = "us_aid_total_obligations_current_usd", "us_aid_total_obligations_constant_usd"
DEFLATOR = TABLE.with_name("gdp_deflator.csv")
QUARTERS = 4


def reckoned() -> dict[int, float]:
    """The same factors, worked out from the two series: the ratio of their sums in each year that both have."""
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


def test_the_table_is_what_the_series_say() -> None:
    """`MNNA_UPDATE_GOLDEN=1` writes it anew."""
    found = reckoned()
    if os.environ.get("MNNA_UPDATE_GOLDEN"):
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(("fiscal_year", "factor"))
            writer.writerows((year, f"{factor:.5f}") for year, factor in found.items())
        factors.cache_clear()
    assert factors() == pytest.approx(found, abs=1e-9)


def test_prices_rise_and_no_year_is_told_of_which_a_quarter_is_not_held() -> None:
    assert factors()[BASE] == 1.0 and max(factors()) == BASE + 1
    assert constant(100.0, 2008) == pytest.approx(142.11, abs=0.01)
    assert constant(100.0, BASE + 1) == pytest.approx(97.447) and constant(100.0, BASE + 2) is None
    later = [factors()[year] for year in range(1998, BASE + 2)]
    assert later == sorted(later, reverse=True)
