"""Bars that are known but not encoded, so that a "yes" has not been tested against them.

`not_encoded.csv` has a row for each: its subject, its paragraph, its days, the countries it names (`countries`, empty
for any), and the authorities it could cut off (`touches`).
"""

from __future__ import annotations

from datetime import date
from functools import cache

from mnna.quick import QuickTuple
from mnna.statutes.listing import FOLDER
from mnna.tables import rows_of


class NotEncoded(QuickTuple):
    """One bar that is not encoded; `until` is the first day on which it is no longer law, None if it still is law."""

    id: str
    subject: str
    citation: str
    since: date
    until: date | None
    countries: frozenset[str]
    touches: frozenset[str]
    source: str


@cache
def not_encoded() -> tuple[NotEncoded, ...]:
    """Return every bar that is not encoded, in the order of the table."""
    return tuple(_read(*row) for row in rows_of(FOLDER / "not_encoded.csv", ",".join(NotEncoded._fields)))


def _read(id: str, subject: str, citation: str, since: str, until: str, *others: str) -> NotEncoded:
    *lists, source = others
    countries, touches = (frozenset(filter(None, ids.split(";"))) for ids in lists)
    last = date.fromisoformat(until) if until else None
    return NotEncoded(id, subject, citation, date.fromisoformat(since), last, countries, touches, source)


def not_encoded_on(authority: str, on: date) -> tuple[NotEncoded, ...]:
    """Return the bars not encoded that were law on a day and could cut off an authority for some country."""
    near = (bar for bar in not_encoded() if authority in bar.touches)
    return tuple(bar for bar in near if bar.since <= on and (bar.until is None or on < bar.until))
