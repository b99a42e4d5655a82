"""Our readings of the statutes: what an authority gives, covers and pays for, and what a status requires.

The law engine decides which countries may use an authority; this table (readings.csv) says what the authority gives
them. Each row is one reading with its pinpoint citation. A thing without a row is not verifiable, never "no".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mnna.errors import BadFacts, UnknownWord, alike
from mnna.tables import table

FILE = Path(__file__).with_name("readings.csv")
ASPECTS = ("gives", "covers", "pays for", "requires", "reaches", "ending takes")


class Reading(NamedTuple):
    """One row of readings.csv: `subject` is an authority or a status, `aspect` one of `ASPECTS`, `holds` yes or no."""

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
    """All readings, with look-ups by subject, aspect and thing."""

    rows: tuple[Reading, ...]

    def find(self, subject: str, aspect: str, thing: str) -> Reading | None:
        """Return the reading for that subject, aspect and thing; None if there is none."""
        wanted = (subject, aspect, thing)
        return next((row for row in self.rows if (row.subject, row.aspect, row.thing) == wanted), None)

    def giving(self, thing: str) -> tuple[str, ...]:
        """Return the subjects (authorities or statuses) that give the thing, in file order."""
        return tuple(row.subject for row in self.rows if (row.aspect, row.thing, row.holds) == ("gives", thing, "yes"))

    def things(self, *aspects: str) -> tuple[str, ...]:
        """Return every thing that has a reading under one of the aspects, in alphabetical order."""
        return tuple(sorted({row.thing for row in self.rows if row.aspect in aspects}))

    def known(self, asked: str, *aspects: str) -> str:
        """Return `asked` if a reading has that thing; raise `UnknownWord` with the nearest things and the full list."""
        allowed = self.things(*aspects)
        if asked in allowed:
            return asked
        near = alike(asked, allowed, 4) or list(allowed)
        raise UnknownWord(f"{asked!r}", "no reading of the law speaks of it", near, f"Allowed: {'; '.join(allowed)}.")


@cache
def embedded() -> Readings:
    """Return the readings shipped with the package (cached)."""
    return checked(tuple(Reading(**row) for row in table(FILE)))


def checked(rows: tuple[Reading, ...]) -> Readings:
    """Return the rows as `Readings`; raise `BadFacts` for an invalid or repeated row."""
    seen: set[tuple[str, str, str]] = set()
    for row in rows:
        key = (row.subject, row.aspect, row.thing)
        if row.aspect not in ASPECTS or row.holds not in ("yes", "no") or not row.citation or key in seen:
            raise BadFacts(f"the reading {' / '.join(key)}", "it is invalid or given twice", ASPECTS, "Correct it.")
        seen.add(key)
    return Readings(rows)
