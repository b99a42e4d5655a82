"""Versions of the rule, with and without leaders' meetings and the legal screen, each back-tested.

The headline version is troops alone with the screen. Its figures are published in time, while the lists of meetings end
in 2024 and come out months late, so that a forecast on the day itself could not have used them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

import numpy as np

from mnna.engine.record import Record, described
from mnna.models.answer import known
from mnna.models.forecast import backtest, declared_rule, meetings
from mnna.models.forecast.conditional_logit import conditional_logit
from mnna.models.forecast.forecast_sets import ForecastSet, History, history, today
from mnna.models.forecast.hazard import RIDGE
from mnna.models.tidy import Floats

Scores = Callable[[ForecastSet], Floats]
SHOWN = 10
WHY_HEADLINE = (
    "The headline is US troops alone, because their figures are of the year before and were public then. With meetings "
    "the rule did better on the same designations. But the lists of meetings end in 2024 and come out months late."
)


@dataclass(frozen=True, slots=True, repr=False)
class Version(Record):
    """One version of the rule: its features, its back-test, and the countries that it ranks first today.

    `log_score` is how many times likelier than chance each designation was by a model of the same features that was
    fitted to the other designations (geometric mean). `known_through` is the last day of the meetings that it uses.
    """

    id: str
    says: str
    headline: bool
    screened: bool
    designations: int
    median_rank: float = dataclasses.field(metadata=described("The median rank of the designees.", of=known))
    auc: float = dataclasses.field(metadata=described("Mean share of rivals that ranked below a designee.", of=known))
    top10: int
    log_score: float = dataclasses.field(metadata=described("Times chance, leaving each designee out.", of=known))
    first: tuple[str, ...]
    known_through: date | None


def versions(past: History) -> tuple[Version, ...]:
    """Return every version of the rule, the headline first."""
    world = past.world
    ruled, newest = declared_rule.ruled(declared_rule.declared(world)), partial(meetings.with_troops, world)
    earlier = partial(newest, whole_years=True)
    open_to_all = history(world, past.on, replace(past.choices, screen=not past.choices.screen))
    with_day = "US troops and leaders' meetings to the day before"
    return (
        _version("rule", "US troops", past, ruled, headline=True),
        _version("meetings-year", "US troops and leaders' meetings to the end of the year before", past, earlier),
        _version("meetings-day", with_day, past, newest),
        _version("rule-open", "US troops, nobody left out", open_to_all, ruled),
        _version("meetings-day-open", f"{with_day}, nobody left out", open_to_all, newest),
    )


def _version(name: str, says: str, past: History, scores: Scores, headline: bool = False) -> Version:
    def columns(field: ForecastSet) -> Floats:
        return scores(field).reshape(len(field.countries), -1)

    def whole(field: ForecastSet) -> Floats:
        return np.asarray(columns(field).sum(axis=1))

    placings = declared_rule.placings(past, whole)
    found = backtest.scored(says, placings)
    field = today(past.world, past.on, past.choices)
    order = np.argsort(declared_rule.ranks(whole(field)), kind="stable")[:SHOWN]
    return Version(
        id=name,
        says=says,
        headline=headline,
        screened=past.choices.screen,
        designations=len(placings),
        median_rank=found.median_rank,
        auc=found.auc,
        top10=found.top10,
        log_score=log_score(past, columns),
        first=tuple(field.countries[i] for i in order),
        known_through=min(meetings.covered(), past.on - timedelta(days=1)) if "meetings" in name else None,
    )


def log_score(past: History, scores: Scores) -> float:
    """Return how many times likelier than chance each designee was by a model fitted to the other designees.

    That is the geometric mean, over designees, of its model probability times the number of countries at risk. NaN with
    fewer than two designees.
    """
    known = [scores(field) for _, field in past.tested]
    designs = [np.where(np.isnan(one), np.nan_to_num(np.nanmedian(one, axis=0)), one) for one in known]
    named = [field.named for _, field in past.tested]
    if len(designs) < 2:
        return float("nan")
    found = [_left_out(designs, named, out) for out in range(len(designs))]
    return float(np.exp(np.mean(found)))


def _left_out(designs: Sequence[Floats], named: Sequence[Floats], out: int) -> float:
    rest = [i for i in range(len(designs)) if i != out]
    strata = [i for i in rest for _ in named[i]]
    design, hits = np.vstack([designs[i] for i in rest]), np.concatenate([named[i] for i in rest])
    slopes = conditional_logit(design, hits, strata, penalty=RIDGE).slopes
    odds = np.exp(designs[out] @ slopes)
    return float(np.log(odds @ named[out] / odds.sum() * len(odds)))
