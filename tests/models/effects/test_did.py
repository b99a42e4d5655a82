"""Our estimators against the library's, against arithmetic, and against known effects."""

from __future__ import annotations

import numpy as np
import pytest

from mnna.errors import BadFacts
from mnna.models.effects import library_check
from mnna.models.effects.callaway_santanna import callaway_santanna
from mnna.models.effects.did import imputation
from tests.models.effects.staggered import NAMES, panel


@pytest.mark.parametrize("share", [1.0, 0.9])
def test_imputation_is_the_librarys_two_stage_estimate(share: float) -> None:
    rows = panel(share=share)
    assert imputation(rows, **NAMES).att == pytest.approx(library_check.two_stage(rows, **NAMES), abs=1e-6)


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


def test_the_standard_error_is_what_the_estimate_varies_by() -> None:
    found = [imputation(panel(seed=seed, units=60), **NAMES, errors=True) for seed in range(40)]
    spread = np.std([one.att for one in found], ddof=1)
    assert np.mean([one.standard_error for one in found]) == pytest.approx(spread, rel=0.25)
    assert np.isnan(imputation(panel(units=20), **NAMES).standard_error)
    with pytest.raises(BadFacts, match="every unit counts once"):
        imputation(panel(units=20), **NAMES, weighting="unit", errors=True)
