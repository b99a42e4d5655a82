"""The price level by fiscal year: what the two series of US aid say, then the deflator, and no year beyond it."""

from __future__ import annotations

import csv
import os

import pytest

from mnna.series.price_levels import BASE, TABLE, constant, factors, reckoned


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
