"""Days, days not known exactly, and spans of time in words. No reader takes `23 May 2022` for another day."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from datetime import date, timedelta

_ISO = re.compile(r"(?<![\w/-])(\d{4})-(\d{2})-(\d{2})(?![\w-])")
_DAY = timedelta(days=1)


def day(when: date | str) -> str:
    """A day as `23 May 2022`, a month as `May 2022`, a year as `2022`; any other text as it is."""
    if isinstance(when, date):
        return f"{when.day} {month_name[when.month]} {when.year}"
    parts = when.split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return when
    try:
        found = date(*(int(part) for part in (*parts, "1", "1")[:3]))
    except ValueError:
        return when
    return {3: day(found), 2: f"{month_name[found.month]} {found.year}", 1: parts[0]}[len(parts)]


def prose(text: str) -> str:
    """The text with every ISO day in it written out; parts of ids and addresses are left alone."""
    return _ISO.sub(lambda found: day(found[0]), text)


def window(first: date | str, last: date | str | None = None) -> str:
    """When something happened, as far as it is known, to follow a verb.

    `on 23 May 2022` where the day is known; else `in 1987`, `in May 1987`, or `between 1 and 23 January 2026`. `last`
    is the last day it may have been; for a span that is `since_by`, the first day on which the status is certain.
    """
    first, last = _date(first), None if last is None else _date(last)
    if last is None or last == first:
        return f"on {day(first)}"
    return _period(first, last) or f"between {_two(first, last)}"


def start(since: date | str, since_by: date | str | None = None) -> str:
    """The first day as a noun, as far as it is known: `23 May 2022`, `a day in 1987`, `a day between 1 and 23 May`."""
    found = window(since, since_by)
    return found.removeprefix("on ") if found.startswith("on ") else f"a day {found}"


def span(
    since: date | str,
    since_by: date | str | None = None,
    until: date | str | None = None,
    until_by: date | str | None = None,
) -> str:
    """A span of time: `since 23 May 2022`, `since a day in 1987`, `from 6 July 2012 until 23 September 2022`."""
    first = start(since, since_by)
    return f"since {first}" if until is None else f"from {first} until {start(until, until_by)}"


def _date(when: date | str) -> date:
    return when if isinstance(when, date) else date.fromisoformat(when)


def _period(first: date, last: date) -> str:
    """The whole year or month that the two days bound; the last may be the first day after it."""
    if first.day != 1:
        return ""
    for end in (last, last - _DAY):
        if (first.month, end.month, end.day, end.year) == (1, 12, 31, first.year):
            return f"in {first.year}"
        if (end.year, end.month, end.day) == (first.year, first.month, monthrange(first.year, first.month)[1]):
            return f"in {month_name[first.month]} {first.year}"
    return ""


def _two(first: date, last: date) -> str:
    """Two days with what they share said once: `1 and 23 January 2026`, `1 March and 1 August 2025`."""
    if first.year != last.year:
        return f"{day(first)} and {day(last)}"
    if first.month != last.month:
        return f"{first.day} {month_name[first.month]} and {day(last)}"
    return f"{first.day} and {day(last)}"
