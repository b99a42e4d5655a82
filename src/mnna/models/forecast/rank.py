"""`rank`: which countries the declared rule ranks next; it was chosen when the designations that test it were known."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import lru_cache
from typing import Any, ClassVar

import numpy as np

from mnna.dates import spoken
from mnna.engine.record import HIDDEN, Record, described, passed_on
from mnna.errors import BadDate
from mnna.models.answer import ModelAnswer, count
from mnna.models.forecast import backtest, calibration, declared_rule, in_words, risk_set
from mnna.models.forecast.backtest import Backtest, NeverNamed, Score
from mnna.models.forecast.calibration import Forecasts, Frequency, When
from mnna.models.forecast.declared_rule import LeftOut, Origin, origin
from mnna.models.forecast.explain import Explained, explain
from mnna.models.forecast.features import Carried
from mnna.models.forecast.forecast_sets import Choices, ForecastSet, History, history, today
from mnna.models.forecast.meetings import Calendar, calendar
from mnna.models.forecast.prospective import Prospect, prospects
from mnna.models.forecast.versions import WHY_HEADLINE, Version, versions
from mnna.models.panel import World, as_code
from mnna.registry.readings import question_day
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
