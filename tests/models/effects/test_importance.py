"""How much each predictor counts: the one that follows the outcome counts most, and the answer repeats."""

from __future__ import annotations

import numpy as np
import pytest

from mnna.models.effects.importance import importance


def problem(seed: int = 0) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Ten donors and a treated unit with two predictors: the outcome's own level, and noise."""
    rng = np.random.default_rng(seed)
    level = rng.normal(size=11)
    predictors = np.vstack([level, rng.normal(size=11)])
    outcomes = np.outer(np.ones(6), level)
    return predictors[:, 1:], predictors[:, 0], outcomes[:, 1:], outcomes[:, 0]


def test_shares_sum_to_one_and_repeat() -> None:
    task = problem()
    one, two = importance(*task, 2, [1]), importance(*task, 2, [1])
    assert one.sum() == pytest.approx(1.0) and (one >= 0).all() and np.array_equal(one, two)


def test_what_follows_the_outcome_counts_more_than_noise() -> None:
    followed, noise = importance(*problem(), 4, [0])
    assert followed > noise
