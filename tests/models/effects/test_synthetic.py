"""Synthetic control and its relatives: the exact inner solve, determinism, placebos."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnna.errors import BadFacts, BadQuestion, UnknownWord
from mnna.models.effects.synthetic_control import Predictor, fit, problem, solve
from mnna.models.effects.synthetic_did import block_effect
from mnna.models.effects.synthetic_placebo import in_time_placebo, placebo_test
from mnna.models.simplex import simplex_weights

NAMES = {"unit": "unit", "time": "year", "outcome": "y"}


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


@settings(max_examples=60)
@given(st.integers(1, 8), st.integers(2, 30), st.integers(0, 10_000))
def test_simplex_weights_meet_the_conditions_of_a_minimum(height: int, width: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    design, target = rng.normal(size=(height, width)), rng.normal(size=height)
    found = simplex_weights(design, target)
    slope = 2 * design.T @ (design @ found - target)
    assert found.min() >= 0 and found.sum() == pytest.approx(1.0)
    assert slope[found > 1e-9] == pytest.approx(np.full((found > 1e-9).sum(), slope.min()), abs=1e-6)


def test_a_unit_that_is_a_mixture_is_found_as_one() -> None:
    found = fit(rows(), **NAMES, treated="u0", treated_from=2000)
    assert found.pre_mspe == pytest.approx(0.0, abs=1e-12)
    assert found.effect == pytest.approx(-5.0, abs=1e-6)
    by_predictors = [Predictor("x", [1990]), Predictor("z", [1990])]
    assert fit(rows(), **NAMES, treated="u0", treated_from=2000, predictors=by_predictors).effect == pytest.approx(
        -5, abs=0.1
    )


def test_the_answer_is_the_same_alone_beside_others_and_in_parallel() -> None:
    predictors = [Predictor("x", range(1990, 2000)), Predictor("y", [1989]), Predictor("y", [1999])]
    task = problem(rows(8, seed=3), **NAMES, treated_from=2000, predictors=predictors)
    serial, parallel = placebo_test(task, "u0", seed=4), placebo_test(task, "u0", seed=4, workers=2)
    assert {u: one.to_dict() for u, one in serial.fits.items()} == {
        u: one.to_dict() for u, one in parallel.fits.items()
    }
    assert solve(task, "u0", seed=4).weights == serial.real.weights


def test_placebos_rank_the_treated_unit_first() -> None:
    rng = np.random.default_rng(9)
    noisy = [{**row, "y": float(row["y"]) + rng.normal()} for row in rows(20, -40.0)]  # type: ignore[arg-type]
    test = placebo_test(problem(noisy, **NAMES, treated_from=2000), "u0")
    assert test.rank == 1 and test.p == 1 / 20 and test.p_gap == 1 / 20
    assert "u0" not in test.fits["u5"].weights  # the treated unit is nobody's donor


def test_a_false_date_shows_nothing_and_sees_nothing_later() -> None:
    task = problem(rows(), **NAMES, treated_from=2000)
    found = in_time_placebo(task, "u0", 1995)
    assert found.years[-1] == 1999 and abs(found.effect) < 0.5
    with pytest.raises(BadQuestion, match="earlier"):
        in_time_placebo(task, "u0", 2001)


def test_predictors_of_treated_years_and_absent_units_are_refused() -> None:
    with pytest.raises(BadFacts, match="treated ones"):
        problem(rows(), **NAMES, treated_from=2000, predictors=[Predictor("x", [1999, 2000])])
    with pytest.raises(BadFacts, match="not in the problem"):
        fit(rows(), **NAMES, treated="nowhere", treated_from=2000)


def test_fixed_importance_is_used_as_given() -> None:
    predictors = [Predictor("x", [1990]), Predictor("z", [1990])]
    found = fit(rows(), **NAMES, treated="u0", treated_from=2000, predictors=predictors, v=[3, 1])
    assert list(found.importance.values()) == [0.75, 0.25]


@pytest.mark.parametrize("method", ["sdid", "sc", "did"])
def test_block_effects_recover_an_exact_effect(method: str) -> None:
    found = block_effect(rows(), **NAMES, treated=["u0"], treated_from=2000, method=method)  # type: ignore[arg-type]
    assert found.effect == pytest.approx(-5.0, abs=0.01 if method == "sc" else 8.0)
    assert sum(found.unit_weights.values()) == pytest.approx(1.0)


def test_donors_that_are_followed_exactly_do_not_spoil_the_placebo_test() -> None:
    """Thirty constant zeros and two equal series beside twenty live units: the treated one is still the rarest."""
    rng = np.random.default_rng(9)
    noisy = [{**row, "y": float(row["y"]) + rng.normal()} for row in rows(20, -40.0)]  # type: ignore[arg-type]
    zeros = [{"unit": f"zero{i}", "year": 1985 + t, "y": 0.0} for i in range(30) for t in range(25)]
    twins = [{"unit": f"twin{i}", "year": 1985 + t, "y": 30.0 + t + i * (t >= 20)} for i in (0, 1) for t in range(25)]
    test = placebo_test(problem([*noisy, *zeros, *twins], **NAMES, treated_from=2000), "u0")
    assert len(test.exact) == 32 and not any(name.startswith("u") for name in test.exact)
    assert (test.rank, len(test.ratios), test.p) == (1, 20, 1 / 20)
    assert test.p_gap == 1 / 22  # the twins did move, zeros never
    said = test.to_dict()
    assert said["of"] == 20 and said["placebos"][-1]["ratio"] is None and len(said["placebos"]) == 52


def test_a_treated_unit_that_is_followed_exactly_has_no_ratio() -> None:
    test = placebo_test(problem(rows(), **NAMES, treated_from=2000), "u0")
    assert test.rank is None and np.isnan(test.p) and np.isnan(test.close()) and test.p_gap == 1 / 12
    assert test.to_dict()["ratio"] is None


def test_units_may_be_numbers() -> None:
    numbered = [{**row, "unit": int(str(row["unit"])[1:])} for row in rows()]
    found = fit(numbered, **NAMES, treated=0, treated_from=2000, donors=[1, 2.0, 3])
    assert found.weights == pytest.approx({"1": 0.5, "2": 0.5, "3": 0.0}, abs=1e-6)
    assert block_effect(numbered, **NAMES, treated=[0], treated_from=2000, method="did").unit_weights.keys() == {
        str(i) for i in range(1, 12)
    }
    assert placebo_test(problem(numbered, **NAMES, treated_from=2000), 0, units=[3, 4]).fits.keys() == {"0", "3", "4"}


def test_a_panel_without_years_before_or_after_is_refused_and_dropped_units_are_named() -> None:
    for year in (1985, 2010):
        with pytest.raises(BadFacts, match="no year before"):
            problem(rows(), **NAMES, treated_from=year)
    with pytest.raises(BadFacts, match="none of those to fit"):
        problem(rows(), **NAMES, treated_from=2000, fit_years=[1960])
    holed = [row for row in rows() if not (row["unit"] == "u4" and row["year"] == 1990)]
    assert problem(holed, **NAMES, treated_from=2000).dropped == ("u4",)
    with pytest.raises(BadFacts, match="lacks figures"):
        fit(holed, **NAMES, treated="u4", treated_from=2000)
    with pytest.raises(UnknownWord, match="sdid"):
        block_effect(rows(), **NAMES, treated=["u0"], treated_from=2000, method="synth")  # type: ignore[arg-type]
    with pytest.raises(BadFacts, match="no treated unit"):
        block_effect(rows(), **NAMES, treated=[], treated_from=2000)
