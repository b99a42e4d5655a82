"""TOPSIS: closeness to the ideal, for one set of weights and for many at once."""

from __future__ import annotations

import numpy as np
import pytest

from mnna.errors import BadFacts
from mnna.models.choice.topsis import topsis
from mnna.models.choice.weights import draw_weights


def test_topsis_for_many_weights_is_topsis_for_each() -> None:
    values = np.random.default_rng(0).random((7, 4))
    weights = draw_weights(list("abcd"), 5, 0)
    better = ["high", "low", "high", "low"]
    many = topsis(values, weights, better)
    assert many == pytest.approx(np.array([topsis(values, one, better) for one in weights]))
    with pytest.raises(BadFacts):
        topsis(np.array([[np.nan, 1.0]]), np.ones(2))
