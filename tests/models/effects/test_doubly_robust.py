"""Covariates: what would have happened anyway is taken out, and too little overlap is refused."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mnna.errors import BadFacts
from mnna.models.effects import library_check
from mnna.models.effects.callaway_santanna import callaway_santanna
from tests.models.effects.staggered import NAMES


def confounded(seed: int = 3) -> pd.DataFrame:
    """Units with a large `x` are treated more often and would have grown faster anyway; the effect is 1."""
    rng = np.random.default_rng(seed)
    rows = []
    for unit in range(600):
        x = rng.normal()
        first = int(rng.choice([2003, 2004])) if rng.random() < 1 / (1 + np.exp(-x)) else 0
        level = rng.normal()
        for time in range(2000, 2006):
            gain = 1.0 if first and time >= first else 0.0
            y = level + 0.5 * x * (time - 2000) + gain + 0.3 * rng.normal()
            rows.append({"unit": unit, "time": time, "first": first, "x": x, "y": y})
    return pd.DataFrame(rows)


def test_covariates_take_out_what_would_have_happened_anyway() -> None:
    rows = confounded()
    plain = callaway_santanna(rows, **NAMES).simple.effect
    held = callaway_santanna(rows, **NAMES, covariates=["x"])
    assert plain > 1.3 and held.simple.effect == pytest.approx(1.0, abs=0.05)
    theirs = library_check.callaway_santanna(rows, **NAMES, covariates=["x"])
    assert (held.simple.effect, held.simple.standard_error) == pytest.approx(theirs, abs=1e-4)
    late = library_check.callaway_santanna(rows, **NAMES, covariates=["x"], controls="not_yet_treated")
    own = callaway_santanna(rows, **NAMES, covariates=["x"], controls="not_yet_treated").simple
    assert (own.effect, own.standard_error) == pytest.approx(late, abs=1e-4)


def test_covariates_that_leave_no_likeness_are_refused() -> None:
    rows = confounded().assign(x=lambda table: (table["first"] > 0) * 1.0)
    with pytest.raises(BadFacts, match="no cohort"):
        callaway_santanna(rows, **NAMES, covariates=["x"])
