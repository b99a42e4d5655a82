"""Logit models of the yearly hazard of being named, by ridge and by Firth's penalty; they are rivals of the rule.

Firth's penalty keeps estimates finite when events are few or separated, but pulls probabilities toward one half, the
more so the rarer the event. So the intercept is fitted again with the slopes fixed (FLIC: Puhr, Heinze, Lusa and
Geroldinger 2017).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mnna.errors import BadFacts
from mnna.models.tidy import Floats

RIDGE = 1.0
TOLERANCE = 1e-10


@dataclass(frozen=True, slots=True)
class Hazard:
    """A fitted logit: the `intercept`, and one slope per column of the design in log odds per unit of the column."""

    intercept: float
    slopes: Floats

    def log_odds(self, design: Floats) -> Floats:
        """Return the log odds of each row of a design without a constant column."""
        return np.asarray(self.intercept + design @ self.slopes)

    def probability(self, design: Floats) -> Floats:
        """Return the probability of each row."""
        return inverse_logit(self.log_odds(design))


@dataclass(frozen=True, slots=True)
class FirthFit:
    """Firth's penalized fit: coefficients (intercept first) and the FLIC intercept.

    `interval(alpha)` returns profile-likelihood intervals.
    """

    coefficients: Floats
    flic_intercept: float
    interval: Callable[[float], Floats]

    def hazard(self) -> Hazard:
        """Return the fit for prediction, with the FLIC intercept."""
        return Hazard(self.flic_intercept, self.coefficients[1:])


def inverse_logit(log_odds: Floats) -> Floats:
    """Return the probability for log odds."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(log_odds, -700, 700))))


def ridge(design: Floats, named: Floats, penalty: float = RIDGE, start: Floats | None = None) -> Hazard:
    """Return a logit whose slopes are shrunk by `penalty`/2 times their squares; the intercept is not shrunk.

    `design` is rows by columns without a constant, `named` 0 or 1 per row. A `penalty` of 1 on standardized columns
    equals a normal prior of standard deviation 1. Raises `BadFacts` where a cell is missing, or no row or every row is
    an event.
    """
    _check(design, named)
    full = np.column_stack([np.ones(len(design)), design])
    weights = np.full(full.shape[1], penalty)
    weights[0] = 0.0
    rate = named.mean()
    beta = np.r_[np.log(rate / (1 - rate)), np.zeros(design.shape[1])] if start is None else start
    beta, _ = top(lambda beta: _likelihood(full, named, weights, beta), beta)
    return Hazard(float(beta[0]), beta[1:])


Height = tuple[float, Floats, Floats]
"""The value of a function at a point, its gradient, and minus its second derivative."""


def top(of: Callable[[Floats], Height], beta: Floats) -> tuple[Floats, float]:
    """Return where a concave function is largest, and its value there, by Newton's method with halved steps."""
    value, slope, curve = of(beta)
    for _ in range(100):
        step = np.linalg.solve(curve + 1e-12 * np.eye(len(beta)), slope)
        after = of(beta + step)
        while after[0] < value - 1e-12 and np.abs(step).max() > TOLERANCE:
            step = step / 2
            after = of(beta + step)
        beta, (value, slope, curve) = beta + step, after
        if np.abs(step).max() < TOLERANCE:
            break
    return beta, value


def _likelihood(full: Floats, named: Floats, weights: Floats, beta: Floats, offset: Floats | float = 0.0) -> Height:
    """Return the penalized log likelihood of a logit, at the log odds `offset + full @ beta`."""
    log_odds = offset + full @ beta
    p = inverse_logit(log_odds)
    value = named @ log_odds - np.logaddexp(0, log_odds).sum() - 0.5 * (weights * beta**2).sum()
    curve = (full * (p * (1 - p))[:, None]).T @ full + np.diag(weights)
    return float(value), full.T @ (named - p) - weights * beta, curve


def firth(design: Floats, named: Floats, tolerance: float = 1e-8) -> FirthFit:
    """Return Firth's logit (Firth 1993; Heinze and Schemper 2002) with the FLIC intercept.

    `interval(0.05)` gives 95% profile-likelihood intervals, one row (low, high) per coefficient, intercept first.
    Raises `BadFacts` as `ridge` does.
    """
    import warnings

    from firthmodels import FirthLogisticRegression

    _check(design, named)
    model = FirthLogisticRegression(backend="numpy", max_iter=200, gtol=tolerance, xtol=tolerance)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.fit(design, named)
    slopes = np.asarray(model.coef_, dtype=float).ravel()
    coefficients = np.r_[float(np.ravel(model.intercept_)[0]), slopes]

    def interval(alpha: float = 0.05) -> Floats:
        found = np.asarray(model.conf_int(alpha=alpha, method="pl"), dtype=float)
        return np.vstack([found[-1:], found[:-1]])  # the library puts the intercept last

    return FirthFit(coefficients, flic(design @ slopes, named), interval)


def flic(offset: Floats, named: Floats) -> float:
    """Return the intercept at which the mean fitted probability equals the observed rate, given each row's `offset`."""
    rate = float(named.mean())
    start, ones = np.array([np.log(rate / (1 - rate)) - offset.mean()]), np.ones((len(named), 1))
    return float(top(lambda beta: _likelihood(ones, named, np.zeros(1), beta, offset), start)[0][0])


def _check(design: Floats, named: Floats) -> None:
    if not np.isfinite(design).all():
        raise BadFacts("a hazard model", "the design has missing cells", (), "Fill or drop them first.")
    if not 0 < named.sum() < len(named):
        raise BadFacts("a hazard model", "all rows or no rows are events", (), "Give rows of both kinds.")
