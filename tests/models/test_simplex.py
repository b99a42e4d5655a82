"""Weights that sum to one: the exact minimum."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnna.models.simplex import simplex_weights


@settings(max_examples=60)
@given(st.integers(1, 8), st.integers(2, 30), st.integers(0, 10_000))
def test_simplex_weights_meet_the_conditions_of_a_minimum(height: int, width: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    design, target = rng.normal(size=(height, width)), rng.normal(size=height)
    found = simplex_weights(design, target)
    slope = 2 * design.T @ (design @ found - target)
    assert found.min() >= 0 and found.sum() == pytest.approx(1.0)
    assert slope[found > 1e-9] == pytest.approx(np.full((found > 1e-9).sum(), slope.min()), abs=1e-6)
