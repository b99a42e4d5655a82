"""The rolling-origin back-test: each designee's rank on the day it was named, from figures of the year before."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, TypedDict

import numpy as np

from mnna.engine.record import HIDDEN, Record, described, passed_on
from mnna.models.answer import ends, known
from mnna.models.forecast import baselines, declared_rule
from mnna.models.forecast.declared_rule import Placing, missed, place, placings
from mnna.models.forecast.forecast_sets import History, history
from mnna.models.forecast.risk_set import DATINGS, FIRST_TESTED
from mnna.models.tidy import Floats

DRAWS = 2000
SEED = 517


@dataclass(frozen=True, slots=True, repr=False)
class Score(Record):
    """How high one forecast ranked the designees; each interval is a 95% bootstrap over designees."""

    name: str
    placings: tuple[Placing, ...] = dataclasses.field(metadata=HIDDEN)
    median_rank: float = dataclasses.field(metadata=described("The median rank of the designees.", of=known))
    auc: float = dataclasses.field(metadata=described("Mean share of rivals that ranked below a designee.", of=known))
    top10: int
    top20: int
    median_interval: tuple[float, float] = dataclasses.field(metadata=described(of=ends))
    auc_interval: tuple[float, float] = dataclasses.field(metadata=described(of=ends))
    top10_interval: tuple[float, float] = dataclasses.field(metadata=described(of=ends))
    top20_interval: tuple[float, float] = dataclasses.field(metadata=described(of=ends))
    chance_median: float = dataclasses.field(metadata=described("The median rank by chance alone.", of=known))

    @property
    def misses(self) -> tuple[Placing, ...]:
        """The designees that did not rank among the first ten, worst first."""
        return missed(self.placings)


@dataclass(frozen=True, slots=True, repr=False)
class Backtest(Score):
    """The back-test of the declared rule, with every designee and every miss."""

    designees: ClassVar[tuple[Placing, ...]] = passed_on(
        "placings", "Where each designee stood.", after="chance_median"
    )

    missed: ClassVar[tuple[Placing, ...]] = passed_on(
        "misses", "The designees that did not stand in the first ten, worst first.", name="misses"
    )


class NeverNamed(TypedDict):
    """A country that ranked in the top ten in some years and was never named."""

    country: str
    years: int
    first: int
    last: int
    in_nato_since: int | None


def scored(name: str, placings: Iterable[Placing]) -> Score:
    """Return the score of a forecast's placings; AUC is the mean over designees of the share of rivals ranked below.

    Without placings the numbers are NaN, or 0 for counts.
    """
    listed = tuple(placings)
    if not listed:
        none = (float("nan"), float("nan"))
        return Score(name, (), float("nan"), float("nan"), 0, 0, none, none, none, none, float("nan"))
    rank = np.array([one.rank for one in listed])
    field = np.array([one.at_risk for one in listed], dtype=float)
    below = (field - rank) / (field - 1)
    picks = np.random.default_rng(SEED).integers(0, len(listed), (DRAWS, len(listed)))
    return Score(
        name,
        listed,
        float(np.median(rank)),
        float(below.mean()),
        int((rank <= 10).sum()),
        int((rank <= 20).sum()),
        _middle(np.median(rank[picks], axis=1)),
        _middle(below[picks].mean(axis=1)),
        _middle((rank[picks] <= 10).sum(axis=1)),
        _middle((rank[picks] <= 20).sum(axis=1)),
        float(((field + 1) / 2).mean()),
    )


def _middle(values: Floats) -> tuple[float, float]:
    """Return the 2.5% and 97.5% quantiles."""
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)


def score_rule(past: History) -> Score:
    """Return the back-test of the declared rule."""
    names = declared_rule.declared(past.world)
    return scored(f"rule: {', '.join(names)}", placings(past, declared_rule.ruled(names)))


def all_rivals(past: History) -> tuple[Score, ...]:
    """Return the back-test of every rival forecast: fitted models, then simple rivals, then chance."""
    naive = baselines.naive(past).items()
    simple = [scored(name, placings(past, forecast)) for name, forecast in naive]
    chance = [Placing(e.country, e.year, (len(f.countries) + 1) / 2, len(f.countries)) for e, f in past.tested]
    ten, twenty = (round(sum(top / one.at_risk for one in chance)) for top in (10, 20))
    return (*_fitted(past), *simple, replace(scored("chance", chance), top10=ten, top20=twenty))


def _fitted(past: History) -> list[Score]:
    placings: dict[str, list[Placing]] = {}
    for year in sorted({event.year for event, _ in past.tested}):
        for title, fit in baselines.fitted(past, year).items():
            model = fit()
            for event, field in past.tested:
                if event.year == year:
                    scores = baselines.applied(model, field, baselines.names_of(title))
                    placings.setdefault(title, []).append(place(field, scores, event.country))
    return [scored(title, listed) for title, listed in placings.items()]


def yearly_ranks(past: History) -> Iterator[tuple[int, str, float]]:
    """Yield (year, country, rank) by the rule for every country at risk on 1 January of each year since 1996."""
    forecast = declared_rule.ruled(declared_rule.declared(past.world))
    for year, field in past.years.items():
        if year >= FIRST_TESTED:
            for code, rank in zip(field.countries, declared_rule.ranks(forecast(field)), strict=True):
                yield year, code, float(rank)


def top_ten_years(past: History) -> dict[str, list[int]]:
    """Return, by country, the years since 1996 in which the rule ranked it among the first ten on 1 January."""
    found: dict[str, list[int]] = {}
    for year, code, rank in yearly_ranks(past):
        if rank <= 10:
            found.setdefault(code, []).append(year)
    return found


def never_named(past: History, years: Mapping[str, Sequence[int]]) -> list[NeverNamed]:
    """Return the countries that ranked in the top ten in some years and were never named, most years first.

    `years` is from `top_ten_years`. `in_nato_since` is the year in which the country joined NATO, after which it could
    not be named, or None.
    """
    named, joined, found = {event.country for event in past.events}, past.world.joined_nato, []
    for code, listed in sorted(years.items(), key=lambda one: (-len(one[1]), one[0])):
        if code not in named:
            since = joined[code].year if code in joined and joined[code] <= past.on else None
            span = NeverNamed(country=code, years=len(listed), first=listed[0], last=listed[-1], in_nato_since=since)
            found.append(span)
    return found


def sensitivity(past: History) -> list[Score]:
    """Return the back-test of the rule under other choices.

    The choices are: dating, lag, no carried figures, a floor of half a million people, no legal screen, and each
    designee left out.
    """
    base = past.choices
    other = next(dating for dating in DATINGS if dating != base.dating)
    changed = {
        f"events dated by {'determination' if other == 'determined' else 'announcement'}": replace(base, dating=other),
        "figures two years old": replace(base, lag=base.lag + 1),
        "no figure carried": replace(base, carry=0),
        "population over 0.5 million": replace(base, population_floor=5e5),
        "nobody left out by the screen": replace(base, screen=False),
    }
    found = [replace(score_rule(history(past.world, past.on, c)), name=name) for name, c in changed.items()]
    placings = score_rule(past).placings
    names = [one.country for one in placings]
    return found + [scored(f"without {name}", [p for p in placings if p.country != name]) for name in names]
