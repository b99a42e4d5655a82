"""The groups that a number is compared with, each of one year: their figures, deviations and percentiles."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from statistics import fmean, median

from mnna.answers.compare.entrants import at_risk, outside_nato
from mnna.answers.compare.measures import Measure
from mnna.answers.data_context import Evidence
from mnna.series.uses import Scale

CLIP = 3.0
"""The most robust deviations from the median that count, so that one outlier cannot decide."""


@dataclass(eq=False)
class Groups:
    """The groups of countries in one registry, each computed once."""

    evidence: Evidence
    _codes: dict[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)
    _values: dict[tuple[str, str, int], Mapping[str, float]] = field(default_factory=dict)
    _middles: dict[tuple[str, int], tuple[float, float | None]] = field(default_factory=dict)

    def at_risk(self, measure: Measure, year: int) -> Mapping[str, float]:
        """Return the figures of all who could have been designated after that year."""
        return self._of("at risk", measure, year)

    def outside_nato(self, measure: Measure, year: int) -> Mapping[str, float]:
        """Return the figures of all outside NATO that year, allies included."""
        return self._of("outside NATO", measure, year)

    def _of(self, group: str, measure: Measure, year: int) -> Mapping[str, float]:
        if (group, measure.id, year) not in self._values:
            codes = self._members(group, year)
            found = zip(codes, measure.numbers(self.evidence, [(code, year) for code in codes]), strict=True)
            self._values[group, measure.id, year] = {code: value for code, value in found if value is not None}
        return self._values[group, measure.id, year]

    def _members(self, group: str, year: int) -> tuple[str, ...]:
        if (group, year) not in self._codes:
            choose = at_risk if group == "at risk" else outside_nato
            self._codes[group, year] = choose(self.evidence, year)
        return self._codes[group, year]

    def scaled(self, measure: Measure, year: int, value: float) -> float | None:
        """Return the difference from the median of those at risk that year, in robust deviations: -3 to 3.

        The deviation is 1.4826 times the median absolute deviation, on the measure's scale; where more than half are
        equal, 1.2533 times the mean absolute deviation. None where all are equal or fewer than ten are known.
        """
        if (measure.id, year) not in self._middles:
            known = [rescaled(one, measure.scale) for one in self.at_risk(measure, year).values()]
            self._middles[measure.id, year] = robust(known)
        middle, spread = self._middles[measure.id, year]
        return None if spread is None else max(-CLIP, min(CLIP, (rescaled(value, measure.scale) - middle) / spread))


@lru_cache(maxsize=2)
def groups_of(looked_at: Evidence) -> Groups:
    """Return the groups of a registry and its figures, the same for every candidate."""
    return Groups(looked_at)


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
