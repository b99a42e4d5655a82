"""Where the rule comes from: it was chosen with past designations known, so only later ones can test it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mnna.engine.record import Record
from mnna.models.forecast import in_words
from mnna.models.forecast.forecast_sets import History

CHOSEN = date(2026, 11, 24)
"""The day the rule was written down; what is announced later tests it, and nothing before does."""


@dataclass(frozen=True, slots=True, repr=False)
class Origin(Record):
    """Where the rule comes from: `chosen` in which month, `known` designations at that time, `out_of_sample` ones
    since, which alone can test it, and `says`, the same in words."""

    chosen: str
    known: int
    out_of_sample: int
    says: str


def origin(past: History) -> Origin:
    """Return how many of the tested designations were known when the rule was chosen, and how many came since."""
    known = sum(event.on < CHOSEN for event, _ in past.tested)
    since = len(past.tested) - known
    return Origin(CHOSEN.isoformat()[:7], known, since, in_words.origin(CHOSEN, known, since))
