"""The rolling-origin back-test: the rank of each designee on the day, from figures of the year before."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, NamedTuple, TypedDict

import numpy as np

from mnna.engine.record import HIDDEN, Record, described, passed_on
from mnna.models.answer import ends, known
from mnna.models.forecast import baselines, declared_rule, in_words
from mnna.models.forecast.forecast_sets import ForecastSet, History, history
from mnna.models.forecast.risk_set import DATINGS, FIRST_TESTED
from mnna.models.tidy import Floats

DRAWS = 2000
SEED = 517
CHOSEN = date(2026, 11, 24)
"""The day the rule was written down; what is announced later tests it, and nothing before does."""


class Placing(NamedTuple):
    """Where a designee stood: `rank` among `at_risk` countries (halves are ties), `missing` of which had no score."""

    country: str
    year: int
    rank: float
    at_risk: int
    missing: int = 0


@dataclass(frozen=True, slots=True, repr=False)
class Score(Record):
    """How well one forecast placed the designees; each interval is a 95% bootstrap over designees."""

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
        """The designees that did not stand in the first ten, worst first."""
        return tuple(sorted((one for one in self.placings if one.rank > 10), key=lambda one: -one.rank))


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
    """A country that stood in the top ten for years and was never named."""

    country: str
    years: int
    first: int
    last: int
    in_nato_since: int | None


@dataclass(frozen=True, slots=True, repr=False)
class Origin(Record):
    """Where the rule comes from: `chosen` in which month, `known` designations at that time, `out_of_sample` ones
    since, which alone can test it, and `says`, the same in words."""

    chosen: str
    known: int
    out_of_sample: int
    says: str


def place(field: ForecastSet, scores: Floats, country: str) -> Placing:
    """Return the rank of a country among those at risk, given their scores."""
    where = field.countries.index(country)
    missing = int(np.isnan(scores).sum())
    return Placing(country, field.on.year, float(declared_rule.ranks(scores)[where]), len(field.countries), missing)


def scored(name: str, placings: Iterable[Placing], draws: int = DRAWS, seed: int = SEED) -> Score:
    """Return the summary of some placings; AUC is the mean over designees of the share of rivals ranked below."""
    listed = tuple(placings)
    if not listed:
        none = (float("nan"), float("nan"))
        return Score(name, (), float("nan"), float("nan"), 0, 0, none, none, none, none, float("nan"))
    rank = np.array([one.rank for one in listed])
    field = np.array([one.at_risk for one in listed], dtype=float)
    below = (field - rank) / (field - 1)
    picks = np.random.default_rng(seed).integers(0, len(listed), (draws, len(listed)))
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
    low, high = np.percentile(values, [2.5, 97.5])
    return float(low), float(high)


def score_rule(past: History, names: Sequence[str] | None = None) -> Score:
    """Return the back-test of the declared rule, or of the same rule over other features."""
    used = tuple(names or declared_rule.declared(past.world))
    forecast = baselines.ruled(used)
    return scored(f"rule: {', '.join(used)}", (place(f, forecast(f), e.country) for e, f in past.tested))


def all_rivals(past: History) -> tuple[Score, ...]:
    """Return the back-test of every rival, fitted models first, chance last."""
    naive = baselines.naive(past).items()
    simple = [scored(name, [place(f, forecast(f), e.country) for e, f in past.tested]) for name, forecast in naive]
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


def yearly_ranks(past: History, names: Sequence[str] | None = None) -> Iterator[tuple[int, str, float]]:
    """Yield where the rule had each country on 1 January of each year since 1996: year, country and rank."""
    forecast = baselines.ruled(tuple(names or declared_rule.declared(past.world)))
    for year, field in past.years.items():
        if year >= FIRST_TESTED:
            for code, rank in zip(field.countries, declared_rule.ranks(forecast(field)), strict=True):
                yield year, code, float(rank)


def top_ten_years(past: History, names: Sequence[str] | None = None, top: int = 10) -> dict[str, list[int]]:
    """For each country the years since 1996 in which the rule had it among the first ten on 1 January."""
    found: dict[str, list[int]] = {}
    for year, code, rank in yearly_ranks(past, names):
        if rank <= top:
            found.setdefault(code, []).append(year)
    return found


def never_named(past: History, years: Mapping[str, Sequence[int]]) -> list[NeverNamed]:
    """Return those that stood in the top ten for years and were never named, longest first.

    `in_nato_since` is the year in which one joined NATO by that day, and so could not be named any more.
    """
    named, joined = {event.country for event in past.events}, past.world.joined_nato
    waiting = [(code, listed) for code, listed in years.items() if code not in named]
    return [
        {
            "country": code,
            "years": len(listed),
            "first": listed[0],
            "last": listed[-1],
            "in_nato_since": joined[code].year if code in joined and joined[code] <= past.on else None,
        }
        for code, listed in sorted(waiting, key=lambda one: (-len(one[1]), one[0]))
    ]


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


def origin(past: History) -> Origin:
    """Return how many of the tested designations were known when the rule was chosen, and how many came since."""
    known = sum(event.on < CHOSEN for event, _ in past.tested)
    since = len(past.tested) - known
    return Origin(CHOSEN.isoformat()[:7], known, since, in_words.origin(CHOSEN, known, since))
