"""Parse days as articles write them, relative to the article's day: “May 23”, “Wednesday”, “last month”, “in 2019”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from mnna.article_claims.reading.numbers import NUMBERS
from mnna.article_claims.reading.patterns import pattern, patterns
from mnna.article_claims.reading.sentences import overlaps
from mnna.dates import MONTHS, spoken

_SHORT = {month[:3].lower(): at for at, month in enumerate(MONTHS) if month}
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_FORMS = tuple(map(re.compile, patterns("days.forms")))
_SHARED = re.compile(pattern("days.shared"))
_OF_ANOTHER_YEAR = re.compile(pattern("days.of_another_year"))
_LATER = re.compile(pattern("days.later"))


_PARTS = {"whole": (0, 9), "early": (0, 5), "mid": (3, 7), "late": (5, 9)}
"""The first and last year of a part of a decade, counted from its first."""


class SpokenDay(NamedTuple):
    """A day, a month (`day` is None) or a year (`month` is None too), as a sentence gives it.

    If it gives none of these exactly (“in the 1990s”), `window` has the first and the last day that it may mean.
    """

    year: int
    month: int | None = None
    day: int | None = None
    window: tuple[date, date] | None = None

    @property
    def date(self) -> date | None:
        """Return the calendar day; None for a month or a year."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def said(self) -> str:
        """Return the day in words to its precision: `24 June 2024`, `June 2024` or `2024`."""
        return " ".join(str(part) for part in (self.day, MONTHS[self.month or 0], self.year) if part)

    @property
    def when(self) -> str:
        """Return the day as a sentence says it: `on 24 June 2024`, `in June 2024` or `in 2024`."""
        if self.window:
            return f"between {spoken(self.window[0])} and {spoken(self.window[1])}"
        return f"{'on' if self.day else 'in'} {self.said}"


class FoundDay(NamedTuple):
    """The start and end of a day's words in a text, and the day (None if it is not certain)."""

    start: int
    end: int
    value: SpokenDay | None


def days(text: str, dated: date | None) -> Iterator[FoundDay]:
    """Yield every day that a text names, without overlaps, in order of the forms; `dated` is the day of the article."""
    given: list[FoundDay] = []
    for form in _FORMS:
        for found in form.finditer(text):
            if not overlaps(*found.span(), given):
                given.append(FoundDay(found.start(), found.end(), _read(_with_year(found), dated)))
                yield given[-1]
    for found in _LATER.finditer(text):
        if (day := _later(found, given)) is not None:
            yield FoundDay(found.start(), found.end(), day)


def _with_year(found: re.Match[str]) -> dict[str, str]:
    """Return the groups that matched, with the next day's year if shared; `last` (uncertain) for “of that year”."""
    said = {name: word.lower() for name, word in found.groupdict().items() if word}
    if "month" in said and not said.keys() & {"year", "last"}:
        after = found.string[found.end() :]
        if shared := _SHARED.match(after):
            said["year"] = shared["year"]
        elif _OF_ANOTHER_YEAR.match(after):
            said["last"] = "last"
    return said


def _many(said: str) -> int:
    return NUMBERS.get(said) or (int(said) if said.isdigit() else 0)


def _later(found: re.Match[str], given: list[FoundDay]) -> SpokenDay | None:
    """Return the year of “two years later”, counted from the only day named before it; None if that is not certain."""
    before = [one.value for one in given if one.end <= found.start()]
    said = (found["many"] or "one").lower()
    years = 1 if said == "a" else _many(said)
    return SpokenDay(before[0].year + years) if len(before) == 1 and before[0] and years else None


def _read(said: dict[str, str], dated: date | None) -> SpokenDay | None:
    """Return the day that the groups mean; None if it is not certain, as for “last Monday”.

    A weekday, and a day or month without a year, is the latest up to the article's day.
    """
    if "weekday" in said:
        if dated is None or "last" in said:
            return None
        return _on(dated - timedelta(days=(dated.weekday() - _WEEKDAYS.index(said["weekday"])) % 7))
    if "ago" in said:
        years, then = _many(said["ago"]), _relative(said["since"], dated)
        return _valid(then.year - years, then.month, then.day) if then and years else None
    if "relative" in said:
        return _relative(said["relative"], dated)
    month = int(said["m"]) if "m" in said else _SHORT[said["month"][:3]] if "month" in said else None
    day = int(said["day"]) if "day" in said else None
    if "which" in said:
        return _valid(dated.year - (said["which"] == "last"), month, None) if dated else None
    if (decade := said.get("decade")) and (part := said.get("part") or "whole"):
        first, last = (int(decade) + years for years in _PARTS[part.strip(" -")])
        return SpokenDay(first, window=(date(first, 1, 1), date(last, 12, 31)))
    if "last" in said:
        past = said["last"] == "last " and dated is not None and month is not None and month > dated.month
        return _valid(dated.year - 1, month, None) if past and dated else None
    if "year" in said:
        return _valid(int(said["year"]), month, day)
    if dated is None or month is None:
        return None
    return _valid(dated.year - ((month, day or 1) > (dated.month, dated.day)), month, day)


def _on(day: date) -> SpokenDay:
    return SpokenDay(day.year, day.month, day.day)


def _valid(year: int, month: int | None, day: int | None) -> SpokenDay | None:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return SpokenDay(year, month, day)


def _relative(said: str, dated: date | None) -> SpokenDay | None:
    if dated is None:
        return None
    if said in ("yesterday", "today"):
        return _on(dated - timedelta(days=said == "yesterday"))
    if said.endswith("year"):
        return SpokenDay(dated.year - (said == "last year"))
    last = dated.replace(day=1) - timedelta(days=1) if said == "last month" else dated
    return SpokenDay(last.year, last.month)
