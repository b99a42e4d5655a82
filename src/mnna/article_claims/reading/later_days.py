"""Days told from the act of the sentence before: “Kuwait followed less than two years later”, “the next year”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from mnna.article_claims.reading.entities import DAY, MONEYS, Entity
from mnna.article_claims.reading.grammar import Draft
from mnna.article_claims.reading.numbers import NUMBERS
from mnna.article_claims.reading.patterns import pattern
from mnna.article_claims.reading.sentences import overlaps
from mnna.article_claims.reading.spoken_days import SpokenDay
from mnna.dates import MONTHS

_LATER = re.compile(pattern("later_days.later"), re.IGNORECASE)
_ACT = re.compile(pattern("later_days.act"), re.IGNORECASE)
DAYS = {"year": 365.25, "month": 30.44}
LOOSE = 0.75
"""By how much of a unit “two years later” may be off."""


def with_later_days(text: str, named: Sequence[Entity], before: Sequence[Draft]) -> tuple[Entity, ...]:
    """Return the entities with the days that a sentence tells from the last act drafted in the sentence before."""
    later = list(_later_days(text, named, before))
    kept = (one for one in named if not overlaps(one.start, one.end, later))
    return tuple(sorted((*kept, *later), key=lambda one: one.start))


def _later_days(text: str, named: Sequence[Entity], before: Sequence[Draft]) -> Iterator[Entity]:
    """Yield such days as windows; none if the sentence names a day of its own before, or is about no act."""
    base = next((day for draft in reversed(before) for _, args in reversed(draft.parts) if (day := _day(args))), None)
    yield from _of_that_year(text, named, base)
    if base is None or not _ACT.search(text) or any(one.kind == MONEYS for one in named):
        return
    for at in _LATER.finditer(text):
        own = any(one.kind == DAY and (one.value is None or one.start < at.start()) for one in named)
        window = None if own or overlaps(*at.span(), (one for one in named if one.kind == DAY)) else _window(at, base)
        if window is not None:
            yield Entity(DAY, *at.span(), SpokenDay(window[0].year, window=window), at[0])
            return


def _of_that_year(text: str, named: Sequence[Entity], base: tuple[date, date] | None) -> Iterator[Entity]:
    """Yield the month of “in November of that year”."""
    for one in named if base and base[0].year == base[1].year else ():
        after = _THAT_YEAR.match(text[one.end :])
        month = next((at for at, name in enumerate(MONTHS) if name and name in one.said), 0)
        if base and one.kind == DAY and one.value is None and after and month:
            yield Entity(DAY, one.start, one.end + after.end(), SpokenDay(base[0].year, month), one.said + after[0])


_THAT_YEAR = re.compile(r",? of (?:that|the same) year\b")


def _day(args: Mapping[str, Any]) -> tuple[date, date] | None:
    """Return the first and last day of what a claim says to have begun or ended."""
    if isinstance(day := args.get("day"), date):
        return day, day
    if "year" not in args:
        return None
    first, month = date(args["year"], args.get("month", 1), 1), args.get("month")
    after = date(args["year"] + (month in (None, 12)), 1 if month in (None, 12) else month + 1, 1)
    return first, after - timedelta(days=1)


def _window(at: re.Match[str], base: tuple[date, date]) -> tuple[date, date] | None:
    first, last = base
    if at["same"]:
        start = first if at["same"].lower().startswith("later") else date(first.year, 1, 1)
        return (start, date(last.year, 12, 31)) if first.year == last.year else None
    many = 1 if at["next"] else _many(at["many"].lower())
    unit = DAYS[(at["unit"] or at["next"]).lower()]
    if not many:
        return None
    length = many * unit
    if at["less"]:
        return first, last + timedelta(days=length)
    if at["more"]:
        return first + timedelta(days=length), last + timedelta(days=2 * length + unit)
    if at["next"] == "year" and first.year == last.year:
        return date(first.year + 1, 1, 1), date(first.year + 1, 12, 31)
    loose = unit * LOOSE
    return first + timedelta(days=length - loose), last + timedelta(days=length + loose)


def _many(said: str) -> int:
    return 1 if said in ("a", "an") else NUMBERS.get(said) or (int(said) if said.isdigit() else 0)
