"""What was known of each country the year before, as one matrix per year.

A figure is of the year `lag` years before; where there is none, one up to `CARRY` years older may stand in, and every
such stand-in is counted and named in the answer (nothing is carried silently). Nothing stands in for a figure that was
withheld as wrong: Iraq's 0 troops of 2002 say nothing of the war years that the source leaves out. What is still
missing stays missing: a country without figure ranks behind all that have one, and fitted models see the middle of the
year's field instead.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import TypedDict

import numpy as np

from mnna.errors import UnknownWord
from mnna.models.forecast.risk_set import named_on
from mnna.models.panel import Figures, World
from mnna.models.tidy import Floats
from mnna.models.transforms import FORWARD
from mnna.series.uses import FeatureRow, features, use

CARRY = 4


Value = Callable[[World, str, int], float | None]


@dataclass(frozen=True, slots=True)
class Feature:
    """A predictor, from its row in `indicators.toml`.

    `value` gives the measured number for (world, country, year of the figure), None where there is no figure.
    `indicator` is the series it is made of, empty for one computed from the registry.
    """

    id: str
    name: str
    says: str
    indicator: str
    value: Value


def _figure(world: World, indicator: str, country: str, year: int) -> float | None:
    table, of_year = _table(world, indicator)
    return table.get((country, of_year or year))


@lru_cache(maxsize=64)
def _table(world: World, indicator: str) -> tuple[Figures, int | None]:
    """The figures of an indicator, and the year that one figure for all years is of."""
    static = use(indicator).static
    return world.figures.get(indicator, {}), world.last_years.get(indicator) if static else None


def _measured(row: FeatureRow, world: World, country: str, year: int) -> float | None:
    """Return the measure of the row's years up to `year`; None unless all of them are inside the table."""
    each = [_figure(world, row.indicator, country, year - back) for back in range(row.years)]
    known = [one for one in each if one is not None]
    if len(known) < row.years:
        return None
    below = _figure(world, row.per, country, year) if row.per else 1.0
    return FORWARD[row.transform](sum(known) / below) if below else None


def _allies_in_region(world: World, country: str, year: int) -> float:
    """Return how many other countries of its region had been announced as allies by the end of the year."""
    region = world.actors[country].region
    others = [one for code, one in world.namings.items() if code != country and code in world.actors]
    named = (one for one in others if world.actors[one.country].region == region)
    return float(sum(named_on(one, "announced").year <= year for one in named))


def _pact(world: World, country: str, year: int) -> float:
    """1 where a defense treaty with the United States was in force at the end of the year, else 0."""
    day = date(year, 12, 31)
    return float(any(since <= day and (until is None or day < until) for since, until in world.pacts.get(country, ())))


COMPUTED: Mapping[str, Value] = {"treaty": _pact, "region": _allies_in_region}
"""How a feature is computed that has no series behind it, by `how` of its indicator."""


def _feature(row: FeatureRow) -> Feature:
    how = use(row.indicator).how
    value = COMPUTED[how] if how else partial(_measured, row)
    return Feature(row.id, row.name, row.says, "" if how else row.indicator, value)


BY_ID = {name: _feature(row) for name, row in features().items()}
"""Every feature by id, in the order of every listing."""


def feature(name: str) -> Feature:
    """Return the feature of that id; raises `UnknownWord` with the ids there are."""
    if name not in BY_ID:
        raise UnknownWord(f"the feature {name!r}", "there is no such feature", tuple(BY_ID), "")
    return BY_ID[name]


def loaded(world: World) -> tuple[str, ...]:
    """Return the ids of the features there are figures for here, in the order of the table."""
    return tuple(one.id for one in BY_ID.values() if not one.indicator or world.has(one.indicator))


class Carried(TypedDict):
    """How many countries have an older figure of a feature in the place of the one of the year before."""

    feature: str
    years_older: int
    countries: int


@dataclass(frozen=True, slots=True)
class Known:
    """What was known of some countries for one year: `values` countries by features (NaN missing), `ages` how many
    years older than the year before each figure is (0 where it is not carried)."""

    year: int
    countries: tuple[str, ...]
    features: tuple[str, ...]
    values: Floats
    ages: Floats

    def column(self, name: str) -> Floats:
        """Return the values of one feature."""
        return self.values[:, self.features.index(name)]

    def carried(self) -> list[Carried]:
        """Return which figures are older than they should be: per feature and age, how many countries."""
        found = []
        for place, name in enumerate(self.features):
            for age in sorted({int(a) for a in self.ages[:, place] if a > 0}):
                count = int(np.sum(self.ages[:, place] == age))
                found.append(Carried(feature=name, years_older=age, countries=count))
        return found

    def missing(self) -> dict[str, list[str]]:
        """Return the countries without any figure, by feature."""
        return missing(self.values, self.countries, self.features)


def missing(values: Floats, countries: Sequence[str], names: Sequence[str]) -> dict[str, list[str]]:
    """Return the countries without a figure, by the name of the column; those that all have are left out."""
    gone = {name: np.flatnonzero(np.isnan(values[:, column])).tolist() for column, name in enumerate(names)}
    return {name: [countries[row] for row in rows] for name, rows in gone.items() if len(rows)}


def known_before(
    world: World, year: int, countries: Sequence[str], names: Sequence[str], lag: int = 1, carry: int = CARRY
) -> Known:
    """Return what was known for `year`, that is figures of `year - lag`, or up to `carry` years older where there are
    none.

    A figure that was withheld as wrong is missing, whatever older ones there are.
    """
    values = np.full((len(countries), len(names)), np.nan)
    ages = np.zeros(values.shape)
    for column, one in enumerate(feature(name) for name in names):
        found = [latest(one, world, country, year - lag, carry) for country in countries]
        values[:, column], ages[:, column] = np.array(found).reshape(-1, 2).T
    return Known(year, tuple(countries), tuple(names), values, ages)


def of_indicator(indicator: str) -> Feature:
    """Return the figures of an indicator as they are."""
    return Feature(indicator, indicator, "", indicator, lambda world, *of: _figure(world, indicator, *of))


def latest(one: Feature, world: World, country: str, year: int, carry: int = CARRY) -> tuple[float, float]:
    """Return a country's figure of a year, or up to `carry` years older, and how much older; NaN where there is none.

    None stands in for one that was withheld as wrong.
    """
    for age in range(carry + 1):
        if (found := one.value(world, country, year - age)) is not None:
            return found, float(age)
        if world.withholds(one.indicator, country, year - age):
            break
    return float("nan"), 0.0


def standardized(values: Floats) -> Floats:
    """z-scores per column over the rows that have a figure; NaN stays NaN, a constant column becomes 0."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a column without any figure stays NaN
        mean, spread = np.nanmean(values, axis=0), np.nanstd(values, axis=0)
    return np.asarray((values - mean) / np.where(spread > 0, spread, 1.0))


def filled(values: Floats) -> Floats:
    """z-scores with the year's median in place of what is missing, for fitted models only."""
    scores = standardized(values)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        middle = np.nanmedian(scores, axis=0)
    return np.where(np.isnan(scores), np.nan_to_num(middle), scores)
