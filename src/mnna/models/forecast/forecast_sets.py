"""The input of forecasts: the countries at risk on a day, with their figures of the year before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

import numpy as np

from mnna.models.forecast import features, risk_set
from mnna.models.forecast.features import Known
from mnna.models.forecast.risk_set import FIRST_TESTED, Dating, Event
from mnna.models.panel import World
from mnna.models.tidy import Floats
from mnna.series.uses import CARRY, forecast

FIRST_TRAINED = 1986  # figures begin in 1985, the first listings under title 10 are of 1987


@dataclass(frozen=True, slots=True)
class Choices:
    """The settings of a history.

    `dating` says which day counts as the event, `lag` how many years old the figures are, `carry` how many years older
    they may be. Countries with less population than the floor, and those in `without` (for leave-one-out), are left
    out; with `screen` also those that the law bars on the day.
    """

    dating: Dating = "announced"
    lag: int = 1
    population_floor: float = 0.0
    without: tuple[str, ...] = ()
    carry: int = CARRY
    screen: bool = True


@dataclass(frozen=True, eq=False)
class ForecastSet:
    """All countries at risk on a day, their known figures, and which were named (`named` is 0 or 1 per country)."""

    on: date
    known: Known
    named: Floats

    @property
    def countries(self) -> tuple[str, ...]:
        """The codes of the countries at risk."""
        return self.known.countries

    @cached_property
    def filled(self) -> Floats:
        """The z-scores over the countries of this set, countries by features, with the median in place of NaN."""
        return features.filled(self.known.values)

    @cached_property
    def standardized(self) -> Floats:
        """The z-scores over the countries of this set, countries by features, NaN where missing."""
        return features.standardized(self.known.values)

    def design(self, names: Sequence[str]) -> Floats:
        """Return the filled z-scores of the named features, countries by features."""
        return self.filled[:, [self.known.features.index(name) for name in names]]

    def z(self, name: str) -> Floats:
        """Return the z-scores of one feature, NaN where missing."""
        return self.standardized[:, self.known.features.index(name)]


@dataclass(frozen=True, eq=False)
class History:
    """All data that a back-test up to the day `on` may use.

    `years` has the countries at risk on 1 January of each year. `tested` has each tested event with the countries at
    risk on its day, without other countries named in the same year.
    """

    world: World
    on: date
    choices: Choices
    events: tuple[Event, ...]
    years: Mapping[int, ForecastSet]
    tested: tuple[tuple[Event, ForecastSet], ...]

    def before(self, year: int, names: Sequence[str]) -> tuple[Floats, Floats, list[int]]:
        """Return three values for all years before `year`: the design, `named` per row, and the year of each row."""
        used = [field for y, field in self.years.items() if y < year]
        design = np.vstack([field.design(names) for field in used])
        labels = [field.on.year for field in used for _ in field.countries]
        return design, np.concatenate([field.named for field in used]), labels


@lru_cache(maxsize=8)
def history(world: World, on: date, choices: Choices = Choices(), only: tuple[str, ...] | None = None) -> History:
    """Return the history up to and including a day; nothing later is used.

    With `only`, it has just those features and no `years`, which is enough for a rule that needs no fitting.
    """
    names, first = (features.loaded(world), FIRST_TRAINED) if only is None else (only, on.year + 1)
    past = tuple(e for e in risk_set.events(world, choices.dating) if e.on <= on and e.country not in choices.without)
    years = {y: _field(world, date(y, 1, 1), names, choices, past) for y in range(first, on.year + 1)}
    tested = (e for e in past if e.tested and e.year >= FIRST_TESTED)
    found = tuple((e, _field(world, e.on, names, choices, past, e)) for e in tested)
    return History(world, on, choices, past, years, found)


def today(world: World, on: date, choices: Choices = Choices(), names: tuple[str, ...] | None = None) -> ForecastSet:
    """Return the countries that could be named next on a day; those named on that day are left out.

    `names` are the features to include, all loaded features where None.
    """
    gone = {e.country for e in risk_set.events(world, choices.dating) if e.on <= on}
    return _build(world, on, features.loaded(world) if names is None else names, choices, gone, frozenset())


def _field(
    world: World, on: date, names: Sequence[str], choices: Choices, past: Sequence[Event], event: Event | None = None
) -> ForecastSet:
    """Return the countries at risk on a day; with `event`, others named in the same year are left out."""
    same_year = {e.country for e in past if e.year == on.year}
    if event is None:
        return _build(world, on, names, choices, set(), frozenset(same_year))
    return _build(world, on, names, choices, same_year - {event.country}, frozenset({event.country}))


def _build(
    world: World, on: date, names: Sequence[str], choices: Choices, out: set[str], named: frozenset[str]
) -> ForecastSet:
    excluded = out | set(choices.without)
    codes = [c for c in risk_set.at_risk(world, on, choices.dating) if c not in excluded]
    if choices.screen:
        codes = [c for c in codes if c in named or not world.barred(c, on)]
    if choices.population_floor:
        size = forecast().size
        people = features.known_before(world, on.year, codes, (size,), choices.lag, choices.carry)
        large = np.exp(people.column(size)) >= choices.population_floor
        codes = [c for c, is_large in zip(codes, large, strict=True) if is_large or c in named]
    known = features.known_before(world, on.year, codes, names, choices.lag, choices.carry)
    return ForecastSet(on, known, np.array([float(code in named) for code in codes]))
