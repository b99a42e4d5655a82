"""The origin of the rule: it was chosen when past designations were known, so only later designations can test it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mnna.engine.record import Record
from mnna.models.forecast import in_words
from mnna.models.forecast.forecast_sets import History

CHOSEN = date(2026, 11, 24)
"""The day the rule was written down; only designations announced later test it."""


@dataclass(frozen=True, slots=True, repr=False)
class Origin(Record):
    """The origin of the rule: the month it was `chosen`, and how many designations were `known` then.

    `out_of_sample` designations came later; only those can test the rule. `says` puts this into words.
    """

    chosen: str
    known: int
    out_of_sample: int
    says: str


def origin(past: History) -> Origin:
    """Return how many of the tested designations were known when the rule was chosen, and how many came since."""
    known = sum(event.on < CHOSEN for event, _ in past.tested)
    since = len(past.tested) - known
    return Origin(CHOSEN.isoformat()[:7], known, since, in_words.origin(CHOSEN, known, since))
