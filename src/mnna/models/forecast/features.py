"""Features of each country that were known the year before, as one matrix per year.

A figure is of the year `lag` years before. Where there is none, the newest figure of up to `CARRY` years earlier is
used instead ("carried"), and the answer counts and names every carried figure. No figure replaces one that was withheld
as wrong: Iraq's 0 troops of 2002 say nothing of the war years that the source leaves out. Otherwise the figure stays
missing: the country ranks behind all countries with a figure, and fitted models use the median of the year's countries
instead.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache, partial
from typing import TypedDict

import numpy as np

from mnna.models.forecast.risk_set import named_on
from mnna.models.panel import Figures, World
from mnna.models.tidy import Floats
from mnna.models.transforms import FORWARD
from mnna.series.uses import CARRY, FeatureRow, features, use

Value = Callable[[World, str, int], float | None]


def _figure(world: World, indicator: str, country: str, year: int) -> float | None:
    table, of_year = _table(world, indicator)
    return table.get((country, of_year or year))


@lru_cache(maxsize=64)
def _table(world: World, indicator: str) -> tuple[Figures, int | None]:
    """Return an indicator's figures, and the year of its figures if it is static (one figure for all years)."""
    static = use(indicator).static
    return world.figures.get(indicator, {}), world.last_years.get(indicator) if static else None


def _measured(row: FeatureRow, world: World, country: str, year: int) -> float | None:
    """Return the transformed sum over the row's years to `year`, divided by `row.per` if set; None without data."""
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
    """Return 1 where a defense treaty with the United States was in force at the end of the year, else 0."""
    day = date(year, 12, 31)
    return float(any(since <= day and (until is None or day < until) for since, until in world.pacts.get(country, ())))


COMPUTED: Mapping[str, Value] = {"treaty": _pact, "region": _allies_in_region}
"""The functions of features that are computed without a series, by `how` of the indicator."""


@cache
def _value(row: FeatureRow) -> Value:
    """Return the function from (world, country, year of the figure) to the transformed number; None without one."""
    how = use(row.indicator).how
    return COMPUTED[how] if how else partial(_measured, row)


def loaded(world: World) -> tuple[str, ...]:
    """Return the ids of the features for which this world has figures, in the order of `indicators.toml`."""
    return tuple(name for name, row in features().items() if use(row.indicator).how or world.has(row.indicator))


class Carried(TypedDict):
    """The number of countries whose figure of a feature is some years older than it should be."""

    feature: str
    years_older: int
    countries: int


@dataclass(frozen=True, slots=True)
class Known:
    """The known features of some countries for a forecast of one year.

    `values` is countries by features (NaN where missing). `ages` is how many years older than wanted each figure is
    (0 where it is not carried).
    """

    countries: tuple[str, ...]
    features: tuple[str, ...]
    values: Floats
    ages: Floats

    def column(self, name: str) -> Floats:
        """Return the values of one feature."""
        return self.values[:, self.features.index(name)]

    def carried(self) -> list[Carried]:
        """Return the carried figures: per feature and age in years, the number of countries."""
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
    """Return the countries without a figure, by column name; columns without a missing figure are left out."""
    gone = {name: np.flatnonzero(np.isnan(values[:, column])).tolist() for column, name in enumerate(names)}
    return {name: [countries[row] for row in rows] for name, rows in gone.items() if len(rows)}


def known_before(
    world: World, year: int, countries: Sequence[str], names: Sequence[str], lag: int = 1, carry: int = CARRY
) -> Known:
    """Return the figures that a forecast for `year` may use: those of `year - lag`, or up to `carry` years older.

    A figure that was withheld as wrong counts as missing, even if there are older figures.
    """
    values = np.full((len(countries), len(names)), np.nan)
    ages = np.zeros(values.shape)
    for column, name in enumerate(names):
        found = [latest(features()[name], world, country, year - lag, carry) for country in countries]
        values[:, column], ages[:, column] = np.array(found).reshape(-1, 2).T
    return Known(tuple(countries), tuple(names), values, ages)


def of_indicator(indicator: str) -> FeatureRow:
    """Return a feature whose values are an indicator's figures, not transformed."""
    return FeatureRow(indicator, 0, indicator, indicator, "", "plain", "", 0)


def latest(one: FeatureRow, world: World, country: str, year: int, carry: int = CARRY) -> tuple[float, float]:
    """Return a country's value for a year, or for up to `carry` years earlier, and how many years earlier it is.

    The value is NaN (and the age 0) where there is none, or where the next figure was withheld as wrong.
    """
    for age in range(carry + 1):
        if (found := _value(one)(world, country, year - age)) is not None:
            return found, float(age)
        if world.withholds(one.indicator, country, year - age):
            break
    return float("nan"), 0.0


def standardized(values: Floats) -> Floats:
    """Return z-scores per column over the rows that have a figure; NaN stays NaN, a constant column becomes 0."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a column without any figure stays NaN
        mean, spread = np.nanmean(values, axis=0), np.nanstd(values, axis=0)
    return np.asarray((values - mean) / np.where(spread > 0, spread, 1.0))


def filled(values: Floats) -> Floats:
    """Return z-scores per column with the column's median in place of NaN, for fitted models only."""
    scores = standardized(values)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        middle = np.nanmedian(scores, axis=0)
    return np.where(np.isnan(scores), np.nan_to_num(middle), scores)
