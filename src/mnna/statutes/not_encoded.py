"""Bars that are known and not encoded: what a yes here has not been tested against.

`not_encoded.csv` has a row for each: what it is about, its paragraph, since when, whom it names (`countries`, empty for
any), and which authorities it could cut off (`touches`).
"""

from __future__ import annotations

import csv
from datetime import date
from functools import cache

from mnna.quick import QuickTuple
from mnna.statutes.listing import FOLDER


class NotEncoded(QuickTuple):
    """One bar that is not encoded; `until` is the first day on which it is no longer law, None where it still is."""

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
    """Every such bar, in the order of the table."""
    with (FOLDER / "not_encoded.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_read(row) for row in csv.DictReader(file))


def _read(row: dict[str, str]) -> NotEncoded:
    until = date.fromisoformat(row["until"]) if row["until"] else None
    countries, touches = (frozenset(filter(None, row[name].split(";"))) for name in ("countries", "touches"))
    since = date.fromisoformat(row["since"])
    return NotEncoded(row["id"], row["subject"], row["citation"], since, until, countries, touches, row["source"])


def not_encoded_on(authority: str, on: date) -> tuple[NotEncoded, ...]:
    """The bars that could cut an authority off for some country on a day and were not looked at."""
    near = (bar for bar in not_encoded() if authority in bar.touches)
    return tuple(bar for bar in near if bar.since <= on and (bar.until is None or on < bar.until))
