"""The estimator of Callaway and Sant'Anna (2021): effects by cohort and time, their aggregates and standard errors.

It is a check on the imputation estimate. It compares each cohort only with its own last year before treatment, so that
earlier changes are not counted as an effect. With covariates each comparison is doubly robust.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from mnna.errors import BadFacts
from mnna.models.forecast.hazard import inverse_logit
from mnna.models.tidy import Bools, Floats, Grid, Rows, grid, known_word, staggered

Controls = Literal["never_treated", "not_yet_treated"]


@dataclass(frozen=True, slots=True)
class Estimate:
    """An effect and its standard error (analytic, or by the multiplier bootstrap where `draws` is above 0)."""

    effect: float
    standard_error: float


@dataclass(frozen=True)
class GroupTime:
    """Effects by (cohort, time) in `cells`, and their aggregates.

    `simple` is the mean over all treated cells. `event` is by years since treatment, and `dynamic` its mean from year 0
    on. `by_group` is by cohort and `by_time` by time; `group` and `calendar` are their means.
    """

    cells: dict[tuple[int, int], Estimate]
    simple: Estimate
    event: dict[int, Estimate]
    dynamic: Estimate
    by_group: dict[int, Estimate]
    group: Estimate
    by_time: dict[int, Estimate]
    calendar: Estimate


def callaway_santanna(
    rows: Rows,
    *,
    unit: str,
    time: str,
    outcome: str,
    first_treated: str,
    covariates: Sequence[str] = (),
    controls: Controls = "never_treated",
    draws: int = 0,
    seed: int = 0,
) -> GroupTime:
    """Return group-time effects on a tidy panel, whose columns are named by `unit`, `time`, `outcome` and so on.

    `first_treated` is 0, empty, NaN or infinite for units that are never treated. A cell uses the units with figures
    both in its time and in its base time, and their `covariates` in the base time. `draws` above 0 gives
    multiplier-bootstrap standard errors. Raises `BadFacts` where no cohort has a base time and controls (with
    covariates: enough treated and control units for the two models).
    """
    more = [grid(rows, unit, time, one) for one in covariates]
    return group_time(*staggered(rows, unit, time, outcome, first_treated), controls, draws, seed, more)


def group_time(
    table: Grid,
    first: Mapping[str, float],
    controls: Controls = "never_treated",
    draws: int = 0,
    seed: int = 0,
    covariates: Sequence[Grid] = (),
) -> GroupTime:
    """Return group-time effects, as `callaway_santanna`, for a grid and the first treated time of each treated unit."""
    known_word("the controls", controls, get_args(Controls))
    start = np.array([first.get(one, np.inf) for one in table.units])
    start[start > table.times[-1]] = np.inf  # a unit treated after the panel ends is never treated in it
    cells = _cells(table, start, controls, covariates)
    if not cells:
        raise BadFacts("Callaway and Sant'Anna's estimate", "no cohort has a time before and controls", (), "")
    effects, influence = zip(*cells.values(), strict=True)
    shares = {g: float((start == g).mean()) for g, _ in cells}
    parts = _Parts(list(cells), np.array(effects), np.column_stack(influence), shares, start)
    return _aggregated(parts, _errors(draws, seed, len(table.units)))


def _cells(
    table: Grid, start: Floats, controls: Controls, covariates: Sequence[Grid]
) -> dict[tuple[int, int], tuple[float, Floats]]:
    """Return the effect and each unit's influence on it by (cohort, time), for cells whose effect can be estimated."""
    cells, never = {}, np.isinf(start)
    for g in sorted({int(one) for one in start[~never]}):
        base = max((i for i, t in enumerate(table.times) if t < g), default=None)
        for i, t in enumerate(table.times[1:], start=1):
            before = i - 1 if t < g else base
            if before is None:
                continue
            change = table.values[:, i] - table.values[:, before]
            later = (start > max(t, table.times[before])) & (start != g)
            others = never if controls == "never_treated" else never | later
            at_base = [one.values[:, before] for one in covariates]
            if (found := _difference(change, start == g, others, at_base)) is not None:
                cells[g, t] = found
    return cells


def _difference(
    change: Floats, treated: Bools, others: Bools, covariates: Sequence[Floats]
) -> tuple[float, Floats] | None:
    """Return the treated units' mean change less the other units', and each unit's influence on it.

    None where one side has no unit with figures, or the model with covariates cannot be fitted.
    """
    seen = np.isfinite(np.column_stack([change, *covariates])).all(axis=1)
    mine, theirs = treated & seen, others & seen
    if not (mine.any() and theirs.any()):
        return None
    n, influence = len(change), np.zeros(len(change))
    if covariates:
        used = mine | theirs
        found = difference(change[used], mine[used], np.column_stack(covariates)[used])
        if found is None:
            return None
        influence[used] = found[1] * n / used.sum()
        return found[0], influence
    up, down = change[mine].mean(), change[theirs].mean()
    influence[mine] = (change[mine] - up) * n / mine.sum()
    influence[theirs] = -(change[theirs] - down) * n / theirs.sum()
    return float(up - down), influence


@dataclass(frozen=True)
class _Parts:
    """The effects of all cells: (cohort, time), effect, influence (units by cells), cohorts' shares, units' start."""

    keys: list[tuple[int, int]]
    effects: Floats
    influence: Floats
    shares: dict[int, float]
    start: Floats

    def mean(self, chosen: list[int]) -> tuple[float, Floats]:
        """Return the mean of the chosen cells, weighted by their cohorts' shares, and each unit's influence on it."""
        cohorts = [self.keys[i][0] for i in chosen]
        return _weighted(self.shares, self.start, cohorts, self.effects[chosen], self.influence[:, chosen])

    def means(self, label: Callable[[int, int], int], chosen: list[int]) -> dict[int, tuple[float, Floats]]:
        """Return the weighted mean and its influence for each group of cells with the same `label(cohort, time)`."""
        of = {i: label(*self.keys[i]) for i in chosen}
        return {one: self.mean([i for i in chosen if of[i] == one]) for one in sorted(set(of.values()))}


