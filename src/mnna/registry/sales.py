"""Sales notified to Congress over a span, of one purchaser or of all, with what the record lacks of those years.

Whatever counts notices elsewhere counts them here, so that each count has its gaps beside it. Of a span that begins
before the record is regular, no count is told: what is missing could be most of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from mnna.dates import spoken, years_before
from mnna.registry.notices import NoticeRow, last_day, notices_of, outlines, series

FEWEST = 10
"""A year with fewer notices than this is one of which most are missing."""
FIVE_YEARS = 5


class Sold(NamedTuple):
    """The new sales to a purchaser notified from `since` to `until`, both included; `usd` sums the totals stated.

    `sales` and `usd` are None where the record does not bear a count, and `says` is then why; else it names the gaps.
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
    """The first day from which every year of the record has at least ten notices."""
    counts = Counter(row.notified_on.year for row in outlines() if row.counts and row.notified_on)
    thin = [year for year in range(min(counts), max(counts)) if counts[year] < FEWEST]
    return date(max(thin, default=min(counts) - 1) + 1, 1, 1)


def never_seen(since: date, until: date) -> int:
    """How many numbers of those years, up to the highest seen of each, were never seen."""
    return sum(one.never_seen for one in series() if since.year <= one.year <= until.year)


def new_sales(country: str | None, since: date, until: date) -> tuple[NoticeRow, ...]:
    """The new sales with a day in the span, of one purchaser or of all, oldest first."""
    return tuple(
        row for row in notices_of(country) if row.counts and row.notified_on and since <= row.notified_on <= until
    )


def sold(country: str, since: date, until: date) -> Sold:
    """What was notified of sales to a purchaser in a span, or why no count of it is told."""
    unseen = never_seen(since, until)
    if since < regular_from():
        why = f"Before {spoken(regular_from())} most notices are missing from the record, so none are counted."
        return Sold(country, since, until, None, None, None, unseen, why)
    rows = new_sales(country, since, until)
    return Sold(country, since, until, len(rows), dollars(rows), sum(row.total_usd is None for row in rows), unseen,
                _gaps(unseen, until))  # fmt: skip


def dollars(rows: Iterable[NoticeRow]) -> int:
    """The sum of the totals that are stated."""
    return sum(row.total_usd or 0 for row in rows)


def _gaps(unseen: int, until: date) -> str:
    ends = f" The record ends on {spoken(last_day())}." if until > last_day() else ""
    return f"{unseen} numbers of those years, of all countries, were never seen.{ends}"


def five_years(country: str, on: date) -> Sold:
    """The five years that end with a day."""
    return sold(country, years_before(on, FIVE_YEARS) + timedelta(days=1), on)


def largest(country: str, until: date, most: int) -> tuple[NoticeRow, ...]:
    """The new sales to a purchaser with the largest totals up to a day, the largest first."""
    rows = [row for row in new_sales(country, date.min, until) if row.total_usd]
    return tuple(sorted(rows, key=lambda row: -(row.total_usd or 0))[:most])


def totals_by_buyer(since: date, until: date) -> dict[str, int]:
    """The sum of the totals of every purchaser, the largest first; a sale to several counts for none alone."""
    found: Counter[str] = Counter()
    for row in new_sales(None, since, until):
        if len(row.recipients) == 1:
            found[row.recipients[0]] += row.total_usd or 0
    return dict(found.most_common())
