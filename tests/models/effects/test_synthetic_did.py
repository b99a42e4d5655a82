"""Synthetic difference in differences and its relatives."""

from __future__ import annotations

import pytest

from mnna.models.effects.synthetic_did import block_effect
from tests.models.effects.factors import NAMES, rows


@pytest.mark.parametrize("method", ["sdid", "sc", "did"])
def test_block_effects_recover_an_exact_effect(method: str) -> None:
    found = block_effect(rows(), **NAMES, treated=["u0"], treated_from=2000, method=method)  # type: ignore[arg-type]
    assert found.effect == pytest.approx(-5.0, abs=0.01 if method == "sc" else 8.0)
    assert sum(found.unit_weights.values()) == pytest.approx(1.0)
