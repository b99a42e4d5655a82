"""Our estimators against the library's, against arithmetic, and against known effects."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from mnna.errors import BadFacts, UnknownWord
from mnna.models.effects import library_check
from mnna.models.effects.callaway_santanna import callaway_santanna
from mnna.models.effects.did import imputation

NAMES = {"unit": "unit", "time": "time", "outcome": "y", "first_treated": "first"}


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


@pytest.mark.parametrize("share", [1.0, 0.9])
def test_imputation_is_the_librarys_two_stage_estimate(share: float) -> None:
    rows = panel(share=share)
    assert imputation(rows, **NAMES).att == pytest.approx(library_check.two_stage(rows, **NAMES), abs=1e-6)


@pytest.mark.parametrize("controls", ["never_treated", "not_yet_treated"])
def test_group_time_effects_are_the_librarys(controls: str) -> None:
    rows = panel()
    own = callaway_santanna(rows, **NAMES, controls=controls).simple  # type: ignore[arg-type]
    theirs = library_check.callaway_santanna(rows, **NAMES, controls=controls)
    assert (own.effect, own.standard_error) == pytest.approx(theirs, abs=1e-9)


def test_without_noise_the_effect_comes_out_exactly() -> None:
    rows = [
        {"unit": u, "time": t, "first": f, "y": 3 * i + t**2 + (f > 0 and t >= f) * (t - f + 1)}
        for i, (u, f) in enumerate([("a", 0), ("b", 3), ("c", 5), ("d", 0)])
        for t in range(1, 7)
    ]
    found = imputation(rows, **NAMES)
    assert found.horizons == pytest.approx({-4: 0, -3: 0, -2: 0, -1: 0, 0: 1, 1: 2, 2: 3, 3: 4}, abs=1e-9)
    assert found.by_unit == pytest.approx({"b": 2.5, "c": 1.5})
    assert callaway_santanna(rows, **NAMES).event[1].effect == pytest.approx(2.0)


def test_units_with_nothing_to_impute_from_are_named() -> None:
    rows = [
        {"unit": u, "time": t, "first": f, "y": t} for u, f in [("always", 1), ("b", 3), ("c", 0)] for t in range(1, 6)
    ]
    assert imputation(rows, **NAMES).dropped == ("always",)


def test_bootstrap_errors_are_near_the_analytic_and_the_same_twice() -> None:
    rows = panel()
    analytic = callaway_santanna(rows, **NAMES).simple.standard_error
    drawn = [callaway_santanna(rows, **NAMES, draws=1000, seed=3).simple.standard_error for _ in range(2)]
    assert drawn[0] == drawn[1] == pytest.approx(analytic, rel=0.15)


def test_honest_bounds_widen_with_what_is_allowed() -> None:
    found = library_check.honest_bounds(np.array([0.1, -0.05, 0.02, 0.3, 0.4]), np.eye(5) * 0.01, 3)
    widths = [one["high"] - one["low"] for one in found]
    assert widths == sorted(widths)
    half = found[0]
    mean, step = (
        0.35,
        0.15,
    )  # the largest pre-period change of 0.15, half of it allowed each year, so 0.75 of it on average
    assert (half["bound_low"], half["bound_high"]) == pytest.approx((mean - 0.75 * step, mean + 0.75 * step))


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


@pytest.mark.parametrize("never", [np.nan, np.inf, 9999, "NA"])
def test_however_never_is_written_and_whatever_names_the_units_all_estimators_agree(never: object) -> None:
    rows = panel(units=40)
    plain = imputation(rows, **NAMES), callaway_santanna(rows, **NAMES), library_check.two_stage(rows, **NAMES)
    other = rows.astype({"first": object})
    other["first"] = [never if one == 0 else one for one in rows["first"]]
    other["unit"] = [int(str(one)[1:]) for one in rows["unit"]]
    other = other.astype({"time": str, "y": str})
    assert imputation(other, **NAMES).att == plain[0].att and imputation(other, **NAMES).dropped == plain[0].dropped
    assert callaway_santanna(other, **NAMES).simple == plain[1].simple
    assert library_check.two_stage(other, **NAMES) == pytest.approx(plain[2], abs=1e-9)


def test_a_misspelt_choice_is_refused_and_means_no_other() -> None:
    rows = panel(units=10)
    with pytest.raises(UnknownWord, match="never_treated"):
        callaway_santanna(rows, **NAMES, controls="nevertreated")  # type: ignore[arg-type]
    with pytest.raises(UnknownWord, match="observation"):
        imputation(rows, **NAMES, weighting="cell")  # type: ignore[arg-type]
