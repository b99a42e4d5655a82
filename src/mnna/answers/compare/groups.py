"""Who became a major non-NATO ally, who could have, and how a number compares with theirs of one year.

An entrant counts by its first designation under FAA 517. At risk in a year is every sovereign state (and Taiwan until
30 September 2002, when a statute began to treat it as such an ally) that at the end of the year was neither the United
States nor a NATO member nor designated: those the President could have designated the year after.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from statistics import fmean, median

from mnna.answers.compare.measures import Measure
from mnna.answers.data_context import Evidence
from mnna.engine.reasons import own_row
from mnna.registry.countries import countries
from mnna.registry.records import StatusKind
from mnna.registry.statuses import alliance, treated_as, usual
from mnna.series import coverage_codes
from mnna.series.uses import Scale


@dataclass(frozen=True, slots=True)
class Entrant:
    """A country that was designated: the first possible day, and the instrument. `day_certain` is False where the
    registry gives a window of days, and `own` names the row where it is the user's own."""

    country: str
    since: date
    instrument: str
    day_certain: bool
    own: str = ""

    @property
    def measured(self) -> int:
        """The year it is measured in: the one before its designation."""
        return self.since.year - 1


def entrants(evidence: Evidence, on: date) -> tuple[Entrant, ...]:
    """Return every country designated by the day, also where the status has ended since, in order of designation."""
    first: dict[str, Entrant] = {}
    status = usual(evidence.registry.kinds).id
    for span in sorted(evidence.registry.spans, key=lambda span: span.since):
        if span.status == status and span.holds == "yes" and span.since <= on:
            own = own_row(span) if span.own else ""
            new = Entrant(span.country, span.since, span.instrument, span.since_by is None, own)
            first.setdefault(span.country, new)
    return tuple(sorted(first.values(), key=lambda one: (one.since, one.country)))


@lru_cache(maxsize=256)
def outside_nato(evidence: Evidence, year: int) -> tuple[str, ...]:
    """Return every sovereign state, and Taiwan, that existed in the year and was not in NATO at its end.

    The United States is left out.
    """
    day = date(year, 12, 31)
    actors = (c for c in countries().values() if c.iso3 != "USA" and (c.sovereign == "yes" or c.iso3 == "TWN"))
    existing = (c.iso3 for c in actors if coverage_codes.place(c.iso3).existed(year))
    members = _holders(evidence, alliance(evidence.registry.kinds), day)
    return tuple(code for code in existing if code not in members)


@lru_cache(maxsize=256)
def at_risk(evidence: Evidence, year: int) -> tuple[str, ...]:
    """Return those of `outside_nato` that were not designated, nor treated as designated, at the end of the year."""
    day, kinds = date(year, 12, 31), evidence.registry.kinds
    status = usual(kinds)
    taken = _holders(evidence, status, day).union(
        *(_holders(evidence, kind, day) for kind in treated_as(kinds, status.id))
    )
    return tuple(code for code in outside_nato(evidence, year) if code not in taken)


def _holders(evidence: Evidence, kind: StatusKind, day: date) -> set[str]:
    """Return the countries that hold a status on a day; only countries with a row can."""
    registry = evidence.registry
    return {code for code in registry.named.get(kind.id, ()) if registry.holds(code, kind.id, day)}


Choose = Callable[[Evidence, int], tuple[str, ...]]
"""A function from a year to the codes of a group of countries at its end."""
CLIP = 3.0
"""The most robust deviations from the median that count, so that one outlier cannot decide."""


@lru_cache(maxsize=8192)
def figures(evidence: Evidence, choose: Choose, measure: Measure, year: int) -> Mapping[str, float]:
    """Return the figures of a year of a group of countries by code, such as of all `at_risk`."""
    codes = choose(evidence, year)
    found = zip(codes, measure.numbers(evidence, [(code, year) for code in codes]), strict=True)
    return {code: value for code, value in found if value is not None}


def scaled(evidence: Evidence, measure: Measure, year: int, value: float) -> float | None:
    """Return the difference from the median of those at risk that year, in robust deviations: -3 to 3.

    The deviation is 1.4826 times the median absolute deviation, on the measure's scale; where more than half are equal,
    1.2533 times the mean absolute deviation. None where all are equal or fewer than ten are known.
    """
    middle, spread = _middle(evidence, measure, year)
    return None if spread is None else max(-CLIP, min(CLIP, (rescaled(value, measure.scale) - middle) / spread))


@lru_cache(maxsize=8192)
def _middle(evidence: Evidence, measure: Measure, year: int) -> tuple[float, float | None]:
    return robust([rescaled(one, measure.scale) for one in figures(evidence, at_risk, measure, year).values()])


FEWEST = 10


def robust(values: list[float]) -> tuple[float, float | None]:
    """Return the median and the robust deviation.

    0 and None for fewer than ten values, a deviation of None for equal ones.
    """
    if len(values) < FEWEST:
        return 0.0, None
    middle = median(values)
    away = [abs(value - middle) for value in values]
    spread = 1.4826 * median(away) or 1.2533 * fmean(away)
    return middle, spread or None


def rescaled(value: float, scale: Scale) -> float:
    """Return the value on the scale of distances.

    Values of zero or less are raised to a tiny positive number before a logarithm is taken.
    """
    if scale == "log":
        return math.log(max(value, 1e-9))
    if scale == "log1p":
        return math.log1p(max(value, 0.0))
    return math.asinh(value) if scale == "asinh" else value


def percentile(value: float | None, group: Iterable[float]) -> float | None:
    """Return the percent of the group below the value, ties counting half; None without a value or a group."""
    known = list(group)
    if value is None or not known:
        return None
    below = sum(one < value for one in known)
    equal = sum(one == value for one in known)
    return round(100 * (below + equal / 2) / len(known), 1)
