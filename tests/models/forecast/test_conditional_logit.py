"""The conditional logit: its likelihood is the exact one, with one event in a stratum or several."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import minimize

from mnna.models.forecast.conditional_logit import conditional_logit


@pytest.mark.parametrize("several", [False, True])
def test_conditional_logit_maximises_the_exact_likelihood(several: bool) -> None:
    from itertools import combinations

    rng = np.random.default_rng(4)
    strata = np.repeat(np.arange(25), 6)
    design = rng.normal(size=(150, 2))
    named = np.zeros(150)
    for stratum in range(25):
        rows = np.flatnonzero(strata == stratum)
        count = 2 if several and stratum % 2 else 1
        odds = np.exp(design[rows, 0])
        named[rng.choice(rows, count, replace=False, p=odds / odds.sum())] = 1

    def loss(beta: np.ndarray) -> float:
        total = 0.0
        for stratum in range(25):
            rows = np.flatnonzero(strata == stratum)
            score = design[rows] @ beta
            ways = combinations(range(6), int(named[rows].sum()))
            total += np.log(sum(np.exp(score[list(way)].sum()) for way in ways)) - score @ named[rows]
        return float(total)

    found = conditional_logit(design, named, list(strata))
    best = minimize(loss, np.zeros(2), tol=1e-10)
    assert found.slopes == pytest.approx(best.x, abs=1e-4)
    assert found.log_likelihood == pytest.approx(-best.fun, abs=1e-6)
