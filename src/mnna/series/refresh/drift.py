"""Comparison of newer figures with stored ones: figures added, gone and revised, and the largest revisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from mnna.series.figures import Panel
from mnna.series.records import Shown

SAME = 1e-6
"""A relative difference up to this is rounding, not a revision."""
SHOWN = 5


class Revision(NamedTuple):
    """A stored figure (`held`) and the newer one (`new`) of the same country and year."""

    country: str
    year: int
    held: float
    new: float


@dataclass(frozen=True, slots=True)
class Drift(Shown):
    """The changes if the newer figures of one indicator were stored, as numbers of figures.

    `first_added` and `last_added` are the first and last year of the added figures; `largest` are the revisions with
    the largest relative difference.
    """

    indicator: str
    added: int
    first_added: int | None
    last_added: int | None
    gone: int
    revised: int
    same: int
    largest: tuple[Revision, ...]


def drift(indicator: str, held: Panel, new: Panel) -> Drift:
    """Return how the `new` figures of an indicator differ from the stored ones (`held`)."""
    years = sorted(year for _, year in new.keys() - held.keys())
    both = sorted(held.keys() & new.keys())
    moved = [key for key in both if abs(held[key] - new[key]) > SAME * max(abs(held[key]), abs(new[key]))]
    revised = [Revision(*key, held[key], new[key]) for key in moved]
    largest = sorted(revised, key=lambda one: -(abs(one.new - one.held) / max(abs(one.held), abs(one.new))))[:SHOWN]
    first, last = (years[0], years[-1]) if years else (None, None)
    gone, same = len(held.keys() - new.keys()), len(both) - len(revised)
    return Drift(indicator, len(years), first, last, gone, len(revised), same, tuple(largest))
