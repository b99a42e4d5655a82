"""Group-time effects: the library's, with errors that repeat."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from mnna.errors import BadFacts, UnknownWord
from mnna.models.effects import library_check
from mnna.models.effects.callaway_santanna import _over_groups, callaway_santanna, difference
from mnna.models.effects.did import imputation
from tests.models.effects.staggered import NAMES, panel


@pytest.mark.parametrize("controls", ["never_treated", "not_yet_treated"])
def test_group_time_effects_are_the_librarys(controls: str) -> None:
    rows = panel()
    own = callaway_santanna(rows, **NAMES, controls=controls).simple  # type: ignore[arg-type]
    theirs = library_check.callaway_santanna(rows, **NAMES, controls=controls)
    assert (own.effect, own.standard_error) == pytest.approx(theirs, abs=1e-9)


def test_bootstrap_errors_are_near_the_analytic_and_the_same_twice() -> None:
    rows = panel()
    analytic = callaway_santanna(rows, **NAMES).simple.standard_error
    drawn = [callaway_santanna(rows, **NAMES, draws=1000, seed=3).simple.standard_error for _ in range(2)]
    assert drawn[0] == drawn[1] == pytest.approx(analytic, rel=0.15)


def test_a_misspelt_choice_is_refused_and_means_no_other() -> None:
    rows = panel(units=10)
    with pytest.raises(UnknownWord, match="never_treated"):
        callaway_santanna(rows, **NAMES, controls="nevertreated")  # type: ignore[arg-type]
    with pytest.raises(UnknownWord, match="observation"):
        imputation(rows, **NAMES, weighting="cell")  # type: ignore[arg-type]


def test_the_mean_over_groups_follows_a_change_of_their_shares() -> None:
    """What one unit adds to the estimate is the change of the mean as the shares move towards that unit's group."""
    shares, effects, start = {3: 0.2, 5: 0.3}, {3: 1.0, 5: 4.0}, np.array([3, 5, 5, 0, 0])

    def mean(of: dict[int, float]) -> float:
        return sum(of[g] * effects[g] for g in of) / sum(of.values())

    groups = {g: (effect, np.zeros(len(start))) for g, effect in effects.items()}
    parts: Any = SimpleNamespace(shares=shares, start=start)
    estimate, influence = _over_groups(parts, groups)
    assert estimate == pytest.approx(mean(shares)) == pytest.approx(2.8)
    step = 1e-7
    moved = [{g: share + step * ((unit == g) - share) for g, share in shares.items()} for unit in start]
    assert influence == pytest.approx([(mean(of) - mean(shares)) / step for of in moved], abs=1e-5)


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


@pytest.mark.parametrize(("treated", "units", "fits"), [(2, 40, False), (3, 40, True), (37, 40, True), (38, 40, False)])
def test_a_group_must_have_more_units_than_the_model_has_coefficients(treated: int, units: int, fits: bool) -> None:
    rng = np.random.default_rng(5)
    change, covariate = rng.normal(size=units), rng.normal(size=(units, 1))
    marked = np.isin(np.arange(units), rng.choice(units, treated, replace=False))
    assert (difference(change, marked, covariate) is not None) == fits
    assert difference(change, marked, np.ones((units, 1))) is None
