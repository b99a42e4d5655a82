"""Callaway and Sant'Anna (2021): effects by cohort and time, aggregated, with their influence.

The check on the imputation estimate: it compares each cohort with its own last year before treatment only, so what
moved earlier is not counted as an effect. With covariates each comparison is doubly robust.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np

from mnna.errors import BadFacts
from mnna.models.forecast.hazard import inverse_logit
from mnna.models.tidy import Bools, Floats, Grid, Rows, as_object, grid, known_word, starts

Controls = Literal["never_treated", "not_yet_treated"]


@dataclass(frozen=True, slots=True)
class Estimate:
    """An effect and its standard error (analytic, or by the multiplier bootstrap where draws were asked for)."""

    effect: float
    standard_error: float


@dataclass(frozen=True)
class GroupTime:
    """Effects by (cohort, time), and their aggregates: `simple` over all treated cells, `event` by years since
    treatment, `dynamic` the mean of those from 0 on, `group` by cohort and `calendar` by time with their means."""

    cells: dict[tuple[int, int], Estimate]
    simple: Estimate
    event: dict[int, Estimate]
    dynamic: Estimate
    by_group: dict[int, Estimate]
    group: Estimate
    by_time: dict[int, Estimate]
    calendar: Estimate

    def to_dict(self) -> dict[str, Any]:
        """Return the estimates as a JSON object."""

        def one(found: Estimate) -> dict[str, float]:
            return {"effect": found.effect, "se": found.standard_error}

        return as_object(
            {
                "simple": one(self.simple),
                "dynamic": one(self.dynamic),
                "group": one(self.group),
                "calendar": one(self.calendar),
                "event": {str(h): one(e) for h, e in self.event.items()},
                "cells": [{"cohort": g, "time": t, **one(e)} for (g, t), e in self.cells.items()],
            }
        )


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
    """Group-time effects on a tidy panel; `first_treated` is 0, empty, NaN or infinite for never treated units.

    A cell uses the units seen both in its time and in its base time, with their `covariates` of the base time. `draws`
    above 0 gives multiplier-bootstrap standard errors. Raises `BadFacts` where no cohort has a base time and controls
    (with covariates: enough of both for the two models).
    """
    table = grid(rows, unit, time, outcome)
    more = [grid(rows, unit, time, one) for one in covariates]
    return group_time(table, starts(rows, unit, first_treated), controls, draws, seed, more)


def group_time(
    table: Grid,
    first: Mapping[str, float],
    controls: Controls = "never_treated",
    draws: int = 0,
    seed: int = 0,
    covariates: Sequence[Grid] = (),
) -> GroupTime:
    """Return the same for a matrix and the first treated time of each treated unit."""
    known_word("the controls", controls, get_args(Controls))
    start = np.array([first.get(one, np.inf) for one in table.units])
    start[start > table.times[-1]] = np.inf  # treated after the panel ends is never treated in it
    keys, effects, influence = _cells(table, start, controls, covariates)
    if not keys:
        raise BadFacts("Callaway and Sant'Anna's estimate", "no cohort has a time before and controls", (), "")
    shares = {g: float((start == g).mean()) for g in {key[0] for key in keys}}
    parts = _Parts(keys, np.array(effects), np.column_stack(influence), shares, start)
    return _aggregated(parts, _errors(draws, seed, len(table.units)))


def _cells(
    table: Grid, start: Floats, controls: Controls, covariates: Sequence[Grid]
) -> tuple[list[tuple[int, int]], list[float], list[Floats]]:
    keys, effects, influence = [], [], []
    place = {time: i for i, time in enumerate(table.times)}
    for g in sorted({int(one) for one in start[np.isfinite(start)]}):
        base = max((t for t in table.times if t < g), default=None)
        for i, t in enumerate(table.times[1:], start=1):
            before = table.times[i - 1] if t < g else base
            if before is None:
                continue
            change = table.values[:, place[t]] - table.values[:, place[before]]
            never = np.isinf(start)
            others = never if controls == "never_treated" else never | ((start > max(t, before)) & (start != g))
            at_base = [one.values[:, place[before]] for one in covariates]
            found = _difference(change, start == g, others, at_base)
            if found is not None:
                keys.append((g, t))
                effects.append(found[0])
                influence.append(found[1])
    return keys, effects, influence


def _difference(
    change: Floats, treated: Bools, others: Bools, covariates: Sequence[Floats]
) -> tuple[float, Floats] | None:
    seen = np.isfinite(np.column_stack([change, *covariates])).all(axis=1)
    mine, theirs = treated & seen, others & seen
    if not (mine.any() and theirs.any()):
        return None
    n = len(change)
    if covariates:
        return _adjusted(change, mine, theirs, np.column_stack(covariates))
    up, down = change[mine].mean(), change[theirs].mean()
    influence = np.zeros(n)
    influence[mine] = (change[mine] - up) * n / mine.sum()
    influence[theirs] = -(change[theirs] - down) * n / theirs.sum()
    return float(up - down), influence


def _adjusted(change: Floats, mine: Bools, theirs: Bools, covariates: Floats) -> tuple[float, Floats] | None:
    used = mine | theirs
    found = difference(change[used], mine[used], covariates[used])
    if found is None:
        return None
    influence = np.zeros(len(change))
    influence[used] = found[1] * len(change) / used.sum()
    return found[0], influence


@dataclass(frozen=True)
class _Parts:
    keys: list[tuple[int, int]]
    effects: Floats
    influence: Floats
    shares: dict[int, float]
    start: Floats

    def mean(self, chosen: list[int]) -> tuple[float, Floats]:
        """Return the share-weighted mean of some cells with its influence, that of the estimated shares included."""
        cohort = [self.keys[i][0] for i in chosen]
        share = np.array([self.shares[g] for g in cohort])
        weight = share / share.sum()
        effect = float(weight @ self.effects[chosen])
        member = np.column_stack([(self.start == g) - self.shares[g] for g in cohort])
        extra = member / share.sum() - np.outer(member.sum(axis=1), share) / share.sum() ** 2
        return effect, self.influence[:, chosen] @ weight + extra @ self.effects[chosen]


Errors = Callable[[Floats], float]


def _errors(draws: int, seed: int, n: int) -> Errors:
    if draws <= 0:
        return lambda influence: float(np.sqrt((influence**2).mean() / n))
    signs = np.random.default_rng(seed).integers(0, 2, (draws, n)).astype(float) * 2 - 1

    def bootstrap(influence: Floats) -> float:
        return float((signs @ influence / n).std(ddof=1))

    return bootstrap


def _aggregated(parts: _Parts, error: Errors) -> GroupTime:
    after = [i for i, (g, t) in enumerate(parts.keys) if t >= g]
    spans = sorted({t - g for g, t in parts.keys})
    event = {h: parts.mean([i for i, (g, t) in enumerate(parts.keys) if t - g == h]) for h in spans}
    groups = {
        g: parts.mean([i for i in after if parts.keys[i][0] == g]) for g in sorted({parts.keys[i][0] for i in after})
    }
    times = {
        t: parts.mean([i for i in after if parts.keys[i][1] == t]) for t in sorted({parts.keys[i][1] for i in after})
    }

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
    return float(np.mean([one[0] for one in found])), np.mean([one[1] for one in found], axis=0)


def _over_groups(parts: _Parts, groups: dict[int, tuple[float, Floats]]) -> tuple[float, Floats]:
    share = np.array([parts.shares[g] for g in groups])
    weight = share / share.sum()
    effects = np.array([one[0] for one in groups.values()])
    member = np.column_stack([(parts.start == g) - parts.shares[g] for g in groups])
    extra = member / share.sum() - np.outer(member.sum(axis=1), share) / share.sum() ** 2
    return float(weight @ effects), np.column_stack([one[1] for one in groups.values()]) @ weight + extra @ effects


ALMOST_SURE = 1 - 1e-6
TRIMMED = 0.995  # untreated units as likely as this to be treated resemble nobody untreated


def difference(change: Floats, treated: Bools, covariates: Floats) -> tuple[float, Floats] | None:
    """Return the effect on the treated and each unit's influence on it, over units that all have figures.

    `covariates` is units by covariates without a constant. None where the two groups do not overlap enough: a model has
    as many coefficients as units to fit it on, or collinear columns.
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
    """Return each unit's fitted chance of being treated, and the coefficients' covariance times the number of units."""
    beta = np.zeros(x.shape[1])
    for _ in range(50):
        chance = inverse_logit(x @ beta)
        curve = (x * (chance * (1 - chance))[:, None]).T @ x
        if np.linalg.cond(curve) > 1e15:
            return None  # separated: some covariates tell the two groups apart altogether
        step = np.linalg.solve(curve, x.T @ (d - chance))
        beta = beta + step
        if np.abs(step).max() < 1e-10:
            spread = np.asarray(np.linalg.inv(curve) * len(d), dtype=float)
            return np.minimum(inverse_logit(x @ beta), ALMOST_SURE), spread
    return None
