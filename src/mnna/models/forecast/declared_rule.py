"""The declared rule: the mean z-score of a few features, not fitted, but chosen when past designations were known.

`indicators.toml` lists the features under `[forecast]`: US troops, and five-year US arms where the user has loaded
SIPRI's table. Unit weights beat regression where events are few (Dawes 1979; Dana and Dawes 2004); nothing is fitted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np

from mnna.engine.record import Record
from mnna.models.forecast.features import Known, standardized
from mnna.models.forecast.forecast_sets import ForecastSet, History
from mnna.models.panel import World
from mnna.models.tidy import Floats
from mnna.series.uses import features, forecast

Forecast = Callable[[ForecastSet], Floats]
"""A function that returns a score for each country of a set; a higher score means a higher place."""


def declared(world: World) -> tuple[str, ...]:
    """Return the ids of the rule's features for which this world has figures."""
    return tuple(name for name in forecast().rule if world.has(features()[name].indicator))


def leading() -> str:
    """Return the id of the rule's first feature, which every world is expected to have."""
    return forecast().rule[0]


def score(known: Known, names: Sequence[str]) -> Floats:
    """Return each country's mean z-score of the named features; a higher score means a higher place.

    A feature for which no country has a figure is left out. A country that lacks a figure for another feature gets NaN.
    """
    scores = standardized(known.values[:, [known.features.index(name) for name in names]])
    there = ~np.isnan(scores).all(axis=0)
    return scores[:, there].mean(axis=1) if there.any() else np.full(len(known.countries), np.nan)


def ruled(names: Sequence[str]) -> Forecast:
    """Return the forecast that scores countries by the mean z-score of the named features."""
    return lambda field: score(field.known, names)


def ranks(scores: Floats) -> Floats:
    """Return the rank of each score: 1 is the highest, ties share their mean rank, NaNs share the last ranks."""
    filled = np.where(np.isnan(scores), -np.inf, scores)
    ordered = np.sort(filled)
    first, last = (np.searchsorted(ordered, filled, side=side) for side in ("left", "right"))
    return len(filled) - last + (last - first + 1) / 2


class Placing(NamedTuple):
    """The `rank` of a designee among `at_risk` countries (halves are ties), `missing` of which had no score."""

    country: str
    year: int
    rank: float
    at_risk: int
    missing: int = 0


class LeftOut(NamedTuple):
    """A country that could be named but is barred: `rank` is the rank it would have, `why` the list that bars it."""

    country: str
    rank: float
    why: str


def place(field: ForecastSet, scores: Floats, country: str) -> Placing:
    """Return the rank of a country among those at risk, given their scores."""
    where = field.countries.index(country)
    missing = int(np.isnan(scores).sum())
    return Placing(country, field.on.year, float(ranks(scores)[where]), len(field.countries), missing)


def placings(past: History, forecast: Forecast) -> tuple[Placing, ...]:
    """Return the rank that a forecast gave each tested designee on the day it was named."""
    return tuple(place(field, forecast(field), event.country) for event, field in past.tested)


def missed(placings: Iterable[Placing]) -> tuple[Placing, ...]:
    """Return the placings of designees that did not rank among the first ten, worst first."""
    return tuple(sorted((one for one in placings if one.rank > 10), key=lambda one: -one.rank))


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
    says = (
        f"The rule was chosen in {CHOSEN:%B %Y} with {known} of these designations known, from a study that had tried "
        "others on them. So its test shows how well it fits the past. "
        f"Designations since then, which alone can test it: {since or 'none'}."
    )
    return Origin(CHOSEN.isoformat()[:7], known, since, says)
