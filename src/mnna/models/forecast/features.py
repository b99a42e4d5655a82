"""What was known of each country the year before, as one matrix per year.

A figure is of the year `lag` years before; where there is none, one up to `CARRY` years older may stand in, and every
such stand-in is counted and named in the answer (nothing is carried silently). Nothing stands in for a figure that was
withheld as wrong: Iraq's 0 troops of 2002 say nothing of the war years that the source leaves out. What is still
missing stays missing: a country without figure ranks behind all that have one, and fitted models see the middle of the
year's field instead.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import numpy as np

from mnna.errors import UnknownWord
from mnna.models.forecast.risk_set import named_on
from mnna.models.panel import World
from mnna.models.tidy import Floats

CARRY = 4
ARMS_YEARS = 5


@dataclass(frozen=True, slots=True)
class Feature:
    """A predictor: its id, its plain name, what it is, the indicator it is made of and the way it is measured.

    `value` gives the number for (world, country, year of the figure), None where there is no figure.
    """

    id: str
    name: str
    says: str
    indicator: str
    value: Callable[[World, str, int], float | None]


def _figure(indicator: str, world: World, country: str, year: int) -> float | None:
    return world.figures.get(indicator, {}).get((country, year))


def _log(indicator: str, plus: float, world: World, country: str, year: int) -> float | None:
    found = _figure(indicator, world, country, year)
    return None if found is None or found + plus <= 0 else float(np.log(found + plus))


def _arms(world: World, country: str, year: int) -> float | None:
    """log(1 + deliveries of the five years to `year`); None unless all five years are inside the user's table."""
    found = [_figure("us_arms_tiv", world, country, year - back) for back in range(ARMS_YEARS)]
    return None if None in found else float(np.log1p(sum(one for one in found if one is not None)))


def _aid(world: World, country: str, year: int) -> float | None:
    found = _figure("us_aid_total_obligations_constant_usd", world, country, year)
    return None if found is None else float(np.arcsinh(found / 1e6))  # deobligations make some years negative


def _closeness(world: World, country: str, year: int) -> float | None:
    found = _figure("unga_distance_usa", world, country, year)
    return None if found is None else -found


def _wealth(world: World, country: str, year: int) -> float | None:
    gdp, people = _figure("gdp_current_usd", world, country, year), _figure("population", world, country, year)
    return float(np.log(gdp / people)) if gdp and people else None


def _neighbours(world: World, country: str, year: int) -> float | None:
    region = world.actors[country].region
    return float(
        sum(
            named_on(one, "announced").year <= year
            for code, one in world.namings.items()
            if code != country and code in world.actors and world.actors[code].region == region
        )
    )


def _pact(world: World, country: str, year: int) -> float | None:
    day = date(year, 12, 31)
    return float(any(since <= day and (until is None or day < until) for since, until in world.pacts.get(country, ())))


def _nearness(world: World, country: str, year: int) -> float | None:
    found = _figure("dist_washington_km", world, country, world.last_years.get("dist_washington_km", year))
    return -float(np.log(found)) if found else None


