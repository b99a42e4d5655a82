"""How far a candidate's ranks could move, whatever its missing figures are, and how much of them rests on none."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mnna.models.tidy import Floats

DRAWS = 2000
BLOCK = 100


@dataclass(frozen=True)
class Extremes:
    """`first` and `rank` are two rows by candidates, the worst case and then the best: how often it comes first, and
    its mean rank. `imputed` is the mean share of the weights on criteria that a candidate has no figure for."""

    first: Floats
    rank: Floats
    imputed: Floats


def extremes(values: Floats, weights: Floats) -> Extremes:
    """Return the bounds over the first weights drawn.

    `values` is candidates by criteria from 0 (worst) to 1 (best), NaN where missing. In a candidate's worst case its
    own missing figures are the worst there are and all others' the best; in its best case the other way round. Where
    two tie, the worst case puts it behind and the best case before.
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
