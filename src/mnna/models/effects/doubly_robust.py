"""One comparison of changes with covariates, doubly robust: right if either of its two models is.

Sant'Anna and Zhao (2020), the panel estimator that Callaway and Sant'Anna use by default: changes of the untreated are
regressed on the covariates, and the untreated are weighted by their odds of being treated.
"""

from __future__ import annotations

import numpy as np

from mnna.models.forecast.hazard import inverse_logit
from mnna.models.tidy import Bools, Floats

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
