"""Count sales notified to Congress over a period, of one purchaser or all, with the gaps of the record in it.

All counts of notices come from here, so that each count has its gaps beside it. For a period that begins before the
record is regular, no count is given, because most notices could be missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from mnna.dates import spoken, years_before
from mnna.registry.notices import NoticeRow, last_day, notices, notices_of, series

FEWEST = 10
"""In a year with fewer notices than this, most are missing."""


class Sold(NamedTuple):
    """The new sales to a purchaser notified from `since` to `until`, both included; `usd` sums the totals stated.

    `sales` and `usd` are None if the record is too incomplete for a count; then `says` is the reason, else it names the
    gaps.
    """

    country: str
    since: date
    until: date
    sales: int | None
    usd: int | None
    without_value: int | None
    never_seen: int
    says: str


def regular_from() -> date:
    """Return the first day from which every year of the record has at least `FEWEST` notices."""
    counts = Counter(row.notified_on.year for row in notices() if row.counts and row.notified_on)
    thin = [year for year in range(min(counts), max(counts)) if counts[year] < FEWEST]
    return date(max(thin, default=min(counts) - 1) + 1, 1, 1)


def never_seen(since: date, until: date) -> int:
    """Return how many transmittal numbers of those years, up to the highest found of each, were not found."""
    return sum(one.never_seen for one in series() if since.year <= one.year <= until.year)


def new_sales(country: str | None, since: date, until: date) -> tuple[NoticeRow, ...]:
    """Return the new sales with a day in the period, of one purchaser or of all, oldest first."""
    return tuple(
        row for row in notices_of(country) if row.counts and row.notified_on and since <= row.notified_on <= until
    )


def sold(country: str, since: date, until: date) -> Sold:
    """Return what was notified of sales to a purchaser in a period, or why it cannot be counted."""
    unseen = never_seen(since, until)
    if since < regular_from():
        why = f"Before {spoken(regular_from())} most notices are missing from the record, so none are counted."
        return Sold(country, since, until, None, None, None, unseen, why)
    rows, ends = new_sales(country, since, until), f" The record ends on {spoken(last_day())}."
    says = f"{unseen} numbers of those years, of all countries, were never seen.{ends if until > last_day() else ''}"
    without_value = sum(row.total_usd is None for row in rows)
    return Sold(country, since, until, len(rows), dollars(rows), without_value, unseen, says)


def dollars(rows: Iterable[NoticeRow]) -> int:
    """Return the sum of the totals that are stated, in US dollars."""
    return sum(row.total_usd or 0 for row in rows)


def five_years(country: str, on: date) -> Sold:
    """Return the sales of the five years that end with a day."""
    return sold(country, years_before(on, 5) + timedelta(days=1), on)


def largest(country: str, until: date, most: int) -> tuple[NoticeRow, ...]:
    """Return up to `most` new sales to a purchaser until a day, largest total first."""
    rows = [row for row in new_sales(country, date.min, until) if row.total_usd]
    return tuple(sorted(rows, key=lambda row: -(row.total_usd or 0))[:most])


def totals_by_buyer(since: date, until: date) -> dict[str, int]:
    """Return the sum of the totals by purchaser, largest first; a sale to several purchasers is left out."""
    found: Counter[str] = Counter()
    for row in new_sales(None, since, until):
        if len(row.recipients) == 1:
            found[row.recipients[0]] += row.total_usd or 0
    return dict(found.most_common())
