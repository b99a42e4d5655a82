"""The explanation of one country's rank: its features, their percentiles, and past designees' percentiles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from mnna.errors import BadQuestion
from mnna.models.forecast import declared_rule, in_words, risk_set
from mnna.models.forecast.calibration import Frequency
from mnna.models.forecast.forecast_sets import ForecastSet, History
from mnna.models.tidy import Floats
from mnna.registry.countries import the
from mnna.sentences import capital
from mnna.series.uses import features


class Trait(NamedTuple):
    """One feature of a country: its transformed `value`, and its `percentile` (0 to 1) among the countries at risk now.

    `designees_lowest` and `designees_median` are past designees' percentiles, each on the day it was named.
    `designees_below` of the `designees` with a figure had a lower percentile than this country. `in_rule` says whether
    the rule uses the feature, `of_year` the year of the figure.
    """

    feature: str
    says: str
    value: float | None
    of_year: int | None
    percentile: float | None
    designees_lowest: float | None
    designees_median: float | None
    designees_below: int
    designees: int
    in_rule: bool


class Explained(NamedTuple):
    """A country's rank, the years it was in the first ten, its features, and how often such a rank led to a naming."""

    country: str
    rank: float | None
    top10_years: tuple[int, ...]
    traits: tuple[Trait, ...]
    frequency: str
    reading: str

    @property
    def seen(self) -> bool:
        """Whether it has every figure that the rule looks at; without one it shares the last places."""
        return not any(one.in_rule and one.value is not None and np.isnan(one.value) for one in self.traits)


def percentile(values: Floats, place: int) -> float:
    """Return the share of other countries' values below the one at index `place`; a tie counts one half.

    NaN where that country has no value, or no other country has one.
    """
    own = values[place]
    others = np.delete(values, place)
    others = others[~np.isnan(others)]
    if np.isnan(own) or not len(others):
        return float("nan")
    return float(((others < own) + 0.5 * (others == own)).mean())


def explain(
    past: History,
    field: ForecastSet,
    country: str,
    rank: float | None,
    years: Sequence[int],
    frequencies: Sequence[Frequency],
) -> Explained:
    """Return the explanation of a country's rank; raises `BadQuestion` for a country that is not an actor.

    `years` are those in which it was in the first ten. Without a rank (None) the reading says why.
    """
    if country not in past.world.actors:
        raise BadQuestion(f"the rank of {country}", "it is not a sovereign state that could be designated", (), "")
    name = the(past.world.name(country))
    if rank is None:
        return Explained(country, None, tuple(years), (), "", f"{capital(name)} is {_unranked(past, country)}.")
    traits = tuple(_trait(past, field, country, one) for one in field.known.features)
    band = next(one for one in frequencies if one.best - 0.5 < rank <= one.worst + 0.5)
    found = Explained(country, rank, tuple(years), traits, band.says, "")
    return found._replace(reading=_reading(past, name, found, len(field.countries), band))


def _unranked(past: History, country: str) -> str:
    """Return, as a part of a sentence, why a country has no rank."""
    if why := risk_set.why_not(past.world, country, past.on, past.choices.dating):
        return f"not ranked: {why}"
    if why := past.world.barred(country, past.on):
        return f"left out of the ranking: {why}"
    return "not ranked: it was named that day"


def _trait(past: History, field: ForecastSet, country: str, name: str) -> Trait:
    place = field.countries.index(country)
    own = percentile(field.known.column(name), place)
    then = [percentile(f.known.column(name), f.countries.index(e.country)) for e, f in past.tested]
    known = np.array([one for one in then if not np.isnan(one)])
    value, says = float(field.known.column(name)[place]), features()[name].says
    age = int(field.known.ages[place, field.known.features.index(name)])
    lowest, middle = (float(known.min()), float(np.median(known))) if len(known) else (None, None)
    of_year = None if np.isnan(value) else field.on.year - past.choices.lag - age
    below, in_rule = int((known < own).sum()), name in declared_rule.declared(past.world)
    return Trait(name, says, value, of_year, own, lowest, middle, below, len(known), in_rule)


def _reading(past: History, name: str, found: Explained, size: int, band: Frequency) -> str:
    by, years = in_words.looked_at([one.feature for one in found.traits if one.in_rule]), found.top10_years
    asked = f"The question is how closely {name} resembles past designees, judged by {by}."
    place = f"{capital(name)} ranks {found.rank:g} of {size}; 1 is the closest. {band.says}"
    if not found.seen:
        place = f"There is no such figure for it, so it shares the last of {size} places, and the rank says nothing."
    if not years:
        return f"{asked} {place} It was not among the first ten in any year since 1996. {in_words.CHANGES}"
    span = f"{years[0]}" if len(years) == 1 else f"{years[0]} to {years[-1]}"
    return (
        f"{asked} {place} It stood among the first ten in {len(years)} of {past.on.year - 1995} years ({span}) without "
        f"being named by then. {_necessary(found.traits)} {in_words.CHANGES}"
    )


def _necessary(traits: Sequence[Trait]) -> str:
    """Return sentences on the lowest percentile of any designee in each feature of the rule."""
    floors = [
        f"{100 * one.designees_lowest:.0f}% of the others in {features()[one.feature].name}"
        for one in traits
        if one.in_rule and one.designees_lowest is not None
    ]
    if not floors:
        return "Many that stand high were never named."
    return f"Every designee with figures ranked above {' and '.join(floors)}. Many that rank so high were never named."
