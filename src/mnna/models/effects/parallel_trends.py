"""Rambachan and Roth's (2023) bounds on an effect where trends may not be parallel, as valid confidence sets.

Their restriction is *relative magnitudes*: after treatment the difference in trends moves at most M times as far from
one period to the next as it ever did before. The set inverts the conditional test with least-favorable critical values
(their C-LF, after Andrews, Roth and Pakes 2023). The code is our own because `diff-diff` 3.13 treats the largest move
before treatment as known, so that its sets cover the truth in only 75 to 88% where trends truly differ (`bench`:
`python -m bench models`).

For each position and sign of the largest move before treatment, the restriction is a set of linear inequalities. The
dual of their linear program has only n + 2 corners for n periods after treatment. `_corners` computes them directly, so
no solver is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from mnna.errors import BadFacts
from mnna.models.tidy import Bools, Floats

DRAWS = 10_000
SEED = 517
KAPPA = 0.1  # share of alpha that the first stage spends
GRID = 801
WIDE = 20.0  # the search begins with this many standard errors to each side


@dataclass(frozen=True, slots=True)
class _Corners:
    """The corners of the dual: `values` at zero effect, `slopes` (their fall as the effect rises) and `covariance`.

    Where every inequality holds with equality (the least favorable case), the largest corner exceeds `edge` with
    probability `KAPPA * alpha`.
    """

    values: Floats
    slopes: Floats
    covariance: Floats
    edge: float


def bounds(
    estimates: Floats, covariance: Floats, before: int, relative: Sequence[float] = (0.5, 1.0, 2.0), alpha: float = 0.05
) -> list[dict[str, float]]:
    """Return the bounds on the mean effect after treatment, one object per value of `relative`.

    `estimates` are event-study coefficients against the last period before treatment; the first `before` of them are of
    earlier periods. An object assumes that trends after treatment moved at most `relative` times as far in a period as
    they ever did before. The mean effect is then between `low` and `high` (a 1 - `alpha` confidence set), or between
    `bound_low` and `bound_high` if the estimates had no noise. Raises `BadFacts` without a coefficient on each side.
    """
    if not 0 < before < len(estimates):
        do = "Give coefficients of periods before the last untreated one and of periods after."
        raise BadFacts("bounds under trends that differ", "there is no period before, or none after", (), do)
    found = []
    for times in relative:
        low, high = _set(estimates, covariance, before, times, alpha)
        middle, reach = float(estimates[before:].mean()), _reach(estimates, before, times)
        ends = {"bound_low": middle - reach, "bound_high": middle + reach}
        found.append({"relative": float(times), "low": low, "high": high, **ends})
    return found


def covers(
    effect: float, estimates: Floats, covariance: Floats, before: int, relative: float, alpha: float = 0.05
) -> bool:
    """Return whether the confidence set of `bounds` for one value of `relative` contains an effect."""
    places = _places(estimates, covariance, before, relative, alpha)
    return any(bool(_accepted(one, np.array([effect]), alpha)[0]) for one in places)


def _reach(estimates: Floats, before: int, relative: float) -> float:
    """Return the largest bias of the mean effect without noise, that of a linear trend with the largest slope."""
    path = np.append(estimates[:before], 0.0)
    after = len(estimates) - before
    return float(relative * np.abs(np.diff(path)).max() * (after + 1) / 2)


def _places(estimates: Floats, covariance: Floats, before: int, relative: float, alpha: float) -> list[_Corners]:
    """Return the corners for each position and sign of the largest move before treatment."""
    moves = np.diff(np.insert(np.eye(len(estimates)), before, 0.0, axis=0), axis=0)
    found = []
    for largest in moves[:before]:
        for sign in (1.0, -1.0):
            values, slopes, spread = _corners(estimates, covariance, relative * sign * largest, moves[before:])
            found.append(_Corners(values, slopes, spread, _edge(spread.tobytes(), len(spread), KAPPA * alpha)))
    return found


def _corners(estimates: Floats, covariance: Floats, allowed: Floats, later: Floats) -> tuple[Floats, Floats, Floats]:
    """Return the corners of the dual for one position of the largest move: values, slopes and covariance.

    With the moves d of the later periods (rows of `later`) and the `allowed` move m, the inequalities are d - m <= 0
    and -d - m <= 0. The weights on them that cancel the periods' own effects are: those of the mean effect on the first
    set of inequalities, those of the mean effect on the second set, and equal weights on both inequalities of a period.
    """
    after = len(later)
    rows = np.vstack([later - allowed, -later - allowed])
    errors = np.sqrt(np.einsum("ij,jk,ik->i", rows, covariance, rows))
    share = np.arange(after, 0, -1) / after
    nothing = np.zeros(after)
    up, down = np.append(share, nothing), np.append(nothing, share)
    both = np.hstack([np.eye(after), np.eye(after)])
    weights = np.vstack([up, down, both])
    scale = weights @ errors
    mixed = weights / scale[:, None] @ rows
    slopes = np.zeros(after + 2)
    slopes[:2] = 1 / scale[0], -1 / scale[1]
    return mixed @ estimates, slopes, mixed @ covariance @ mixed.T


def _accepted(corners: _Corners, effects: Floats, alpha: float) -> Bools:
    """Return, per effect, whether the conditional test with a least-favorable first stage does not reject it."""
    rest = (1 - KAPPA) * alpha / (1 - KAPPA * alpha)
    values = corners.values - effects[:, None] * corners.slopes
    first = values.argmax(axis=1)
    top = values.max(axis=1)
    variance = np.diag(corners.covariance)[first]
    pull = corners.covariance[first] / variance[:, None]
    left = values - pull * top[:, None]
    with np.errstate(divide="ignore", invalid="ignore"):
        meets = left / (1 - pull)
    tiny = 1e-9
    low = np.where(pull < 1 - tiny, meets, -np.inf).max(axis=1)
    high = np.minimum(np.where(pull > 1 + tiny, meets, np.inf).min(axis=1), corners.edge)
    error = np.sqrt(variance)
    critical = np.maximum(0.0, _quantile(rest, low / error, high / error)) * error
    return np.asarray((top <= corners.edge) & (top <= critical))


def _quantile(tail: float, low: Floats, high: Floats) -> Floats:
    """Return the 1 - `tail` quantile of a standard normal truncated to each pair of bounds."""
    from scipy.special import ndtr, ndtri

    upper = low > 0  # here both probabilities are near 1 and their difference is inexact: use the mirrored side
    near, far = np.where(upper, -high, low), np.where(upper, -low, high)
    share = np.where(upper, tail, 1 - tail)
    found = ndtri(ndtr(near) + share * (ndtr(far) - ndtr(near)))
    return np.asarray(np.where(upper, -found, found))


@lru_cache(maxsize=256)
def _edge(covariance: bytes, size: int, kappa: float) -> float:
    values, vectors = np.linalg.eigh(np.frombuffer(covariance).reshape(size, size))
    root = vectors * np.sqrt(np.maximum(values, 0.0))
    drawn = np.random.default_rng(SEED).normal(size=(DRAWS, size)) @ root.T
    return float(np.quantile(drawn.max(axis=1), 1 - kappa))


def _set(estimates: Floats, covariance: Floats, before: int, relative: float, alpha: float) -> tuple[float, float]:
    """Return the lowest and highest effect in the union of the sets over all positions of the largest move.

    Infinite where the search finds no ends, NaN where the union is empty.
    """
    places = _places(estimates, covariance, before, relative, alpha)
    after = len(estimates) - before
    weights = np.append(np.zeros(before), np.full(after, 1 / after))
    middle = float(weights @ estimates)
    wide = WIDE * float(np.sqrt(weights @ covariance @ weights)) + 2 * _reach(estimates, before, relative)

    def inside(effects: Floats) -> Bools:
        return np.asarray(np.any([_accepted(one, effects, alpha) for one in places], axis=0))

    for _ in range(20):
        grid = np.linspace(middle - wide, middle + wide, GRID)
        held = inside(grid)
        if not held[0] and not held[-1]:
            break
        wide *= 2
    else:
        return -np.inf, np.inf
    where = np.flatnonzero(held)
    if not len(where):
        return float("nan"), float("nan")
    lowest = np.linspace(grid[where[0] - 1], grid[where[0]], GRID)
    highest = np.linspace(grid[where[-1]], grid[where[-1] + 1], GRID)
    return float(lowest[inside(lowest)][0]), float(highest[inside(highest)][-1])
