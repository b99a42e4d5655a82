"""Which incumbents were most like the candidate when they entered, and each measure's share of the distance."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mnna.answers.compare.groups import scaled
from mnna.answers.compare.measures import MEASURES, Measure, Number, Reading
from mnna.answers.data_context import Evidence
from mnna.engine.record import HIDDEN, Record, described, in_json

FEWEST_FAMILIES = 5
METHOD = (
    "Distance: each number is placed among the countries that could be named in its own year. Its place is the "
    "difference from their median, over 1.4826 times their median absolute deviation, on a log scale for levels, cut "
    "off at 3. So dollars and votes of different years can be compared. The distance is the mean of the absolute "
    "differences, first within a family of measures, then over the families. What is measured three times counts once.",
    "A measure missing for either country is left out for that pair. A country with fewer than "
    f"{FEWEST_FAMILIES} families of measures in common gets no place. No weights are estimated.",
)

Gaps = dict[str, float]
"""Absolute difference in robust deviations by measure id, for one pair of countries."""


class Places(NamedTuple):
    """The best and the worst rank."""

    best: int
    worst: int


class Without(NamedTuple):
    """The three nearest when one measure is left out."""

    without: str
    nearest: tuple[str, ...]
    changes_the_nearest: bool


def _rounded(distance: float) -> float:
    return round(distance, 3)


@dataclass(frozen=True, slots=True, repr=False)
class Near(Record):
    """One incumbent at its entry, and how far the candidate is from it."""

    country: str
    distance: float = field(metadata=described("The distance in robust deviations.", of=_rounded))
    by: dict[str, float] = field(metadata=described("Each measure's share of the distance, the largest first."))
    year: int
    families: int = field(metadata=described("Families of measures that both have."))
    rank: int
    best: int = field(metadata=HIDDEN)
    worst: int = field(metadata=HIDDEN)

    @property
    @in_json()
    def rank_without_one_measure(self) -> Places:
        """Its best and its worst rank when any one measure is left out."""
        return Places(self.best, self.worst)


@dataclass(frozen=True, slots=True)
class Nearness:
    """All incumbents that can be ranked, the nearest first, and those that cannot.

    `not_ranked` has the number of families each shares; `without` the nearest three when each measure is left out.
    """

    nearest: tuple[Near, ...]
    not_ranked: tuple[tuple[str, int], ...]
    without: tuple[tuple[str, tuple[str, ...]], ...]

    def sensitivity(self) -> tuple[Without, ...]:
        """Return for each measure left out the three nearest, and whether the nearest changes."""
        first = self.nearest[0].country if self.nearest else None
        return tuple(Without(measure, order, order[0] != first) for measure, order in self.without if order)


Rows = Sequence[tuple[Measure, Reading, Sequence[Number]]]
"""Every measure, with the reading of the candidate and the number of each entrant."""


def nearness(evidence: Evidence, rows: Rows) -> Nearness:
    """Return the distances of a candidate to each entrant."""
    pairs = _gaps(evidence, rows)
    years: dict[str, int] = {}
    for one in (reading for _, _, readings in rows for reading in readings):
        years[one.country] = max(one.asked_year, years.get(one.country, 0))  # a figure may be older, never newer
    full = {code: _distance(gaps) for code, gaps in pairs.items()}
    ranked = _order(full)
    used = [m for m in MEASURES if any(m in gaps for gaps in pairs.values())]
    left_out = {m: {code: _distance(gaps, (m,)) for code, gaps in pairs.items()} for m in used}
    orders = {m: _order(distances) for m, distances in left_out.items()}
    found = []
    for code in ranked:
        places = [order.index(code) + 1 for order in orders.values() if code in order] or [ranked.index(code) + 1]
        distance, families = full[code]
        rank = ranked.index(code) + 1
        shares = _shares(pairs[code])
        found.append(Near(code, distance, shares, years[code], families, rank, min(places), max(places)))
    unranked = tuple((code, families) for code, (_, families) in full.items() if code not in ranked)
    return Nearness(tuple(found), unranked, tuple((m, tuple(order[:3])) for m, order in orders.items()))


def _gaps(evidence: Evidence, rows: Rows) -> dict[str, Gaps]:
    found: dict[str, Gaps] = {}
    for measure, mine, readings in rows:
        here = _scaled(evidence, measure, mine)
        for one in readings:
            there, gaps = _scaled(evidence, measure, one), found.setdefault(one.country, {})
            if here is not None and there is not None:
                gaps[measure.id] = abs(here - there)
    return found


def _scaled(evidence: Evidence, measure: Measure, one: Reading | Number) -> float | None:
    return None if one.value is None else scaled(evidence, measure, one.asked_year, one.value)


def _families(gaps: Gaps, without: Collection[str] = ()) -> dict[str, list[tuple[str, float]]]:
    found: dict[str, list[tuple[str, float]]] = {}
    for id_, gap in gaps.items():
        if id_ not in without:
            found.setdefault(MEASURES[id_].family, []).append((id_, gap))
    return found


def _distance(gaps: Gaps, without: Collection[str] = ()) -> tuple[float, int]:
    families = _families(gaps, without)
    means = [sum(gap for _, gap in members) / len(members) for members in families.values()]
    return (sum(means) / len(means) if means else 0.0), len(means)


def _shares(gaps: Gaps) -> dict[str, float]:
    """Return each measure's share of the distance, the largest first; they add to 1."""
    families = _families(gaps)
    parts = {id_: gap / len(members) for members in families.values() for id_, gap in members}
    total = sum(parts.values())
    ordered = sorted(parts.items(), key=lambda part: -part[1])
    return {id_: round(part / total, 4) if total else 0.0 for id_, part in ordered}


def _order(distances: dict[str, tuple[float, int]]) -> list[str]:
    known = [(distance, code) for code, (distance, families) in distances.items() if families >= FEWEST_FAMILIES]
    return [code for _, code in sorted(known)]
