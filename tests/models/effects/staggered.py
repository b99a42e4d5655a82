"""An invented panel in which units are treated in different years."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

NAMES: dict[str, Any] = {"unit": "unit", "time": "time", "outcome": "y", "first_treated": "first"}


def panel(effect: float = 0.5, seed: int = 1, units: int = 80, share: float = 1.0) -> pd.DataFrame:
    """A staggered panel with a constant effect, unit and time effects and noise; `share` of its rows kept."""
    rng = np.random.default_rng(seed)
    rows = []
    for unit in range(units):
        first, level = int(rng.choice([0, 0, 2004, 2006, 2007])), rng.normal()
        for time in range(2001, 2009):
            gain = effect if first and time >= first else 0.0
            rows.append(
                {"unit": f"u{unit}", "time": time, "first": first, "y": level + 0.1 * time + gain + rng.normal()}
            )
    return pd.DataFrame(rows).sample(frac=share, random_state=seed)
