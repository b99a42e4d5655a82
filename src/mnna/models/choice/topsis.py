"""TOPSIS (Hwang and Yoon 1981): ranking by distance to the ideal and to the worst values, at given weights."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mnna.errors import BadFacts
from mnna.models.tidy import Floats, known_word


def topsis(values: Floats, weights: Floats, better: Sequence[str] | None = None) -> Floats:
    """Return each candidate's closeness to the ideal, from 0 (worst) to 1 (ideal).

    `values` is candidates by criteria in any units; each column is divided by its length. `weights` is one per
    criterion, or draws by criteria (the result is then draws by candidates). `better` is `high` or `low` per criterion
    (default: all `high`). Raises `BadFacts` for a missing value and `UnknownWord` for another direction.
    """
    for word in better or ():
        known_word("the direction", word, ("high", "low"))
    if not np.isfinite(values).all():
        raise BadFacts("TOPSIS", "a value is missing", (), "Leave the candidate or the criterion out.")
    length = np.sqrt((values**2).sum(axis=0))
    unit = values / np.where(length > 0, length, 1.0)
    cost = np.array([one == "low" for one in better]) if better is not None else np.zeros(values.shape[1], dtype=bool)
    ideal = np.where(cost, unit.min(axis=0), unit.max(axis=0))
    worst = np.where(cost, unit.max(axis=0), unit.min(axis=0))
    squared = np.asarray(weights, dtype=float) ** 2
    to_ideal = np.sqrt(squared @ ((unit - ideal) ** 2).T)
    to_worst = np.sqrt(squared @ ((unit - worst) ** 2).T)
    whole = to_ideal + to_worst
    return np.asarray(np.divide(to_worst, whole, out=np.full_like(whole, 0.5), where=whole > 0))
