"""The multiverse: all models of up to four covariates, back-tested alike, so that none is picked after the fact."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any, ClassVar, NamedTuple

import numpy as np

from mnna.engine.record import HIDDEN, described, in_json, passed_on
from mnna.models.answer import ModelAnswer, count
from mnna.models.forecast.backtest import score_rule
from mnna.models.forecast.declared_rule import place
from mnna.models.forecast.features import loaded
from mnna.models.forecast.forecast_sets import History
from mnna.models.forecast.hazard import ridge
from mnna.models.tidy import Floats
from mnna.series.uses import features

Progress = Callable[[int, int], None]


class Specification(NamedTuple):
    """One ridge hazard: its covariates, the median rank that it gave the designees, and its AUC."""

    covariates: tuple[str, ...]
    median_rank: float
    auc: float


class Spread(NamedTuple):
    """The best value, the worst value, and the range of the middle nine in ten."""

    best: float
    worst: float
    middle90: tuple[float, float]


class Measured(NamedTuple):
    """A median rank and an AUC, or the shares of specifications that beat them."""

    median_rank: float
    auc: float


@dataclass(frozen=True, slots=True, repr=False)
class Multiverse(ModelAnswer):
    """Every specification in the order tried, with the declared rule's own result."""

    on: date
    event: str
    designations: int = dataclasses.field(metadata=described("How many designations were tested."))
    covariates: tuple[str, ...]
    specifications: tuple[Specification, ...] = dataclasses.field(metadata=described("How many there are.", of=count))
    rule_median_rank: float = dataclasses.field(metadata=HIDDEN)
    rule_auc: float = dataclasses.field(metadata=HIDDEN)

    @property
    @in_json(after="covariates")
    def names(self) -> dict[str, str]:
        """The name of each covariate."""
        return {name: features()[name].name for name in self.covariates}

    @property
    @in_json()
    def median_rank(self) -> Spread:
        """The median ranks of the designees."""
        return _spread(self._arrays()[0], lower_is_better=True)

    @property
    @in_json()
    def auc(self) -> Spread:
        """The AUCs of the specifications."""
        return _spread(self._arrays()[1])

    @property
    @in_json()
    def rule(self) -> Measured:
        """The median rank and the AUC of the declared rule."""
        return Measured(self.rule_median_rank, self.rule_auc)

    @property
    @in_json()
    def share_better_than_rule(self) -> Measured:
        """The shares of specifications that beat the declared rule."""
        ranks, aucs = self._arrays()
        return Measured(float((ranks < self.rule_median_rank).mean()), float((aucs > self.rule_auc).mean()))

    @property
    @in_json()
    def auc_change_when_included(self) -> dict[str, float]:
        """By covariate, the mean AUC of the specifications with it less that of the specifications without it."""
        aucs = self._arrays()[1]
        inside = {n: np.array([n in one.covariates for one in self.specifications]) for n in self.covariates}
        return {name: float(aucs[is_in].mean() - aucs[~is_in].mean()) for name, is_in in inside.items()}

    all: ClassVar[tuple[Specification, ...]] = passed_on("specifications", "Every specification, in the order tried.")

    def summary(self) -> str:
        """Return how many specifications there are and how many beat the rule."""
        better = 100 * self.share_better_than_rule.auc
        return f"{len(self.specifications)} specifications on {self.on}, {better:.1f}% beat the rule"

    @property
    @in_json(after="event")
    def reading(self) -> str:
        """The range of the results, how many beat the declared rule, and why none may be chosen afterwards."""
        ranks, aucs = self._arrays()
        low, high = np.percentile(ranks, [5, 95])
        beats_rank, beats_auc = self.share_better_than_rule
        return (
            f"With the best of them the middle designee stands at place {ranks.min():g}, with the worst at "
            f"{ranks.max():g}. Nine in ten lie between {low:g} and {high:.0f}. The declared rule has "
            f"{self.rule_median_rank:g}, and {100 * beats_rank:.1f}% beat it. By AUC {100 * beats_auc:.1f}% beat its "
            f"{self.rule_auc:.3f}; theirs run from {aucs.min():.2f} to {aucs.max():.2f}. "
            "To name one of those now would be choosing after the fact."
        )

    def _arrays(self) -> tuple[Floats, Floats]:
        return (np.array([s.median_rank for s in self.specifications]), np.array([s.auc for s in self.specifications]))


def _spread(values: Floats, lower_is_better: bool = False) -> Spread:
    best, worst = (values.min(), values.max()) if lower_is_better else (values.max(), values.min())
    low, high = np.percentile(values, [5, 95])
    return Spread(float(best), float(worst), (float(low), float(high)))


def multiverse(past: History, up_to: int = 4, progress: Progress | None = None) -> Multiverse:
    """Return the back-test of every set of one to `up_to` loaded covariates, fitted for each designation's year."""
    names = loaded(past.world)
    sets = [found for size in range(1, up_to + 1) for found in combinations(names, size)]
    trained = {year: past.before(year, names)[:2] for year in sorted({e.year for e, _ in past.tested})}
    fields = [(event, field, field.design(names)) for event, field in past.tested]
    specifications = []
    for done, covariates in enumerate(sets):
        specifications.append(_one(covariates, [names.index(n) for n in covariates], trained, fields))
        if progress is not None:
            progress(done + 1, len(sets))
    own, tested = score_rule(past), len(past.tested)
    found = tuple(specifications)
    return Multiverse(past.on, past.choices.dating, tested, names, found, own.median_rank, own.auc)


def _one(
    covariates: tuple[str, ...],
    columns: Sequence[int],
    trained: dict[int, tuple[Floats, Floats]],
    fields: Sequence[Any],
) -> Specification:
    placings, start = [], None
    for year, (design, named) in trained.items():
        model = ridge(design[:, columns], named, start=start)
        start = np.r_[model.intercept, model.slopes]
        for event, field, values in fields:
            if event.year == year:
                placings.append(place(field, model.log_odds(values[:, columns]), event.country))
    below = [(one.at_risk - one.rank) / (one.at_risk - 1) for one in placings]
    return Specification(covariates, float(np.median([one.rank for one in placings])), float(np.mean(below)))
