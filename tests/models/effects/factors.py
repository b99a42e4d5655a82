"""An invented panel of two factors, in which one unit is a mixture of two others."""

from __future__ import annotations

from typing import Any

import numpy as np

NAMES: dict[str, Any] = {"unit": "unit", "time": "year", "outcome": "y"}


def rows(units: int = 12, effect: float = -5.0, seed: int = 0) -> list[dict[str, object]]:
    """A two-factor panel in which unit u0 is u1 and u2 in equal parts, and changes by `effect` from 2000 on."""
    rng = np.random.default_rng(seed)
    loads, factors = rng.random((units, 2)) * 10, rng.normal(size=(2, 25)).cumsum(axis=1)
    loads[0] = (loads[1] + loads[2]) / 2
    values = 50 + loads @ factors
    values[0, 15:] += effect
    return [
        {"unit": f"u{i}", "year": 1985 + t, "y": values[i, t], "x": loads[i, 0], "z": loads[i, 1]}
        for i in range(units)
        for t in range(25)
    ]