FEATURES: tuple[Feature, ...] = (
    Feature(
        "us_troops",
        "US troops",
        "log of 1 + US active-duty troops in the country",
        "us_troops_active_duty",
        partial(_log, "us_troops_active_duty", 1.0),
    ),
    Feature(
        "us_arms",
        "US arms, five years",
        "log of 1 + US arms deliveries of five years (SIPRI, the user's own table)",
        "us_arms_tiv",
        _arms,
    ),
    Feature("gdp", "GDP", "log of GDP in current dollars", "gdp_current_usd", partial(_log, "gdp_current_usd", 0.0)),
    Feature("population", "population", "log of population", "population", partial(_log, "population", 0.0)),
    Feature("gdp_per_person", "GDP per person", "log of GDP per person", "gdp_current_usd", _wealth),
    Feature(
        "us_trade",
        "trade with the US",
        "log of 1 + goods trade with the US, million dollars",
        "us_goods_trade_total",
        partial(_log, "us_goods_trade_total", 1.0),
    ),
    Feature(
        "us_aid",
        "US aid",
        "asinh of US aid obligations, million constant dollars",
        "us_aid_total_obligations_constant_usd",
        _aid,
    ),
    Feature(
        "un_closeness",
        "closeness in UN votes",
        "closeness to the US in UN votes (minus the ideal-point distance)",
        "unga_distance_usa",
        _closeness,
    ),
    Feature(
        "democracy",
        "democracy",
        "V-Dem electoral democracy index",
        "vdem_polyarchy",
        partial(_figure, "vdem_polyarchy"),
    ),
    Feature(
        "civil_war",
        "civil war",
        "intensity of civil conflict, 0 to 2",
        "civil_conflict_intensity",
        partial(_figure, "civil_conflict_intensity"),
    ),
    Feature("defense_pact", "defense treaty", "a defense treaty with the US in force", "", _pact),
    Feature("region_allies", "allies in its region", "other major non-NATO allies in its region", "", _neighbours),
    Feature(
        "nearness",
        "nearness to Washington",
        "minus log distance of its capital from Washington",
        "dist_washington_km",
        _nearness,
    ),
)
BY_ID = {feature.id: feature for feature in FEATURES}


def feature(name: str) -> Feature:
    """The feature of that id; raises `UnknownWord` naming those there are."""
    if name not in BY_ID:
        raise UnknownWord(f"the feature {name!r}", "there is none of that id", tuple(BY_ID), "")
    return BY_ID[name]


def loaded(world: World) -> tuple[str, ...]:
    """The ids of the features there are figures for here, in the fixed order of `FEATURES`."""
    return tuple(one.id for one in FEATURES if not one.indicator or world.has(one.indicator))


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
        """The values of one feature."""
        return self.values[:, self.features.index(name)]

    def carried(self) -> list[dict[str, object]]:
        """Which figures are older than they should be: per feature and age, how many countries."""
        found = []
        for place, name in enumerate(self.features):
            for age in sorted({int(a) for a in self.ages[:, place] if a > 0}):
                count = int(np.sum(self.ages[:, place] == age))
                found.append({"feature": name, "years_older": age, "countries": count})
        return found

    def missing(self) -> dict[str, list[str]]:
        """The countries without any figure, by feature."""
        gone = {name: np.isnan(self.values[:, i]) for i, name in enumerate(self.features)}
        return {n: [c for c, out in zip(self.countries, m, strict=True) if out] for n, m in gone.items() if m.any()}


def known_before(
    world: World, year: int, countries: Sequence[str], names: Sequence[str], lag: int = 1, carry: int = CARRY
) -> Known:
    """What was known for `year`, that is figures of `year - lag`, or up to `carry` years older where there are none.

    A figure that was withheld as wrong is missing, whatever older ones there are.
    """
    values = np.full((len(countries), len(names)), np.nan)
    ages = np.zeros(values.shape)
    for column, one in enumerate(feature(name) for name in names):
        for row, country in enumerate(countries):
            values[row, column], ages[row, column] = _latest(one, world, country, year - lag, carry)
    return Known(year, tuple(countries), tuple(names), values, ages)


def _latest(one: Feature, world: World, country: str, year: int, carry: int) -> tuple[float, float]:
    for age in range(carry + 1):
        if (found := one.value(world, country, year - age)) is not None:
            return found, float(age)
        if world.withholds(one.indicator, country, year - age):
            break
    return float("nan"), 0.0


def standardised(values: Floats) -> Floats:
    """z-scores per column over the rows that have a figure; NaN stays NaN, a constant column becomes 0."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a column without any figure stays NaN
        mean, spread = np.nanmean(values, axis=0), np.nanstd(values, axis=0)
    return np.asarray((values - mean) / np.where(spread > 0, spread, 1.0))


def filled(values: Floats) -> Floats:
    """z-scores with the year's median in place of what is missing, for fitted models only."""
    scores = standardised(values)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        middle = np.nanmedian(scores, axis=0)
    return np.where(np.isnan(scores), np.nan_to_num(middle), scores)
