"""Read the day of a question, and write days, including those that are not known exactly.

An inexact day has a window, from its first possible day to the first day on which it has certainly come. Every
interface writes such a day with `a_day`, and the days of a status with `held_days`.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from typing import Any

from mnna.as_typed import typed
from mnna.dates import MONTHS, spoken
from mnna.errors import BadDate
from mnna.quick import quick_pattern

SERIAL_NUMBER = "[2-6][0-9]{4}"
_SERIAL = quick_pattern(SERIAL_NUMBER)
_YEAR_FIRST = quick_pattern("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_YEAR_LAST = quick_pattern("([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_YEAR = quick_pattern("(?:19|20)[0-9]{2}")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH_NAMED = quick_pattern(
    rf"(?:(?:{'|'.join(_WEEKDAYS)}),? )?"
    r"(?:(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?[ -](?:of )?(?P<month>[a-z]{3,9})\.?,?"
    r"|(?P<first>[a-z]{3,9})\.? (?P<second>[0-9]{1,2})(?:st|nd|rd|th)?,?)"
    r"[ -](?P<year>[0-9]{4})"
)
EPOCH = date(1899, 12, 30)
"""The day from which spreadsheets count days."""
SERIAL = "it is not a date but looks like the day number of a spreadsheet, which would be"

TODAY = "MNNA_TODAY"
"""The environment variable that sets today's date, for tests and reproducible documents."""


def today() -> date:
    """Return today by the machine's clock, or the day in `MNNA_TODAY`; raises `BadDate` if that is not a day."""
    said = os.environ.get(TODAY)
    if not said:
        return date.today()
    try:
        return day(said)
    except BadDate as error:
        raise BadDate(f"{TODAY}={said}", error.wrong, error.near, error.do) from None


def day(asked: date | str) -> date:
    """Return the day of an ISO date, a date, or a point in time (its day in UTC).

    Text must have the form `2022-05-23`, or name the month in letters, as our sentences do: `23 May 2022`, `May 23,
    2022`. `20220523` may be a number and 2022-W21-1 a slip; `05/06/2022` is one day in Washington and another in
    London. Raises `BadDate` for other text, with the days that it may mean.
    """
    given = _from_numpy(asked)
    if isinstance(given, datetime):
        given = str(given) if given != given else (given.astimezone(UTC) if given.tzinfo else given).date()  # NaT
    if isinstance(given, date):
        return given
    return _day_from_text(str(given), str(given))


def _from_numpy(asked: Any) -> Any:
    """Return a `numpy.datetime64` as a date, None if it is not a time; any other value unchanged."""
    of_days = getattr(getattr(asked, "dtype", None), "kind", "") == "M"
    return asked.astype("datetime64[D]").item() if of_days else asked


def _day_from_text(asked: str, quoted: str) -> date:
    """Return the day of a text, also of one pasted with marks of typesetters; an error quotes what was asked."""
    text, near, wrong = asked.strip(), [], "it is not a date"
    try:
        found = date.fromisoformat(text)
        near = [found.isoformat()]
        if near == [text]:
            return found
    except ValueError:
        plain = typed(text)
        if plain != text:
            return _day_from_text(plain, quoted)
        if named := _with_month(text):
            weekday = _WEEKDAYS[named[0].weekday()]
            if not text.casefold().startswith(_WEEKDAYS) or text.casefold().startswith(weekday):
                return named[0]
            near, wrong = [named[0].isoformat()], f"{spoken(named[0])} is a {weekday.capitalize()}"
        elif _SERIAL.fullmatch(text):
            wrong = f"{SERIAL} {spoken(EPOCH + timedelta(days=int(text)))}"
        else:
            near = [one.isoformat() for one in _may_mean(text)]
            if len(near) > 1:
                wrong = "it is a year" if _YEAR.fullmatch(text) else "it may be either of two days"
    raise BadDate(f"the day {quoted!r}", wrong, near, "Write year-month-day, like 2022-05-23.")


def _with_month(text: str) -> list[date]:
    """Return the one day that a text with the month in letters and a year of four digits names; else an empty list."""
    found = _MONTH_NAMED.fullmatch(text.casefold())
    if found is None:
        return []
    month = found["month"] or found["first"]
    short = len(month) <= len("sept")
    named = [name for name in MONTHS if name.casefold() == month or (short and name.casefold().startswith(month))]
    number = int(found["day"] or found["second"])
    return _real(int(found["year"]), MONTHS.index(named[0]), number) if named else []


def _may_mean(text: str) -> list[date]:
    """Return the days that a text may mean: both readings of 05/06/2022, the first and the last day of 2022."""
    if parts := _YEAR_FIRST.fullmatch(text):
        return _real(*map(int, parts.groups()))
    if parts := _YEAR_LAST.fullmatch(text):
        one, two, year = map(int, parts.groups())
        return list(dict.fromkeys(_real(year, one, two) + _real(year, two, one)))
    if parts := _YEAR.fullmatch(text):
        return _real(int(text), 1, 1) + _real(int(text), 12, 31)
    return []


def _real(year: int, month: int, number: int) -> list[date]:
    """Return the day; an empty list if there is no such day."""
    try:
        return [date(year, month, number)]
    except ValueError:
        return []


def window(first: date, by: date | None) -> tuple[date, date]:
    """Return the first and the last day on which it may have happened; twice the same day if the day is known.

    The tables write a year without a known day as 1 January to 1 January of the next year, and a month likewise; such a
    window ends on the last day of that year or month.
    """
    if by is None:
        return first, first
    months = 12 * (by.year - first.year) + by.month - first.month
    whole = first.day == by.day == 1 and (months == 1 or (months == 12 and first.month == 1))
    return first, by - timedelta(days=1) if whole else by


def a_day(first: date | str, by: date | str | None) -> str:
    """Return a day in words as far as it is known: `23 May 2022`, `a day in 1987`, `a day between 1 and 23 January
    2026`.

    `by` is the first day on which it has certainly come; None if the day is known. No other function writes inexact
    days.
    """
    start, end = window(_date(first), None if by is None else _date(by))
    return spoken(start) if start == end else f"a day {_within(start, end)}"


def _within(first: date, last: date) -> str:
    if first == date(last.year, 1, 1) and last == date(last.year, 12, 31):
        return f"in {last.year}"
    if first == date(last.year, last.month, 1) and (last == date.max or (last + timedelta(days=1)).day == 1):
        return f"in {MONTHS[last.month]} {last.year}"
    parts = spoken(first).split()
    same = 1 if (first.year, first.month) == (last.year, last.month) else 2 if first.year == last.year else 3
    return f"between {' '.join(parts[:same])} and {spoken(last)}"


def held_days(
    since: date | str, since_by: date | str | None, until: date | str | None, until_by: date | str | None
) -> str:
    """Return the days of a status in words, with `since` for an open span and `from` ... `until` for an ended one."""
    begun = a_day(since, since_by)
    return f"since {begun}" if until is None else f"from {begun} until {a_day(until, until_by)}"


def _date(day: date | str) -> date:
    return date.fromisoformat(day) if isinstance(day, str) else day
