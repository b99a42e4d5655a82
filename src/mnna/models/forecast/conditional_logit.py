"""The conditional logit: which rows of a stratum are events, given how many are; exact also for several events.

The likelihood of a stratum with m events among n rows is exp(sum of the events' scores), divided by the sum of
exp(sum of scores) over all ways to choose m of the n rows. It is computed by the recursion of Gail, Lubin and
Rubinstein (1981).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from mnna.models.forecast.hazard import Height, top
from mnna.models.tidy import Floats


@dataclass(frozen=True, slots=True)
class ConditionalLogit:
    """The slopes and the log likelihood (without penalty) at the estimate; there is no intercept to estimate."""

    slopes: Floats
    log_likelihood: float


def conditional_logit(design: Floats, named: Floats, strata: Sequence[Any], penalty: float = 0.0) -> ConditionalLogit:
    """Return the exact conditional logit; `named` is 0 or 1 per row of `design`, `strata` labels each row.

    `penalty` shrinks the slopes as in `hazard.ridge`. Strata that have only events, or no event, are left out, because
    they do not depend on the slopes.
    """
    labels = np.unique(np.array([str(one) for one in strata]), return_inverse=True)[1]
    groups = [(design[labels == i], named[labels == i]) for i in range(labels.max() + 1)]
    groups = [(x, y) for x, y in groups if 0 < y.sum() < len(y)]
    beta, value = top(lambda beta: _sums(groups, beta, penalty), np.zeros(design.shape[1]))
    return ConditionalLogit(beta, value + 0.5 * penalty * float(beta @ beta))


def _sums(groups: list[tuple[Floats, Floats]], beta: Floats, penalty: float) -> Height:
    """Return the penalized log likelihood."""
    value, slope = -0.5 * penalty * float(beta @ beta), -penalty * beta
    curve = penalty * np.eye(len(beta))
    for x, y in groups:
        one = _single(x, y, beta) if y.sum() == 1 else _several(x, y, beta)
        value, slope, curve = value + one[0], slope + one[1], curve + one[2]
    return value, slope, curve


def _single(x: Floats, y: Floats, beta: Floats) -> Height:
    scores = x @ beta
    top = scores.max()
    weights = np.exp(scores - top)
    total = weights.sum()
    share = weights / total
    mean = share @ x
    return (float(y @ scores - top - np.log(total)), y @ x - mean, (x * share[:, None]).T @ x - np.outer(mean, mean))


def _several(x: Floats, y: Floats, beta: Floats) -> Height:
    """Return a stratum's log likelihood, gradient and minus second derivative where it has m events.

    The sums over all choices of m rows, and their derivatives, are built up row by row.
    """
    m, width = int(y.sum()), x.shape[1]
    scores = x @ beta
    top = scores.max()
    total, first, second = np.zeros(m + 1), np.zeros((m + 1, width)), np.zeros((m + 1, width, width))
    total[0] = 1.0
    for row, weight in zip(x, np.exp(scores - top), strict=True):
        cross = np.einsum("i,kj->kij", row, first[:-1])
        second[1:] += weight * (
            second[:-1] + cross + cross.transpose(0, 2, 1) + np.outer(row, row) * total[:-1, None, None]
        )
        first[1:] += weight * (first[:-1] + row * total[:-1, None])
        total[1:] += weight * total[:-1]
    mean = first[m] / total[m]
    return (float(y @ scores - m * top - np.log(total[m])), y @ x - mean, second[m] / total[m] - np.outer(mean, mean))
