"""The groups that a number is compared with, each of one year: their figures, deviations and percentiles."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from statistics import fmean, median

from mnna.answers.compare.entrants import at_risk, outside_nato
from mnna.answers.compare.measures import Measure
from mnna.answers.data_context import Evidence
from mnna.series.uses import Scale

Choose = Callable[[Evidence, int], tuple[str, ...]]
"""A function from a year to the codes of a group of countries at its end."""
CLIP = 3.0
"""The most robust deviations from the median that count, so that one outlier cannot decide."""


class Groups:
    """The groups of countries in one registry, each computed once."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self._members = cache(lambda choose, year: choose(evidence, year))
        self._figures = cache(self._figures_of)
        self._middle = cache(self._middle_of)

    def at_risk(self, measure: Measure, year: int) -> Mapping[str, float]:
        """Return the figures of all who could have been designated after that year."""
        return self._figures(at_risk, measure, year)

    def outside_nato(self, measure: Measure, year: int) -> Mapping[str, float]:
        """Return the figures of all outside NATO that year, allies included."""
        return self._figures(outside_nato, measure, year)

    def _figures_of(self, choose: Choose, measure: Measure, year: int) -> Mapping[str, float]:
        codes = self._members(choose, year)
        found = zip(codes, measure.numbers(self.evidence, [(code, year) for code in codes]), strict=True)
        return {code: value for code, value in found if value is not None}

    def scaled(self, measure: Measure, year: int, value: float) -> float | None:
        """Return the difference from the median of those at risk that year, in robust deviations: -3 to 3.

        The deviation is 1.4826 times the median absolute deviation, on the measure's scale; where more than half are
        equal, 1.2533 times the mean absolute deviation. None where all are equal or fewer than ten are known.
        """
        middle, spread = self._middle(measure, year)
        return None if spread is None else max(-CLIP, min(CLIP, (rescaled(value, measure.scale) - middle) / spread))

    def _middle_of(self, measure: Measure, year: int) -> tuple[float, float | None]:
        return robust([rescaled(one, measure.scale) for one in self.at_risk(measure, year).values()])


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
