"""Our readings of the statutes as facts: what an authority gives, covers and pays for, what a status requires.

The law engine decides who may have an authority; this table says what it is that they then have. Each row is one
reading with its pinpoint, and a thing no row speaks of is not verifiable, never no.
"""

from __future__ import annotations

import csv
import difflib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mnna.errors import BadFacts, UnknownWord

FILE = Path(__file__).with_name("readings.csv")
ASPECTS = ("gives", "covers", "pays for", "requires", "reaches")


class Reading(NamedTuple):
    """One row: `subject` is an authority or a status, `aspect` one of `ASPECTS`, `holds` yes or no."""

    subject: str
    aspect: str
    thing: str
    holds: str
    citation: str
    source: str
    confidence: str
    note: str


@dataclass(frozen=True, eq=False)
class Readings:
    """The readings by subject, aspect and thing."""

    rows: tuple[Reading, ...]

    def find(self, subject: str, aspect: str, thing: str) -> Reading | None:
        """The reading, None where there is none."""
        wanted = (subject, aspect, thing)
        return next((row for row in self.rows if (row.subject, row.aspect, row.thing) == wanted), None)

    def giving(self, thing: str) -> tuple[str, ...]:
        """The authorities that give the thing."""
        return tuple(row.subject for row in self.rows if (row.aspect, row.thing, row.holds) == ("gives", thing, "yes"))

    def things(self, *aspects: str) -> tuple[str, ...]:
        """Every thing some reading speaks of under one of the aspects, in alphabetical order."""
        return tuple(sorted({row.thing for row in self.rows if row.aspect in aspects}))

    def known(self, asked: str, *aspects: str) -> str:
        """The thing, if some reading speaks of it; raises `UnknownWord` with the nearest and the whole list."""
        allowed = self.things(*aspects)
        if asked in allowed:
            return asked
        near = difflib.get_close_matches(asked, allowed, 4, 0.4) or list(allowed)
        raise UnknownWord(f"{asked!r}", "no reading of the law speaks of it", near, f"Allowed: {'; '.join(allowed)}.")


@cache
def embedded() -> Readings:
    """The readings shipped with the package."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return checked(tuple(Reading(**row) for row in csv.DictReader(file)))


def checked(rows: tuple[Reading, ...]) -> Readings:
    """The rows as readings; raises `BadFacts` for one that is invalid or given twice."""
    seen: set[tuple[str, str, str]] = set()
    for row in rows:
        key = (row.subject, row.aspect, row.thing)
        if row.aspect not in ASPECTS or row.holds not in ("yes", "no") or not row.citation or key in seen:
            raise BadFacts(f"the reading {' / '.join(key)}", "it is invalid or given twice", ASPECTS, "Correct it.")
        seen.add(key)
    return Readings(rows)
