"""One country's rank by the declared rule, the range of its rank under other choices, and a word for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from statistics import median

import numpy as np

from mnna.models.forecast import declared_rule, in_words
from mnna.models.forecast.declared_rule import Placing, missed, origin, placings
from mnna.models.forecast.forecast_sets import Choices, ForecastSet, History, history, today
from mnna.models.forecast.resemblance import Miss, Placed, Resemblance, numbered
from mnna.models.panel import World
from mnna.series.uses import features

CHOICES = (Choices(), Choices(lag=2), Choices(carry=0), Choices(population_floor=5e5))
"""Figures of the year before (the rule); of two years before; none carried; only countries of half a million people."""


def placed(world: World, on: date, country: str) -> Placed | None:
    """Return a country's rank by the declared rule on a day, among countries that the law does not bar.

    None for a country that could not be named that day, and for a day before the first designation by a President.
    """
    past, names = _past(world, on), declared_rule.declared(world)
    if not past.tested or country not in _today(world, on, replace(CHOICES[0], screen=False)).countries:
        return None
    tested, left = _tested(world, on), world.barred(country, on)
    rank, *others = (_rank(world, on, country, choices) for choices in CHOICES)
    known = [one for one in (rank, *others) if one is not None]
    middle, worst = median(one.rank for one in tested), max(one.rank for one in tested)
    return Placed(
        rank=rank,
        at_risk=len(_today(world, on, CHOICES[0]).countries),
        left_out=left or None,
        low=min(known, default=None),
        high=max(known, default=None),
        resembles=None if rank is None else resemblance(rank, middle, worst),
        median_rank=middle,
        worst_rank=worst,
        designees=len(tested),
        misses=tuple(Miss(one.country, one.year, one.rank) for one in missed(tested)),
        rule=names,
        source="; ".join(dict.fromkeys(world.sources[features()[name].indicator] for name in names)),
        out_of_sample=origin(past).out_of_sample,
    )


def when_named(world: World, on: date, country: str) -> str:
    """Return a sentence on a past designee's rank on the day it was named; empty for any other country."""
    told = [one for one in _tested(world, on) if one.country == country]
    rule = in_words.looked_at(declared_rule.declared(world))
    return "".join(f" When it was named, it was {numbered(one.rank)} of {one.at_risk} by {rule}." for one in told)


@lru_cache(maxsize=4)
def _tested(world: World, on: date) -> tuple[Placing, ...]:
    """Return the rank by the rule of each past designee, up to a day, on the day it was named."""
    return placings(_past(world, on), declared_rule.ruled(declared_rule.declared(world)))


def _past(world: World, on: date) -> History:
    return history(world, on, only=declared_rule.declared(world))


@lru_cache(maxsize=16)
def _today(world: World, on: date, choices: Choices) -> ForecastSet:
    """Return the countries at risk on a day with only the features of the rule, which is all that ranks need."""
    return today(world, on, choices, declared_rule.declared(world))


def resemblance(rank: float, median: float, worst: float) -> Resemblance:
    """Return the word for a rank, given the median and the worst rank of past designees on the days they were named."""
    return "strongly" if rank <= median else "somewhat" if rank <= worst else "little"


def _rank(world: World, on: date, country: str, choices: Choices) -> float | None:
    """Return a country's rank under some choices; None where it has no figure or is not ranked under them."""
    found = _today(world, on, choices)
    if country not in found.countries:
        return None
    scores = declared_rule.ruled(declared_rule.declared(world))(found)
    where = found.countries.index(country)
    return None if np.isnan(scores[where]) else float(declared_rule.ranks(scores)[where])
