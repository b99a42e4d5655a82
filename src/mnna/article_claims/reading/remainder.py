"""What a sentence says besides its claims and could be checked: days, figures, money, countries and statuses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from mnna.article_claims.reading.entities import (
    COUNTRY,
    DAY,
    MANY,
    MONEYS,
    NUMERAL,
    PLACE,
    STATUS,
    Entity,
    after_dateline,
)
from mnna.article_claims.reading.grammar import Draft
from mnna.article_claims.reading.patterns import pattern
from mnna.article_claims.reading.sentences import overlaps
from mnna.article_claims.reading.spoken_days import SpokenDay

_FIGURE = re.compile(pattern("remainder.figure"))
_SHOWN = 3


def note(text: str, named: Sequence[Entity], drafts: Sequence[Draft]) -> str:
    """Return that only a part of a sentence was read, with what else could be checked in it; empty if nothing could."""
    left = list(dict.fromkeys(text[start:end].strip(" .,;") for start, end in sorted(_left(text, named, drafts))))
    if not drafts or not left:
        return ""
    more = " and more" if len(left) > _SHOWN else ""
    return f"only a part was read; not checked: {', '.join(f'“{one}”' for one in left[:_SHOWN])}{more}"


def _left(text: str, named: Sequence[Entity], drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
    """Yield the places of what could be checked and is neither in the words nor in the arguments of a draft."""
    parts = [part for one in drafts for part in one.parts]
    told = [value for _, args in parts for value in _values(args.values())]
    if any(type_ in _OF_GROUPS for type_, _ in parts):
        named = [one for one in named if one.kind != STATUS]
    begin = after_dateline(text)
    figures = [at.span() for at in _FIGURE.finditer(text, begin)]
    places = [(one.start, one.end) for one in named if one.start >= begin and not _told(one, told)]
    known = [one for one in named if one.kind != NUMERAL or _told(one, told)]
    for start, end in (*figures, *places):
        whole = next((one for one in figures if one[0] <= start and end <= one[1]), (start, end))
        beside = (start, end) in places or not overlaps(start, end, known)
        if beside and not overlaps(start, end, drafts):
            yield whole


_OF_GROUPS = ("threshold_is", "sale_review_days")
"""The claim types that are put to one country of a group, so that the status that names the group is read."""


def _values(values: Any) -> Iterator[Any]:
    for value in values:
        yield from value if isinstance(value, list | tuple) else (value,)
        if isinstance(value, str):
            yield from map(int, re.findall(r"\d+", value))  # of “36 Apache helicopters”


def _told(one: Entity, told: Sequence[Any]) -> bool:
    """Return whether an entity cannot be checked, or its value is in the arguments of a draft."""
    if one.kind in (COUNTRY, MANY):
        return set(one.value) <= set(told)
    if one.kind == DAY:
        return one.value is None or one.said.lower() == "today" or _day_told(one.value, told)
    if one.kind in (NUMERAL, PLACE):
        return one.value in told or one.value < _MANY[one.kind]
    return one.kind not in (STATUS, MONEYS) or one.value in told or (one.kind == MONEYS and one.value / 1e6 in told)


_MANY = {NUMERAL: 3, PLACE: 2}
"""The least number, and rank, that is looked for: “one”, “two” and “first” are said of much."""


def _day_told(day: SpokenDay, told: Sequence[Any]) -> bool:
    """Return whether a day, to its precision, is in the arguments of a draft."""
    if day.window:
        return any(one in told for one in day.window)
    days = [(one.year, one.month, one.day) for one in told if isinstance(one, date)]
    parts = [part for part in (day.year, day.month, day.day) if part]
    return any([*one][: len(parts)] == parts for one in days) or (not day.day and all(part in told for part in parts))
