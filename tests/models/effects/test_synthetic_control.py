"""Synthetic control: a mixture is found as one, and a panel that cannot be used is refused."""

from __future__ import annotations

import numpy as np
import pytest

from mnna.errors import BadFacts, UnknownWord
from mnna.models.effects.synthetic_control import Predictor, fit, importance, problem
from mnna.models.effects.synthetic_did import block_effect
from mnna.models.effects.synthetic_placebo import placebo_test
from tests.models.effects.factors import NAMES, rows


def test_a_unit_that_is_a_mixture_is_found_as_one() -> None:
    found = fit(rows(), **NAMES, treated="u0", treated_from=2000)
    assert found.pre_mspe == pytest.approx(0.0, abs=1e-12)
    assert found.effect == pytest.approx(-5.0, abs=1e-6)
    by_predictors = [Predictor("x", [1990]), Predictor("z", [1990])]
    assert fit(rows(), **NAMES, treated="u0", treated_from=2000, predictors=by_predictors).effect == pytest.approx(
        -5, abs=0.1
    )


def test_predictors_of_treated_years_and_absent_units_are_refused() -> None:
    with pytest.raises(BadFacts, match="treated ones"):
        problem(rows(), **NAMES, treated_from=2000, predictors=[Predictor("x", [1999, 2000])])
    with pytest.raises(BadFacts, match="not in the problem"):
        fit(rows(), **NAMES, treated="nowhere", treated_from=2000)


def test_predictors_may_be_averaged_through_the_year_of_treatment_if_that_is_said() -> None:
    """As in the study of German reunification: treated in 1990, predictors to 1990."""
    wanted = [Predictor("x", [1999, 2000])]
    task = problem(rows(), **NAMES, treated_from=2000, predictors=wanted, predictors_through=2000)
    assert task.predictors == ("x 1999-2000",) and task.treated_from == 2000
    with pytest.raises(BadFacts, match="2001"):
        problem(rows(), **NAMES, treated_from=2000, predictors=[Predictor("x", [2001])], predictors_through=2000)


def test_fixed_importance_is_used_as_given() -> None:
    predictors = [Predictor("x", [1990]), Predictor("z", [1990])]
    found = fit(rows(), **NAMES, treated="u0", treated_from=2000, predictors=predictors, v=[3, 1])
    assert list(found.importance.values()) == [0.75, 0.25]


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


def task_of(seed: int = 0) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Ten donors and a treated unit with two predictors: the outcome's own level, and noise."""
    rng = np.random.default_rng(seed)
    level = rng.normal(size=11)
    predictors = np.vstack([level, rng.normal(size=11)])
    outcomes = np.outer(np.ones(6), level)
    return predictors[:, 1:], predictors[:, 0], outcomes[:, 1:], outcomes[:, 0]


def test_shares_sum_to_one_and_repeat() -> None:
    task = task_of()
    one, two = importance(*task, 2, [1]), importance(*task, 2, [1])
    assert one.sum() == pytest.approx(1.0) and (one >= 0).all() and np.array_equal(one, two)


def test_what_follows_the_outcome_counts_more_than_noise() -> None:
    followed, noise = importance(*task_of(), 4, [0])
    assert followed > noise
