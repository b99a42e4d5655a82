"""Every model of up to four covariates, back-tested in the same way, so that nobody can pick the best afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

import numpy as np

from mnna.models.forecast import declared_rule
from mnna.models.forecast.backtest import Placing, score_rule
from mnna.models.forecast.features import BY_ID, loaded
from mnna.models.forecast.forecast_sets import History
from mnna.models.forecast.hazard import ridge
from mnna.models.tidy import Floats, as_object

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Specification:
    """One ridge hazard: its covariates, the median rank it gave the designees and its AUC."""

    covariates: tuple[str, ...]
    median_rank: float
    auc: float


@dataclass(frozen=True, slots=True)
class Multiverse:
    """Every specification in the order tried, with the declared rule's own result beside them.

    `on` and `event` are the day asked about and the day designations are dated by, `designations` how many were tested.
    """

    on: date
    event: str
    designations: int
    covariates: tuple[str, ...]
    specifications: tuple[Specification, ...]
    rule_median_rank: float
    rule_auc: float

    def better(self) -> tuple[float, float]:
        """Return the shares of specifications that beat the rule's median rank and its AUC."""
        ranks, aucs = self._arrays()
        return float((ranks < self.rule_median_rank).mean()), float((aucs > self.rule_auc).mean())

    def inclusion(self) -> dict[str, float]:
        """For each covariate, mean AUC of the specifications with it minus that of those without."""
        aucs = self._arrays()[1]
        inside = {n: np.array([n in one.covariates for one in self.specifications]) for n in self.covariates}
        return {name: float(aucs[is_in].mean() - aucs[~is_in].mean()) for name, is_in in inside.items()}

    @property
    def reading(self) -> str:
        """How far apart they lie, how many beat the declared rule, and that none may be named for it."""
        ranks, aucs = self._arrays()
        low, high = np.percentile(ranks, [5, 95])
        beats_rank, beats_auc = self.better()
        return (
            f"The best of them has median rank {ranks.min():g}, the worst {ranks.max():g}, nine in ten between {low:g} "
            f"and {high:.0f}. The declared rule has {self.rule_median_rank:g}: {100 * beats_rank:.1f} % beat it, and "
            f"{100 * beats_auc:.1f} % beat its AUC of {self.rule_auc:.3f} (theirs run from {aucs.min():.2f} to "
            f"{aucs.max():.2f}). To name one of those now would be choosing after the fact."
        )

    def _arrays(self) -> tuple[Floats, Floats]:
        return (np.array([s.median_rank for s in self.specifications]), np.array([s.auc for s in self.specifications]))

    def to_dict(self) -> dict[str, Any]:
        """Return the multiverse as a JSON object."""
        ranks, aucs = self._arrays()
        beats_rank, beats_auc = self.better()
        return as_object(
            {
                "on": self.on.isoformat(),
                "event": self.event,
                "reading": self.reading,
                "designations": self.designations,
                "covariates": self.covariates,
                "names": {name: BY_ID[name].name for name in self.covariates},
                "specifications": len(self.specifications),
                "median_rank": {"best": ranks.min(), "worst": ranks.max(), "middle90": np.percentile(ranks, [5, 95])},
                "auc": {"best": aucs.max(), "worst": aucs.min(), "middle90": np.percentile(aucs, [5, 95])},
                "rule": {"median_rank": self.rule_median_rank, "auc": self.rule_auc},
                "share_better_than_rule": {"median_rank": beats_rank, "auc": beats_auc},
                "auc_change_when_included": self.inclusion(),
                "all": [
                    {"covariates": s.covariates, "median_rank": s.median_rank, "auc": s.auc}
                    for s in self.specifications
                ],
            }
        )


def multiverse(past: History, up_to: int = 4, progress: Progress | None = None) -> Multiverse:
    """Fit every set of one to `up_to` loaded covariates at every designation's year and place the designees."""
    names = loaded(past.world)
    sets = [found for size in range(1, up_to + 1) for found in combinations(names, size)]
    trained = {year: past.before(year, names)[:2] for year in sorted({e.year for e, _ in past.tested})}
    fields = [(event, field, field.design(names)) for event, field in past.tested]
    specifications = []
    for done, covariates in enumerate(sets):
        specifications.append(_one(covariates, [names.index(n) for n in covariates], trained, fields))
        if progress is not None:
            progress(done + 1, len(sets))
    own = score_rule(past)
    return Multiverse(
        past.on, past.choices.dating, len(past.tested), names, tuple(specifications), own.median_rank, own.auc
    )


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
                rank = declared_rule.ranks(model.log_odds(values[:, columns]))[field.countries.index(event.country)]
                placings.append(Placing(event.country, year, float(rank), len(field.countries)))
    below = [(one.at_risk - one.rank) / (one.at_risk - 1) for one in placings]
    return Specification(covariates, float(np.median([one.rank for one in placings])), float(np.mean(below)))
