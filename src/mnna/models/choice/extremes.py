"""Bounds on each candidate's ranks over all possible values of missing figures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mnna.models.tidy import Floats

DRAWS = 2000
BLOCK = 100


@dataclass(frozen=True)
class Extremes:
    """Worst-case and best-case results of each candidate.

    `first` (how often the candidate comes first) and `rank` (its mean rank) are two rows by candidates: the worst case,
    then the best. `imputed` is, per candidate, the mean share of the weights on criteria for which it has no figure.
    """

    first: Floats
    rank: Floats
    imputed: Floats


def extremes(values: Floats, weights: Floats) -> Extremes:
    """Return the bounds over the first `DRAWS` rows of `weights` (draws by criteria).

    `values` is candidates by criteria from 0 (worst) to 1 (best), NaN where missing. A candidate's worst case sets its
    own missing figures to 0 and all others' to 1; its best case does the reverse. In a tie the worst case ranks the
    candidate behind the other, the best case before it.
    """
    drawn = weights[:DRAWS]
    gone = np.isnan(values)
    low, high = drawn @ np.where(gone, 0.0, values).T, drawn @ np.where(gone, 1.0, values).T
    size = len(values)
    ranks = np.zeros((2, size))
    first = np.zeros((2, size))
    own = np.eye(size, dtype=bool)
    for start in range(0, len(drawn), BLOCK):
        worst, best = low[start : start + BLOCK], high[start : start + BLOCK]
        behind = ((best[:, None, :] >= worst[:, :, None]) & ~own).sum(axis=2)
        before = ((worst[:, None, :] > best[:, :, None]) & ~own).sum(axis=2)
        for place, ahead in enumerate((behind, before)):
            ranks[place] += (1 + ahead).sum(axis=0)
            first[place] += (ahead == 0).sum(axis=0)
    return Extremes(first / len(drawn), ranks / len(drawn), np.asarray(drawn.mean(axis=0) @ gone.T))
