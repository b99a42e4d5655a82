"""Exact least squares over weights that are not negative and sum to one.

With the weights summing to one, A w - b = (A - b 1') w; and minimising |(A - b 1') u|^2 + (1'u - 1)^2 over u >= 0
gives, once divided by its sum, exactly the constrained minimum: with u = s w and misfit q of w, the best s leaves
q / (1 + q), which grows with q. So one non-negative least squares solve is enough, with no penalty to tune.
"""

from __future__ import annotations

import numpy as np
from scipy.optimize import nnls

from mnna.models.tidy import Floats


def simplex_weights(design: Floats, target: Floats) -> Floats:
    """Return the weights w >= 0 with sum 1 that minimize |design @ w - target|^2; `design` is rows by candidates.

    Where several solutions are equally good (more candidates than rows and a perfect fit), the result is one with few
    nonzero weights.
    """
    shifted = design - target[:, None]
    size = np.abs(shifted).max()
    if size == 0.0:
        return np.full(design.shape[1], 1.0 / design.shape[1])
    found, _ = nnls(np.vstack([shifted / size, np.ones(design.shape[1])]), np.r_[np.zeros(len(target)), 1.0])
    return np.asarray(found / found.sum())


def ridge_simplex_weights(design: Floats, target: Floats, penalty: float, intercept: bool = True) -> Floats:
    """Return the weights w >= 0 with sum 1 that minimize |design @ w - target|^2 + `penalty` * |w|^2.

    With `intercept` the fit also has a free constant.
    """
    if intercept:
        design, target = design - design.mean(axis=0), target - target.mean()
    stacked = np.vstack([design, np.sqrt(penalty) * np.eye(design.shape[1])])
    return simplex_weights(stacked, np.r_[target, np.zeros(design.shape[1])])
