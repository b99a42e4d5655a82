"""The screening of 36(b) and 36(c) as a plain Python function, row by row; None means unknown."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from time import perf_counter

import duckdb

from bench.screen.held import held

SINCE, UNTIL, KNOWN = held()
FOREIGN = set(KNOWN)
Row = tuple[str | None, str | None, date | None, Decimal | None, Decimal | None, Decimal | None]
Answer = tuple[str, str | None, int | None, int | None, str | None]
Truth = bool | None
Tests = dict[tuple[str, int], Truth]
ERROR: Answer = ("error", None, None, None, None)
BLANK: Answer = ("unknown", None, None, None, None)


def any_of(*parts: Truth) -> Truth:
    """Return the disjunction in Kleene's three-valued logic."""
    return True if True in parts else None if None in parts else False


def measured(value: Decimal | None, total: Decimal | None, bound: int) -> Truth:
    """Return whether a part of the whole reaches a bound; it cannot if the whole does not."""
    if value is not None:
        return value >= bound
    return False if total is not None and total < bound else None


def holds(status: str, country: str, on: date) -> bool:
    """Return whether the country has a status, which is taken not to end."""
    return country in SINCE[status] and on >= SINCE[status][country]


def plus(status: str, country: str, on: date) -> Truth:
    """Return whether the country is treated like NATO; unknown on the last day of a period that ended."""
    end = UNTIL.get(country)
    return None if end == on else holds(status, country, on) and (end is None or on < end)


def answer(row: Row) -> Answer:
    """Return the verdict, measure, threshold, days and group of one case."""
    country, channel, on, mde, total, construction = row
    if country is not None and country not in FOREIGN:
        return ERROR
    if any(value is not None and value < 0 for value in (mde, total, construction)):
        return ERROR
    if total is not None and ((mde is not None and mde > total) or (construction is not None and construction > total)):
        return ERROR
    fms = channel == "fms"
    if country is None or channel is None or on is None or (not fms and on < date(1976, 6, 30)):
        return BLANK
    high, low, more = _tests(country, fms, on, mde, total, construction)
    verdict = _verdict(country, fms, on, total, high, any_of(*low.values()), any_of(*more.values()))
    days, group = _review(country, fms, on)
    if verdict is not True:
        return ("unknown", None, None, days, group) if verdict is None else ("no", None, None, None, group)
    for (name, usd), (_, higher) in zip(low, more, strict=True):
        both = low[name, usd] and more[name, higher]
        if low[name, usd] if high is False else more[name, higher] if high and fms else both:
            return "yes", name, None if high is None else higher if high else usd, days, group
    return "yes", None, None, days, group


def _tests(
    country: str, fms: bool, on: date, mde: Decimal | None, total: Decimal | None, construction: Decimal | None
) -> tuple[Truth, Tests, Tests]:
    """Return whether the higher thresholds apply, and which of the lower and of the higher ones are reached."""
    m1, t1 = (14_000_000, 50_000_000) if on >= date(1981, 12, 29) else (7_000_000, 25_000_000)
    built = fms and on >= date(1980, 12, 16) and total is not None and construction is not None
    services = total - construction if built and construction <= total else total  # type: ignore[operator]
    all_over = {("total", t1): None if services is None else services >= t1}
    if fms and on < date(1976, 6, 30):
        return False, all_over, all_over
    low: Tests = {("mde", m1): measured(mde, services, m1), **all_over}
    more: Tests = {
        ("mde", 25_000_000): measured(mde, services, 25_000_000),
        ("total", 100_000_000): None if services is None else services >= 100_000_000,
    }
    if fms:
        early = on < date(1980, 12, 16)
        low["construction", 200_000_000] = False if early else measured(construction, total, 200_000_000)
        more["construction", 300_000_000] = measured(construction, total, 300_000_000)
    if on < date(2002, 9, 30):
        return False, low, more
    return any_of(holds("nato", country, on), plus("nato-plus-36b-thresholds", country, on)), low, more


def _verdict(
    country: str, fms: bool, on: date, total: Decimal | None, high: Truth, low: Truth, more: Truth
) -> Truth:  # fmt: skip
    agreed = more if more == low else None
    if fms or on < date(2002, 9, 30):
        return agreed if high is None else more if high else low
    arms = False if total is not None and total < 1_000_000 else None
    verdict = any_of(low if high is False else agreed, arms)
    exempt = on >= date(2025, 12, 18) and holds("aukus", country, on)
    return None if exempt and verdict is not False else verdict


def _review(country: str, fms: bool, on: date) -> tuple[int | None, str | None]:
    """Return the days of review and the group of the recipient."""
    if on < (date(1981, 12, 29) if fms else date(1996, 7, 21)):
        return 20 if fms and on < date(1976, 6, 30) else 30, "general"
    nato, org = holds("nato", country, on), holds("nato-organization", country, on)
    beside = plus("nato-plus" if fms else "nato-plus-36c", country, on)
    near = any_of(nato, org, beside)
    days = None if near is None else 15 if near else 30
    if nato or beside is None:
        return days, "nato" if nato else None
    return days, "nato-plus" if beside else "nato-organization" if org else "general"


def run(path: str, rows: int) -> tuple[float, Counter[Answer]]:
    """Return the seconds and the counts of answers for the first `rows` of the file, computed one by one."""
    cells = 'recipient, channel, "on", mde_usd, total_usd, construction_usd'
    started = perf_counter()
    found = Counter(
        answer(row) for row in duckdb.sql(f"SELECT {cells} FROM read_parquet('{path}') LIMIT {rows}").fetchall()
    )
    return perf_counter() - started, found
