"""Counts of notified sales: never without their gaps, and none where the record does not bear a count."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.registry.notices import notices_of
from mnna.registry.sales import five_years, largest, never_seen, new_sales, regular_from, sold, totals_by_buyer

ON = date(2026, 11, 28)


def test_the_record_is_regular_from_2008() -> None:
    assert regular_from() == date(2008, 1, 1)


@pytest.mark.parametrize("code", ["MEX", "COL", "SAU", "TWN"])
def test_a_count_is_that_of_the_rows(code: str) -> None:
    found = sold(code, date(2016, 1, 1), date(2025, 12, 31))
    rows = [
        row
        for row in notices_of(code)
        if row.counts and row.notified_on and date(2016, 1, 1) <= row.notified_on <= date(2025, 12, 31)
    ]
    assert (found.sales, found.usd) == (len(rows), sum(row.total_usd or 0 for row in rows))
    assert found.without_value == sum(row.total_usd is None for row in rows)
    assert found.never_seen and "never seen" in found.says


def test_no_count_where_most_is_missing() -> None:
    found = sold("SAU", date(2003, 1, 1), date(2010, 1, 1))
    assert found.sales is None and found.usd is None and "most notices are missing" in found.says


def test_five_years_end_with_the_day() -> None:
    found = five_years("MEX", ON)
    assert (found.since, found.until, found.sales) == (date(2021, 11, 29), ON, 0)
    assert "The record ends on 21 August 2026" in found.says


def test_the_largest_come_first() -> None:
    rows = largest("SAU", ON, 10)
    amounts = [row.total_usd for row in rows]
    assert len(rows) == 10 and amounts == sorted(amounts, key=lambda usd: -(usd or 0))
    assert all(row.counts for row in rows)


def test_a_sale_to_several_makes_none_of_them_larger() -> None:
    alone = totals_by_buyer(date(2016, 1, 1), ON)
    every = sum(row.total_usd or 0 for row in new_sales(None, date(2016, 1, 1), ON))
    assert sum(alone.values()) <= every and list(alone.values()) == sorted(alone.values(), reverse=True)
    assert never_seen(date(2025, 1, 1), date(2025, 12, 31)) == 20
