"""Synthetic difference in differences and its relatives."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from mnna.errors import BadFacts
from mnna.models.effects.synthetic_did import block_effect
from tests.models.effects.factors import NAMES, rows


@pytest.mark.parametrize("method", ["sdid", "sc", "did"])
def test_block_effects_recover_an_exact_effect(method: str) -> None:
    found = block_effect(rows(), **NAMES, treated=["u0"], treated_from=2000, method=method)  # type: ignore[arg-type]
    assert found.effect == pytest.approx(-5.0, abs=0.01 if method == "sc" else 8.0)
    assert sum(found.unit_weights.values()) == pytest.approx(1.0)


def test_the_placebo_error_is_what_placebos_vary_by_and_repeats() -> None:
    """Treated units that are noise like the others: the estimate lies within a few errors of zero."""
    rng = np.random.default_rng(2)
    panel = [{"unit": i, "year": t, "y": float(rng.normal())} for i in range(30) for t in range(20)]
    case: dict[str, Any] = {"unit": "unit", "time": "year", "outcome": "y", "treated": [0, 1], "treated_from": 15}
    found = [block_effect(panel, **case, draws=100, seed=5) for _ in range(2)]
    assert found[0].standard_error == found[1].standard_error
    # the mean of 2 x 5 cells against weighted others: near 1 / sqrt(10), a little more for what the weights add
    assert 0.25 < found[0].standard_error < 0.6 and abs(found[0].effect) < 3 * found[0].standard_error
    assert np.isnan(block_effect(panel, **case).standard_error)
    with pytest.raises(BadFacts, match="cannot play"):
        block_effect(panel, **{**case, "treated": list(range(16))}, draws=10)
