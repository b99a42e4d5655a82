"""Claim types about notices to Congress of arms transfers, decided by the notification law and the sales record."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from typing import Annotated

from mnna.answers.case import check
from mnna.article_claims import arguments as arg
from mnna.article_claims.status_claims import name, named
from mnna.article_claims.types import claim_type
from mnna.article_claims.verdicts import Here, Ruling, Undecided, ruling
from mnna.dates import spoken
from mnna.engine.notice import Notice, decide
from mnna.registry.notices import NoticeRow, notices_of
from mnna.registry.sales import dollars, never_seen, new_sales, regular_from, totals_by_buyer
from mnna.rules.nodes import Value
from mnna.statutes import catalog

TypesArg = Annotated[str, arg.Kind("the numbers of types of arms, like “16, 35” for F-16 and F-35", arg.text_of)]
ItemsArg = Annotated[str, arg.Kind("the number and name of items, like “600 Stinger, 36 AH-64E”", arg.text_of)]
ChannelArg = Annotated[str, arg.one_of(*sorted(catalog.CHANNELS))]

SECTION_36 = ("22 USC 2776(b)(1)",)

SAMPLE = (13_999_999, 14_000_000, 24_999_999, 25_000_000, 49_999_999, 50_000_000, 99_999_999, 100_000_000)
"""Sale values in US dollars just below and at each threshold for equipment and for totals."""


@claim_type
def notification_changes(here: Here, status: arg.Status, country: arg.Country, holds: arg.Truth = True) -> Ruling:
    """The status changes when arms sales to the country must be notified to Congress, or the days (or, with holds =
    false, does not)."""
    worlds = here.registry.without_and_with(country, status, here.on)
    changed: list[str] = []
    citations: list[str] = []
    for channel, amount in (sales := list(product(("fms", "dcs"), SAMPLE))):
        given: dict[str, Value] = {"mde": Decimal(amount), "total": Decimal(amount), "new_sales_territory": False}
        one, other = (decide(catalog.case_law(channel), r, country, here.on, given) for r in worlds)
        citations += one.citations[:1]
        if _terms(one) != _terms(other):
            changed.append(f"{channel} {amount:,}")
    because = (
        f"The notification law was put to {len(sales)} sales to {named(country)} on both sides of every threshold, "
    )
    because += f"government and commercial. The status changes its answer in {len(changed) or 'none'}"
    because += f": {', '.join(changed[:4])}." if changed else ": it goes by NATO membership and named countries."
    return ruling(bool(changed) == holds, because, citations)


def _terms(notice: Notice) -> tuple[object, ...]:
    return (notice.verdict, notice.review_days, notice.measure, notice.usd)


@claim_type
def sale_notified(
    here: Here,
    country: arg.Country,
    channel: ChannelArg,
    total: arg.Money | None = None,
    mde: arg.Money | None = None,
    construction: arg.Money | None = None,
    lease_months: arg.AtLeastOne | None = None,
    on: arg.Day | None = None,
    notified: arg.Verdict = "yes",
) -> Ruling:
    """A transfer of that value to the country by that channel must be notified to Congress on a day, by default the day
    it is judged as of (or, with notified = no, need not be)."""
    notice = _notice(here, country, channel, (total, mde, construction, lease_months), on)
    undecided = notice.verdict == "unknown" and notified != "unknown"
    holds = None if undecided else notice.verdict == notified
    return ruling(holds, notice.because, notice.citations)


@claim_type
def sale_review_days(
    here: Here,
    country: arg.Country,
    channel: ChannelArg,
    days: arg.AtLeastOne,
    total: arg.Money | None = None,
    mde: arg.Money | None = None,
    construction: arg.Money | None = None,
    lease_months: arg.AtLeastOne | None = None,
    on: arg.Day | None = None,
) -> Ruling:
    """Congress has so many calendar days to review a transfer of that value to the country by that channel."""
    notice = _notice(here, country, channel, (total, mde, construction, lease_months), on)
    if notice.verdict == "unknown" or (notice.verdict == "yes" and notice.review_days is None):
        return ruling(None, notice.because, notice.citations)
    waits = f" Review of sales to {named(country)}: {notice.review_days} calendar days; {days} claimed."
    because = notice.because + (waits if notice.verdict == "yes" else "")
    return ruling(notice.review_days == days, because, notice.citations)


def _notice(here: Here, country: str, channel: str, of: tuple[float | None, ...], on: date | None) -> Notice:
    """Return the finding on a transfer, `of` which are given: its total, its equipment, construction, and months."""
    named_facts = zip(("total", "mde", "construction", "lease_months"), of, strict=True)
    given: dict[str, Value] = {
        key: int(value) if key == "lease_months" else Decimal(str(value))
        for key, value in named_facts
        if value is not None
    }
    return decide(catalog.case_law(channel), here.registry, country, on or here.on, check(given))


RELEASE_DAYS = 5
"""By how many days the news of a notice, or its day in the record, may differ from the day of the notice."""


@claim_type
def sale_on_record(
    here: Here,
    country: arg.Country,
    usd: arg.Money | None = None,
    on: arg.Day | None = None,
    year: arg.Year | None = None,
    month: arg.Month | None = None,
    types: TypesArg | None = None,
    items: ItemsArg | None = None,
    tolerance_percent: arg.Tolerance = 5,
) -> Ruling:
    """Congress was notified of a sale to the country: of that value within a tolerance, on about that day or in that
    year (and month), and of one of those types of arms, if the claim gives them. A sale that is not on record is not
    refuted, since the record has gaps; but one of the same items that is on record with another value or day, or of
    another number of them in that month, is."""
    sales = [row for row in notices_of(country) if row.notified == "yes" and row.notified_on]
    if items and (found := _of_items(here, country, items, (usd, on, year, month, tolerance_percent))):
        return found
    sales = [row for row in sales if _day_of(row) <= here.on and (year is None or _day_of(row).year == year)]
    sales = [row for row in sales if month is None or _day_of(row).month == month]
    near = [row for row in sales if on is None or abs((_day_of(row) - on).days) <= RELEASE_DAYS]
    allowed = (usd or 0) * tolerance_percent / 100
    valued = [row for row in near if usd is None or (row.total_usd and abs(row.total_usd - usd) <= allowed)]
    fitting = [row for row in valued if types is None or _is_of(row, types)]
    if items and not types and usd is None:
        fitting = [row for row in fitting if any(_names(row, name) for _, name in _ITEM.findall(items))]
    if fitting:
        best = min(reversed(fitting), key=lambda row: abs((row.total_usd or 0) - (usd or row.total_usd or 0)))
        open_ = "" if types else " What was sold is not compared."
        return ruling(True, f"On record for {named(country)}: {_sale_told(best)}{open_}", [*SECTION_36, *best.source])
    if valued:
        because = f"A sale to {named(country)} is on record, but not of what the claim names: {_sale_told(valued[-1])}"
        return ruling(None, because, [*SECTION_36, *valued[-1].source])
    total = sum(row.total_usd or 0 for row in near)
    if on and usd and len(near) > 1 and abs(total - usd) <= allowed:
        because = f"On record for {named(country)}: {len(near)} notices of about that day, ${total:,} together."
        return ruling(True, because, [*SECTION_36, *near[-1].source])
    because = f"No such sale to {named(country)} is on record, and the record has gaps."
    because += f" Near that day: {' '.join(map(_sale_told, near[-2:]))}" if near and on else ""
    return ruling(None, because, SECTION_36)


_ITEM = re.compile(r"(\d+) ([^,]+)")


def _names(row: NoticeRow, name: str) -> bool:
    """Return whether a notice names an item."""
    return re.search(rf"\b{re.escape(name.rstrip('s'))}", row.what, re.IGNORECASE) is not None


Told = tuple[float | None, date | None, int | None, int | None, float]
"""What a claim tells of a sale: its value, day, year, month, and the tolerance in percent."""


def _of_items(here: Here, country: str, items: str, told: Told) -> Ruling | None:
    """Return the ruling where a sale of the same items, or of another number of them, is on record; None if not."""
    wanted = _ITEM.findall(items)
    rows = [
        row for row in notices_of(country) if row.notified == "yes" and row.notified_on and row.notified_on <= here.on
    ]
    same = [row for row in rows if any(_number_of(row, name) == int(many) for many, name in wanted)]
    fitting = [row for row in same if _as_told(row, told, told[4])]
    if fitting:
        best = fitting[-1]
        return ruling(True, f"On record for {named(country)}: {_sale_told(best)}", [*SECTION_36, *best.source])
    if same and not any(_as_told(row, told, 4 * told[4]) for row in same):
        because = f"The same items are on record for {named(country)} otherwise: {' '.join(map(_sale_told, same[-2:]))}"
        return ruling(False, because, [*SECTION_36, *same[-1].source])
    _, on, _, month, _ = told
    then = [row for row in rows if (on or month) and _as_told(row, (None, *told[1:]), 0)]
    other = [row for row in then if all(_number_of(row, name) not in (None, int(many)) for many, name in wanted)]
    if len(other) == 1 and not same:
        because = f"Another number of them is on record for {named(country)}: {_sale_told(other[0])}"
        return ruling(False, because, [*SECTION_36, *other[0].source])
    return None


def _number_of(row: NoticeRow, name: str) -> int | None:
    """Return how many of an item a notice names; None if it names none or no number."""
    kind = re.match(r"([A-Z/]+-?\d+)[A-Z]?$", name)
    form = rf"(?<![A-Za-z]){re.escape(kind[1])}(?!\d)" if kind else rf"\b{re.escape(name.rstrip('s'))}"
    for part in re.split(r",(?! ?\d{3}\b)|;|\band\b", row.what):
        if re.search(form, part, re.IGNORECASE):
            number = re.search(r"(?<![\w.-])\d[\d,]*(?![\w-])", part)
            return int(number[0].replace(",", "")) if number else None
    return None


def _as_told(row: NoticeRow, told: Told, percent: float) -> bool:
    """Return whether a notice has the value, within so many percent, and the day that a claim tells."""
    usd, on, year, month, _ = told
    day = _day_of(row)
    near = {day + timedelta(days=days) for days in (-RELEASE_DAYS, 0, RELEASE_DAYS)}
    in_time = on is None or abs((day - on).days) <= RELEASE_DAYS
    in_time = in_time and (year is None or any(one.year == year and month in (None, one.month) for one in near))
    values = [value for value in (row.total_usd, row.mde_usd) if value]
    return in_time and (usd is None or not values or any(abs(value - usd) <= usd * percent / 100 for value in values))


@claim_type
def largest_notice(here: Here, country: arg.Country, usd: arg.Money, tolerance_percent: arg.Tolerance = 5) -> Ruling:
    """The largest sale to the country that Congress was notified of had that value, within a tolerance."""
    rows = [row for row in notices_of(country) if row.counts and row.total_usd and row.notified_on]
    rows = [row for row in rows if _day_of(row) <= here.on]
    if not rows:
        return ruling(None, f"No sale to {named(country)} with a value is on record.", SECTION_36)
    most = max(rows, key=lambda row: row.total_usd or 0)
    larger = (most.total_usd or 0) > usd * (1 + tolerance_percent / 100)
    near = abs((most.total_usd or 0) - usd) <= usd * tolerance_percent / 100
    told = f"The largest on record for {named(country)}: {_sale_told(most)}"
    return ruling(True if near else False if larger else None, told, [*SECTION_36, *most.source])


@claim_type
def latest_notice(here: Here, country: arg.Country, year: arg.Year, month: arg.Month | None = None) -> Ruling:
    """The latest sale to the country that Congress was notified of came in that year (and month). A later one on record
    refutes it."""
    rows = [row for row in notices_of(country) if row.counts and row.notified_on and row.notified_on <= here.on]
    if not rows:
        return ruling(None, f"No sale to {named(country)} with a day is on record.", SECTION_36)
    last = max(rows, key=_day_of)
    first = date(year, month or 1, 1)
    end = date(year + (month in (None, 12)), 1 if month in (None, 12) else month + 1, 1)
    near = [_day_of(last) + timedelta(days=days) for days in (-RELEASE_DAYS, 0, RELEASE_DAYS)]
    told = f"The latest on record for {named(country)}: {_sale_told(last)}"
    holds = True if any(first <= day < end for day in near) else False if _day_of(last) >= end else None
    return ruling(holds, told, [*SECTION_36, *last.source])


def _is_of(row: NoticeRow, types: str) -> bool:
    """Return whether a notice names one of the types of arms by its number: 35 in “40 F-35”."""
    return any(re.search(rf"-{number}(?!\d)", row.what) for number in re.findall(r"\d+", types))


def _day_of(row: NoticeRow) -> date:
    return row.notified_on or date.max


def _sale_told(row: NoticeRow) -> str:
    """Return one sentence on a notice: its day, items, value and number."""
    worth = f", ${row.total_usd:,}" if row.total_usd else ""
    number = f", transmittal {row.transmittal}" if row.transmittal else ""
    return f"{spoken(str(row.notified_on))}: {row.what}{worth}{number}."


@claim_type
def defense_trade_minimal(
    here: Here, country: arg.Country, since: arg.Year, until: arg.Year, percent: arg.Number = 1.0
) -> Ruling:
    """Defense trade with the country is minimal: the sales to it notified to Congress from one year to another are at
    most so many percent of those to all countries, by their totals."""
    span = _span(here, since, until)
    rows, own = new_sales(None, *span), new_sales(country, *span)
    share = 100 * dollars(own) / dollars(rows) if dollars(rows) else 0.0
    sales = "1 new sale" if len(own) == 1 else f"{len(own)} new sales"
    because = f"From {since} to {until} the record has {sales} to {named(country)}, ${dollars(own):,} at most, "
    because += f"{share:.2g} percent of ${dollars(rows):,} for all; minimal is read as at most {percent:g} percent. "
    because += f"What was delivered may be less. {_gaps(span)}"
    return ruling(share <= percent, because, SECTION_36)


@claim_type
def largest_buyer(here: Here, country: arg.Country, since: arg.Year, until: arg.Year) -> Ruling:
    """The country is the largest buyer of US arms by the sales notified to Congress from one year to another."""
    span = _span(here, since, until)
    totals = totals_by_buyer(*span)
    if not totals:
        return ruling(None, f"No notice with a day is on record for those years. {_gaps(span)}", SECTION_36)
    first, own = next(iter(totals)), totals.get(country, 0)
    because = (
        f"From {since} to {until} the largest sum of totals is that of {named(first)}, ${totals[first]:,}; that of "
    )
    because += f"{name(country)} is ${own:,}. A notice says what was offered, not what was bought. {_gaps(span)}"
    return ruling(first == country, because, SECTION_36)


@claim_type
def first_sale_since(here: Here, country: arg.Country, year: arg.Year, since: arg.Year) -> Ruling:
    """The sale to the country notified in a year is the first since an earlier year. One between refutes it; that none
    is on record does not prove it, since numbers are missing."""
    if year <= since:
        return ruling(None, f"{year} does not lie after {since}, so there is nothing between them.")
    first, last = date(since + 1, 1, 1), min(date(year, 12, 31), here.on)
    if between := new_sales(country, first, min(date(year - 1, 12, 31), here.on)):
        told = f"a sale was notified on {spoken(str(between[-1].notified_on))}: {between[-1].what}."
        return ruling(False, f"{name(country)}: {told}", SECTION_36)
    because = f"No sale to {named(country)} in {year} is on record, and the record has gaps."
    if new_sales(country, date(year, 1, 1), last):
        because = f"None between {since} and {year} is on record, which is no proof. {_gaps((first, last))}"
    return ruling(None, because, SECTION_36)


def _span(here: Here, since: int, until: int) -> tuple[date, date]:
    """Return the first and last day of the years, up to `here.on`; raise `Undecided` if there is no count for them."""
    first, last = date(since, 1, 1), min(date(until, 12, 31), here.on)
    if first > last:
        raise Undecided(f"{since} to {until} lies after {spoken(here.on)}, or ends before it begins.")
    if first < regular_from():
        why = f"Before {spoken(regular_from())} most notices are missing from the record, so none are counted."
        raise Undecided(why, SECTION_36)
    return first, last


def _gaps(span: tuple[date, date]) -> str:
    return f"The record has gaps: {never_seen(*span)} numbers of those years were never seen."
