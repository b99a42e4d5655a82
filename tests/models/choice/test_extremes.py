"""Bounds whatever the missing figures are: by hand, by brute force, and that every draw lies within them."""

from __future__ import annotations

import numpy as np
import pytest

from mnna.models.choice.extremes import extremes
from mnna.models.choice.smaa import smaa
from mnna.models.choice.weights import draw_weights


def test_without_missing_figures_the_bounds_are_one() -> None:
    values = np.array([[1.0, 0.0], [0.0, 1.0], [0.4, 0.4]])
    weights = draw_weights(["a", "b"], 1000, 1, (), None)
    found, exact = extremes(values, weights), smaa(values, weights, seed=1)
    assert found.first[0] == pytest.approx(found.first[1]) and found.first[0] == pytest.approx(exact.first)
    assert found.rank[0] == pytest.approx(exact.expected_rank) and not found.imputed.any()


def test_a_candidate_without_any_figure_may_be_anywhere() -> None:
    values = np.array([[np.nan, np.nan], [0.2, 1.0], [0.9, 0.3], [0.0, 0.0], [1.0, 0.5]])
    weights = draw_weights(["a", "b"], 500, 1, (), None)
    found = extremes(values, weights)
    assert (found.first[0, 0], found.first[1, 0]) == (0.0, 1.0)
    assert (found.rank[1, 0], found.rank[0, 0]) == (1.0, 5.0)
    assert found.imputed == pytest.approx([1.0, 0.0, 0.0, 0.0, 0.0])


def test_every_way_to_fill_the_gaps_lies_within() -> None:
    rng = np.random.default_rng(4)
    values = rng.random((7, 3))
    values[rng.random((7, 3)) < 0.3] = np.nan
    weights = draw_weights(["a", "b", "c"], 300, 2, (), None)
    found = extremes(values, weights)
    for _ in range(50):
        filled = np.where(np.isnan(values), rng.random((7, 3)), values)
        exact = smaa(filled, weights, seed=1)
        assert (found.first[0] <= exact.first + 1e-9).all() and (exact.first <= found.first[1] + 1e-9).all()
        assert (found.rank[1] <= exact.expected_rank + 1e-4).all()
        assert (exact.expected_rank <= found.rank[0] + 1e-4).all()
