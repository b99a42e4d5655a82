"""How newer figures differ from those held: what is added, what is gone, what was revised, and by how much."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import NamedTuple

from mnna.series.figures import Panel

SAME = 1e-6
"""Relative differences below this are rounding, not a revision."""
SHOWN = 5


class Revision(NamedTuple):
    """A figure held and the newer one of the same country and year."""

    country: str
    year: int
    held: float
    new: float


@dataclass(frozen=True, slots=True)
class Drift:
    """What taking the newer figures of one indicator would change.

    `first_added` and `last_added` are the years of the figures added; `largest` are the revisions that are largest in
    proportion.
    """

    indicator: str
    added: int
    first_added: int | None
    last_added: int | None
    gone: int
    revised: int
    same: int
    largest: tuple[Revision, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the drift as a JSON object."""
        return {**asdict(self), "largest": [one._asdict() for one in self.largest]}


def drift(indicator: str, held: Panel, new: Panel) -> Drift:
    """Return how the new figures differ from those held."""
    years = sorted(year for key in new.keys() - held.keys() for year in (key[1],))
    revised = [
        Revision(*key, held[key], new[key]) for key in sorted(held.keys() & new.keys()) if _moved(held, new, key)
    ]
    largest = sorted(revised, key=lambda one: -(abs(one.new - one.held) / max(abs(one.held), abs(one.new))))[:SHOWN]
    same = len(held.keys() & new.keys()) - len(revised)
    return Drift(
        indicator,
        len(years),
        years[0] if years else None,
        years[-1] if years else None,
        len(held.keys() - new.keys()),
        len(revised),
        same,
        tuple(largest),
    )


def _moved(held: Panel, new: Panel, key: tuple[str, int]) -> bool:
    return abs(held[key] - new[key]) > SAME * max(abs(held[key]), abs(new[key]))
