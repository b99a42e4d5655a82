"""The importance V of each predictor of a synthetic control, chosen for the closest fit before treatment.

`x0` and `x1` are the predictors of the donors (predictors by donors) and of the treated unit; `z0` and `z1` are their
outcomes before treatment. The problem has many local minima: one start gives six times the error on the Californian
case of Abadie, Diamond and Hainmueller.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.optimize import minimize

from mnna.models.simplex import simplex_weights
from mnna.models.tidy import Floats

STARTS = 6  # the number of descents, which start at the best of the screened points
SCREENED = 200
POLISHED = 3


def importance(x0: Floats, x1: Floats, z0: Floats, z1: Floats, starts: int, seed: list[int]) -> Floats:
    """Return V, one share per predictor (they sum to 1).

    The search tries many random points, descends from the best `starts` of them, and refines the best results by
    simplex search. It needs both steps because the misfit is smooth in V only piecewise, with kinks where a donor
    enters or leaves.
    """
    rng = np.random.default_rng(seed)
    size = len(x1)
    points = [np.zeros(size), _regression_start(x0, x1, z0, z1), *rng.uniform(-8.0, 0.0, (SCREENED, size))]

    def misfit(theta: Floats) -> float:
        return _misfit(theta, x0, x1, z0, z1)[0]

    order = np.argsort([misfit(one) for one in points], kind="stable")[:starts]
    bounds, slope = [(-18.0, 18.0)] * size, (x0, x1, z0, z1)
    found = [
        minimize(_sloped, points[i], slope, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 60})
        for i in order
    ]
    best = sorted(found, key=lambda one: float(one.fun))[:POLISHED]
    polished = [_polish(misfit, one.x, float(one.fun)) for one in best]
    return _softmax(min(polished, key=lambda one: one[0])[1])


def _polish(misfit: Callable[[Floats], float], theta: Floats, value: float) -> tuple[float, Floats]:
    options = {"maxfev": 100 * len(theta), "xatol": 1e-5, "fatol": 1e-9 * max(1.0, value), "adaptive": True}
    found = minimize(misfit, theta, method="Nelder-Mead", options=options)
    return (float(found.fun), found.x) if found.fun <= value else (value, theta)


def _softmax(theta: Floats) -> Floats:
    raised = np.exp(theta - theta.max())
    return np.asarray(raised / raised.sum())


def _regression_start(x0: Floats, x1: Floats, z0: Floats, z1: Floats) -> Floats:
    x, z = np.column_stack([x1, x0]).T, np.column_stack([z1, z0]).T
    slopes = np.linalg.lstsq(np.column_stack([np.ones(len(x)), x]), z, rcond=None)[0][1:]
    return np.asarray(np.log((slopes**2).sum(axis=1) / (slopes**2).sum() + 1e-6))


def _misfit(theta: Floats, x0: Floats, x1: Floats, z0: Floats, z1: Floats) -> tuple[float, Floats, Floats, Floats]:
    """Return the outcome's mean squared misfit for V = softmax(theta), then V, the donors' weights W, the misfits."""
    v = _softmax(theta)
    root = np.sqrt(v)
    w = simplex_weights(root[:, None] * x0, root * x1)
    miss = z0 @ w - z1
    return float(miss @ miss) / len(z1), v, w, miss


def _sloped(theta: Floats, x0: Floats, x1: Floats, z0: Floats, z1: Floats) -> tuple[float, Floats]:
    """Return the misfit and its gradient in theta, for a fixed set of donors with weight (adjoint method)."""
    value, v, w, miss = _misfit(theta, x0, x1, z0, z1)
    support = np.flatnonzero(w > 1e-9)
    part, size = x0[:, support], len(support)
    system = np.zeros((size + 1, size + 1))
    system[:size, :size] = (part * v[:, None]).T @ part
    system[:size, size] = system[size, :size] = 1.0
    pull = np.r_[2.0 / len(z1) * (z0[:, support].T @ miss), 0.0]
    try:
        adjoint = np.linalg.solve(system, pull)[:size]
    except np.linalg.LinAlgError:
        adjoint = np.linalg.lstsq(system, pull, rcond=None)[0][:size]
    slope_v = -(part @ adjoint) * (x0 @ w - x1)
    return value, np.nan_to_num(v * (slope_v - float(v @ slope_v)))
