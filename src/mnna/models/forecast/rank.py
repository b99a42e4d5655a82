"""`rank`: which countries the declared rule ranks next, with its test, and the explanation of one country's rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import lru_cache
from typing import Any, ClassVar, NamedTuple

import numpy as np

from mnna.dates import spoken
from mnna.engine.record import HIDDEN, Record, described, passed_on
from mnna.errors import BadDate, BadQuestion
from mnna.models.answer import ModelAnswer, count
from mnna.models.forecast import backtest, calibration, declared_rule, in_words, risk_set
from mnna.models.forecast.backtest import Backtest, NeverNamed, Score
from mnna.models.forecast.calibration import Forecasts, Frequency, When
from mnna.models.forecast.declared_rule import LeftOut, Origin, origin
from mnna.models.forecast.features import Carried
from mnna.models.forecast.forecast_sets import Choices, ForecastSet, History, history, today
from mnna.models.forecast.meetings import Calendar, calendar
from mnna.models.forecast.prospective import Prospect, prospects
from mnna.models.forecast.versions import WHY_HEADLINE, Version, versions
from mnna.models.panel import World, as_code
from mnna.models.tidy import Floats
from mnna.registry.countries import the
from mnna.registry.readings import question_day
from mnna.sentences import capital
from mnna.series.uses import features

FIRST_DAY = date(1997, 1, 1)
CAUTIONS = (
    "The ranking says who resembles past designees in military ties. It does not say that anyone will be named, or "
    "when. The data know nothing of what a government wants.",
    "Figures for earlier years are today's revised ones, not those published at the time.",
    "A country without figures for the rule ranks behind all that have them.",
    "A country that was named once leaves the list for good. So does Afghanistan, whose status has ended.",
    "Troop counts are of personnel assigned to a country. Forces deployed to Afghanistan (2002-2005), to Iraq and "
    "Kuwait (2003-2007) and to Iraq and Syria (from 2018) were not reported by country. Those years are missing here, "
    "not zero. No older count stands in for them.",
)


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


@dataclass(frozen=True, slots=True, repr=False)
class Ranked(Record):
    """A country that could be named, and its rank."""

    country: str
    rank: float = field(metadata=described("Its rank; halves are ties."))
    score: float | None = field(metadata=described("Its mean z-score; null without figures."))
    years_in_top10: tuple[int, ...] = field(
        metadata=described("How many years since 1996 it stood among the first ten on 1 January.", of=count)
    )

    top10_years: ClassVar[tuple[int, ...]] = passed_on("years_in_top10", "Those years.")


def _tested(score: Score) -> Backtest:
    return Backtest(**_values(score))


def _values(found: Any) -> dict[str, Any]:
    return {one.name: getattr(found, one.name) for one in fields(found)}


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Ranking(ModelAnswer):
    """Which countries a rule ranks next, with the back-test of the rule, its rivals and its limits."""

    on: date
    event: str
    rule: tuple[str, ...] = field(metadata=described("The features of the declared rule."))
    reading: str
    ranking: tuple[Ranked, ...]
    backtest: Score = field(metadata=described("How the rule did.", of=_tested))
    rivals: tuple[Score, ...]
    never_named: tuple[NeverNamed, ...]
    when: When
    frequencies: tuple[Frequency, ...]
    forecasts: tuple[Forecasts, ...]
    origin: Origin
    versions: tuple[Version, ...]
    why_headline: str
    left_out: tuple[LeftOut, ...]
    prospective: tuple[Prospect, ...]
    calendar: Calendar
    sensitivity: tuple[Score, ...]
    carried: tuple[Carried, ...]
    missing: dict[str, list[str]]
    sources: dict[str, str]
    own_facts: tuple[str, ...]
    cautions: tuple[str, ...] = CAUTIONS
    country: Explained | None = field(default=None, metadata=HIDDEN)

    def summary(self) -> str:
        """Return the day, the number of countries and the first five."""
        first = ", ".join(one.country for one in self.ranking[:5])
        return f"on {self.on}, {len(self.ranking)} countries, first {first}, median rank {self.backtest.median_rank:g}"


def _own(found: Explained | None) -> Explained:
    assert found is not None
    return found


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class RankingOfCountry(Ranking):
    """A ranking with an explanation of one country."""

    country: Explained | None = field(default=None, metadata=described("The country that was asked about.", of=_own))


def rank(
    on: date | str | None = None, event: str = "announced", country: str | None = None, *, world: World
) -> Ranking:
    """Return the ranking of a day, as `models.api.rank`; there are no designations before 1997 to test it on.

    It uses only figures of years before the day and designations up to the day.
    """
    day = question_day(on)
    if day < FIRST_DAY:
        wrong = "no President had designated anyone long enough before"
        raise BadDate(f"the ranking on {spoken(day)}", wrong, (), f"Ask for {FIRST_DAY.isoformat()} or later.")
    found = _general(world, day, Choices(risk_set.check(event)))
    return found if country is None else _with_country(found, world, as_code(world, country))


def _with_country(found: Ranking, world: World, country: str) -> Ranking:
    choices = Choices(risk_set.check(found.event))
    past, field = _parts(world, found.on, choices)
    places = {one.country: one for one in found.ranking}
    rank, years = (places[country].rank, places[country].years_in_top10) if country in places else (None, ())
    said = explain(past, field, country, rank, years, found.frequencies)
    return RankingOfCountry(**_values(found) | {"country": said})


@lru_cache(maxsize=16)
def _parts(world: World, on: date, choices: Choices) -> tuple[History, ForecastSet]:
    return history(world, on, choices), today(world, on, choices)


@lru_cache(maxsize=16)
def _general(world: World, on: date, choices: Choices) -> Ranking:
    past, field = _parts(world, on, choices)
    names = declared_rule.declared(world)
    years = backtest.top_ten_years(past)
    ranking = _order(field, declared_rule.ruled(names)(field), years)
    score = backtest.score_rule(past)
    never, left = tuple(backtest.never_named(past, years)), _left_out(world, on, choices, names)
    since, first = origin(past), [one.country for one in ranking[:5]]
    return Ranking(
        on=on,
        event=choices.dating,
        rule=names,
        ranking=ranking,
        backtest=score,
        rivals=backtest.all_rivals(past),
        sensitivity=tuple(backtest.sensitivity(past)),
        never_named=never,
        when=calibration.when(past),
        frequencies=calibration.frequencies(past),
        forecasts=calibration.forecasts(past),
        origin=since,
        versions=versions(past),
        why_headline=WHY_HEADLINE,
        left_out=left,
        prospective=prospects(world, on),
        calendar=calendar(past),
        carried=tuple(row for row in field.known.carried() if row["feature"] in names),
        missing={name: codes for name, codes in field.known.missing().items() if name in names},
        sources={name: world.sources.get(features()[name].indicator, "") for name in names},
        reading=in_words.reading(names, first, len(ranking), score, never, left, since.out_of_sample),
        own_facts=world.own,
    )


def _order(field: ForecastSet, scores: Any, years: dict[str, list[int]]) -> tuple[Ranked, ...]:
    rows = zip(field.countries, declared_rule.ranks(scores), scores, strict=True)
    found = [Ranked(c, float(r), None if np.isnan(s) else float(s), tuple(years.get(c, ()))) for c, r, s in rows]
    return tuple(sorted(found, key=lambda one: (one.rank, one.country)))


def _left_out(world: World, on: date, choices: Choices, names: tuple[str, ...]) -> tuple[LeftOut, ...]:
    """Return the countries that the screen leaves out, in order of the rank they would have."""
    whole = today(world, on, replace(choices, screen=False))
    places = zip(whole.countries, declared_rule.ranks(declared_rule.ruled(names)(whole)), strict=True)
    found = [LeftOut(code, float(place), why) for code, place in places if (why := world.barred(code, on))]
    return tuple(sorted(found, key=lambda one: (one.rank, one.country)))
