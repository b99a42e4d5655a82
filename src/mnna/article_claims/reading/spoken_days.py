"""Parse days as articles write them, relative to the article's day: “May 23”, “Wednesday”, “last month”, “in 2019”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from mnna.article_claims.reading.numbers import NUMBERS
from mnna.article_claims.reading.sentences import overlaps
from mnna.dates import MONTHS, spoken

_SHORT = {month[:3].lower(): at for at, month in enumerate(MONTHS) if month} | {"sept": 9}
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_NAMED = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_MONTH = rf"(?P<month>{_NAMED})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_OF_MONTH = r"[0-3]?\d(?:st|nd|rd|th)?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_WEEK = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"\b(?P<year>(?:19|20)\d\d)-(?P<m>[01]\d)-(?P<day>[0-3]\d)\b",
        rf"\b{_WEEK}{_MONTH} {_DAY}(?:,? {_YEAR})?\b(?! (?:countries|nations|allies))",
        rf"\b{_WEEK}{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?\b",
        rf"\b(?:early |late |mid-)?{_MONTH}(?: of)?,? {_YEAR}\b",
        rf"\b(?:[Ii]n )?{_MONTH} (?:of )?(?P<which>this|last) year\b",
        r"\b(?P<last>last |this |next )?(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
        r"\b(?P<ago>[A-Za-z]+|\d+) years ago (?P<since>today|yesterday)\b",
        r"\b(?P<relative>[Yy]esterday|[Tt]oday|[Ll]ast month|[Tt]his month|[Ll]ast year|[Tt]his year)\b",
        rf"\b(?:[Bb]ack )?[Ii]n {_MONTH}(?= |,|\.|$)(?! \d)",
        rf"\b[Tt]his (?:past )?{_MONTH}(?= |,|\.|$)(?! \d)",
        rf"(?<=[Ss]ince |[Uu]ntil ){_MONTH}(?= |,|\.|$)(?! \d)",
        rf"\b(?P<last>[Ll]ast |[Nn]ext ){_MONTH}(?= |,|\.|$)(?! \d)",
        rf"(?<![\d.,$-])\b{_YEAR}\b(?![-\d]|,\d|[’']?s\b)",
        r"\b(?:[Ii]n )?the (?P<part>early |mid-|late )?(?P<decade>(?:199|20\d)0)s\b",
    )
)


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


_SHARED = re.compile(
    r"(?:,? (?:and|or|to|until|through) |, | ?[-–—] ?)(?:(?:on|in) )?"
    rf"(?:{_NAMED}(?: {_OF_MONTH})?|{_OF_MONTH}(?: (?:of )?{_NAMED})?),? {_YEAR}\b"
)
"""A following day whose year the day before shares: “March 10 and May 23, 2022”, “in March and May 2022”."""
_OF_ANOTHER_YEAR = re.compile(r",? (?:of|in) (?:that|the (?:same|following|next|previous|preceding)|another) year\b")


def _with_year(found: re.Match[str]) -> dict[str, str | None]:
    """Return the match's groups, with the next day's year if shared; `last` is set (uncertain) for “of that year”."""
    said, after = found.groupdict(), found.string[found.end() :]
    if not said.get("month") or said.get("year") or said.get("last"):
        return said
    shared = _SHARED.match(after)
    return said | ({"year": shared["year"]} if shared else {"last": _OF_ANOTHER_YEAR.match(after) and "last"})


_LATER = re.compile(r"\b(?:(?P<many>[A-Za-z]+|\d+) years? (?:later|after that)|the (?:following|next) year)\b")


def _later(found: re.Match[str], given: list[FoundDay]) -> SpokenDay | None:
    """Return the year of “two years later”, counted from the only day named before it; None if that is not certain."""
    before = [one.value for one in given if one.end <= found.start()]
    said = (found["many"] or "one").lower()
    years = 1 if said == "a" else NUMBERS.get(said) or (int(said) if said.isdigit() else 0)
    return SpokenDay(before[0].year + years) if len(before) == 1 and before[0] and years else None


def _read(said: dict[str, str | None], dated: date | None) -> SpokenDay | None:
    if said.get("weekday"):
        return _weekday(str(said["weekday"]), said.get("last"), dated)
    if said.get("ago"):
        return _years_ago(str(said["ago"]).lower(), str(said["since"]), dated)
    if said.get("relative"):
        return _relative(str(said["relative"]).lower(), dated)
    month = int(str(said["m"])) if said.get("m") else _month(said.get("month"))
    day = int(str(said["day"])) if said.get("day") else None
    if said.get("which"):
        return _valid(dated.year - (said["which"] == "last"), month, None) if dated else None
    if (decade := said.get("decade")) and (part := said.get("part") or "whole"):
        first, last = (int(decade) + years for years in _PARTS[part.strip(" -").lower()])
        return SpokenDay(first, window=(date(first, 1, 1), date(last, 12, 31)))
    if said.get("last"):
        past = str(said["last"]).strip().lower() == "last" and dated is not None and month and month > dated.month
        return _valid(dated.year - 1, month, None) if past and dated else None
    if said.get("year"):
        return _valid(int(str(said["year"])), month, day)
    return _latest(month, day, dated)


def _month(name: str | None) -> int | None:
    return _SHORT.get(name.lower().rstrip(".")[:4]) or _SHORT.get(name.lower()[:3]) if name else None


def _valid(year: int, month: int | None, day: int | None) -> SpokenDay | None:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return SpokenDay(year, month, day)


def _latest(month: int | None, day: int | None, dated: date | None) -> SpokenDay | None:
    """Return the latest such day or month up to the day of the article; None if the month or `dated` is missing."""
    if dated is None or month is None:
        return None
    year = dated.year if (month, day or 1) <= (dated.month, dated.day) else dated.year - 1
    return _valid(year, month, day)


def _weekday(name: str, which: str | None, dated: date | None) -> SpokenDay | None:
    """Return the latest such weekday up to the article's day; None for “last Monday” or “next Monday” (ambiguous)."""
    if dated is None or which:
        return None
    back = (dated.weekday() - _WEEKDAYS.index(name.lower())) % 7
    day = dated - timedelta(days=back)
    return SpokenDay(day.year, day.month, day.day)


def _years_ago(many: str, since: str, dated: date | None) -> SpokenDay | None:
    """Return the exact day of “ten years ago yesterday”; None if it is not certain."""
    years = NUMBERS.get(many) or (int(many) if many.isdigit() else 0)
    day = _relative(since, dated)
    return _valid(day.year - years, day.month, day.day) if day and years else None


def _relative(said: str, dated: date | None) -> SpokenDay | None:
    if dated is None:
        return None
    if said in ("yesterday", "today"):
        day = dated - timedelta(days=said == "yesterday")
        return SpokenDay(day.year, day.month, day.day)
    if said.endswith("year"):
        return SpokenDay(dated.year - (said == "last year"))
    last = dated.replace(day=1) - timedelta(days=1) if said == "last month" else dated
    return SpokenDay(last.year, last.month)