def _weighted(
    shares: Mapping[int, float], start: Floats, cohorts: list[int], effects: Floats, influence: Floats
) -> tuple[float, Floats]:
    """Return a mean weighted by the cohorts' shares, and its influence including that of the estimated shares."""
    share = np.array([shares[g] for g in cohorts])
    weight = share / share.sum()
    member = np.column_stack([(start == g) - shares[g] for g in cohorts])
    extra = member / share.sum() - np.outer(member.sum(axis=1), share) / share.sum() ** 2
    return float(weight @ effects), influence @ weight + extra @ effects


Errors = Callable[[Floats], float]


def _errors(draws: int, seed: int, n: int) -> Errors:
    """Return the function from an influence to its standard error: analytic, or by bootstrap if `draws` is above 0."""
    if draws <= 0:
        return lambda influence: float(np.sqrt((influence**2).mean() / n))
    signs = np.random.default_rng(seed).integers(0, 2, (draws, n)).astype(float) * 2 - 1
    return lambda influence: float((signs @ influence / n).std(ddof=1))


def _aggregated(parts: _Parts, error: Errors) -> GroupTime:
    after = [i for i, (g, t) in enumerate(parts.keys) if t >= g]
    event = parts.means(lambda g, t: t - g, list(range(len(parts.keys))))
    groups, times = parts.means(lambda g, t: g, after), parts.means(lambda g, t: t, after)

    def said(found: tuple[float, Floats]) -> Estimate:
        return Estimate(found[0], error(found[1]))

    return GroupTime(
        cells={key: said((float(parts.effects[i]), parts.influence[:, i])) for i, key in enumerate(parts.keys)},
        simple=said(parts.mean(after)),
        event={h: said(one) for h, one in event.items()},
        dynamic=said(_plain([one for h, one in event.items() if h >= 0])),
        by_group={g: said(one) for g, one in groups.items()},
        group=said(_over_groups(parts, groups)),
        by_time={t: said(one) for t, one in times.items()},
        calendar=said(_plain(list(times.values()))),
    )


def _plain(found: list[tuple[float, Floats]]) -> tuple[float, Floats]:
    """Return the unweighted mean of effects, and of their influences."""
    return float(np.mean([one[0] for one in found])), np.mean([one[1] for one in found], axis=0)


def _over_groups(parts: _Parts, groups: dict[int, tuple[float, Floats]]) -> tuple[float, Floats]:
    effects, influence = zip(*groups.values(), strict=True)
    return _weighted(parts.shares, parts.start, list(groups), np.array(effects), np.column_stack(influence))


ALMOST_SURE = 1 - 1e-6
TRIMMED = 0.995  # untreated units whose chance of treatment is at least this get no weight


def difference(change: Floats, treated: Bools, covariates: Floats) -> tuple[float, Floats] | None:
    """Return the doubly robust effect on the treated and each unit's influence on it; every unit must have figures.

    `covariates` is units by covariates without a constant. None where a model cannot be fitted: it has as many
    coefficients as units, its columns are collinear, or the covariates separate the two groups completely.
    """
    x = np.column_stack([np.ones(len(change)), covariates])
    d = treated.astype(float)
    if min(d.sum(), len(d) - d.sum()) <= x.shape[1] or np.linalg.matrix_rank(x[~treated]) < x.shape[1]:
        return None
    odds = _propensity(x, d)
    if odds is None:
        return None
    chance, spread = odds
    beta = np.linalg.lstsq(x[~treated], change[~treated], rcond=None)[0]
    left = change - x @ beta
    weight = np.where(treated | (chance < TRIMMED), chance * (1 - d) / (1 - chance), 0.0)
    return _effect(x, d, left, weight, chance, spread)


def _effect(x: Floats, d: Floats, left: Floats, weight: Floats, chance: Floats, spread: Floats) -> tuple[float, Floats]:
    n = len(d)
    up, down = float((d * left).sum() / d.sum()), float((weight * left).sum() / weight.sum())
    of_line = ((1 - d) * left)[:, None] * x @ np.linalg.inv((x * (1 - d)[:, None]).T @ x / n)
    of_odds = (d - chance)[:, None] * x @ spread
    mine = d * (left - up) - of_line @ (d[:, None] * x).mean(axis=0)
    theirs = (
        weight * (left - down)
        + of_odds @ ((weight * (left - down))[:, None] * x).mean(axis=0)
        - of_line @ (weight[:, None] * x).mean(axis=0)
    )
    return up - down, mine / d.mean() - theirs / weight.mean()


def _propensity(x: Floats, d: Floats) -> tuple[Floats, Floats] | None:
    """Return each unit's fitted chance of being treated, and the coefficients' covariance times the number of units.

    None where the logit has no finite solution or does not converge.
    """
    beta = np.zeros(x.shape[1])
    for _ in range(50):
        chance = inverse_logit(x @ beta)
        curve = (x * (chance * (1 - chance))[:, None]).T @ x
        if np.linalg.cond(curve) > 1e15:
            return None  # the covariates separate the two groups completely
        step = np.linalg.solve(curve, x.T @ (d - chance))
        beta = beta + step
        if np.abs(step).max() < 1e-10:
            spread = np.asarray(np.linalg.inv(curve) * len(d), dtype=float)
            return np.minimum(inverse_logit(x @ beta), ALMOST_SURE), spread
    return None
