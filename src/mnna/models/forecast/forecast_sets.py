"""The sets of countries a forecast is made over: all at risk on a day, with what was known of them the year before."""

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
from mnna.series.uses import forecast

FIRST_TRAINED = 1986  # figures begin in 1985, the first listings under title 10 are of 1987


@dataclass(frozen=True, slots=True)
class Choices:
    """How the history is set up: dating of the events, lag of the figures in years, a floor on population, countries
    left out (for leave-one-out), how many years a figure may be carried, and whether countries that the law bars on the
    day are left out (`screen`)."""

    dating: Dating = "announced"
    lag: int = 1
    population_floor: float = 0.0
    without: tuple[str, ...] = ()
    carry: int = features.CARRY
    screen: bool = True


@dataclass(frozen=True, eq=False)
class ForecastSet:
    """All countries at risk on a day, what was known of them, and which were named (`named` is 0 or 1 per country)."""

    on: date
    known: Known
    named: Floats

    @property
    def countries(self) -> tuple[str, ...]:
        """The codes at risk."""
        return self.known.countries

    @cached_property
    def filled(self) -> Floats:
        """z-scores within the field, the middle in place of what is missing."""
        return features.filled(self.known.values)

    @cached_property
    def standardized(self) -> Floats:
        """z-scores within the field, NaN where missing."""
        return features.standardized(self.known.values)

    def design(self, names: Sequence[str]) -> Floats:
        """Return the filled z-scores of some features."""
        return self.filled[:, [self.known.features.index(name) for name in names]]

    def z(self, name: str) -> Floats:
        """Return the z-scores of one feature, NaN where missing."""
        return self.standardized[:, self.known.features.index(name)]


@dataclass(frozen=True, eq=False)
class History:
    """All that a back-test up to a day may look at: a field for each year (everyone at risk on 1 January) and one for
    each tested event (everyone at risk that day, co-designees of the year taken out)."""

    world: World
    on: date
    choices: Choices
    events: tuple[Event, ...]
    years: Mapping[int, ForecastSet]
    tested: tuple[tuple[Event, ForecastSet], ...]

    def before(self, year: int, names: Sequence[str]) -> tuple[Floats, Floats, list[int]]:
        """Return the rows of all years before one: design, named, and the year of each row."""
        used = [field for y, field in self.years.items() if y < year]
        design = np.vstack([field.design(names) for field in used])
        labels = [field.on.year for field in used for _ in field.countries]
        return design, np.concatenate([field.named for field in used]), labels


@lru_cache(maxsize=8)
def history(world: World, on: date, choices: Choices = Choices(), only: tuple[str, ...] | None = None) -> History:
    """Return the history up to and including a day; nothing later is used.

    With `only` some features it has no years, which is enough for a rule that is fitted to nothing.
    """
    names, first = (features.loaded(world), FIRST_TRAINED) if only is None else (only, on.year + 1)
    past = tuple(e for e in risk_set.events(world, choices.dating) if e.on <= on and e.country not in choices.without)
    years = {y: _field(world, date(y, 1, 1), names, choices, past) for y in range(first, on.year + 1)}
    tested = (e for e in past if e.tested and e.year >= FIRST_TESTED)
    found = tuple((e, _field(world, e.on, names, choices, past, e)) for e in tested)
    return History(world, on, choices, past, years, found)


def today(world: World, on: date, choices: Choices = Choices(), names: tuple[str, ...] | None = None) -> ForecastSet:
    """Return the countries that could be named next on a day; those named on that day are left out.

    `names` are the features to look at, all that are loaded where None.
    """
    gone = {e.country for e in risk_set.events(world, choices.dating) if e.on <= on}
    return _build(world, on, features.loaded(world) if names is None else names, choices, gone, frozenset())


def _field(
    world: World, on: date, names: Sequence[str], choices: Choices, past: Sequence[Event], event: Event | None = None
) -> ForecastSet:
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
