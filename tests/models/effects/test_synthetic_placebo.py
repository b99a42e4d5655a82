"""Placebo tests: the same in parallel, ranks, false dates, and fits that are exact."""

from __future__ import annotations

import numpy as np
import pytest

from mnna.errors import BadFacts, BadQuestion
from mnna.models.effects.synthetic_control import Predictor, problem, solve
from mnna.models.effects.synthetic_placebo import in_time_placebo, placebo_test
from tests.models.effects.factors import NAMES, rows


def test_the_answer_is_the_same_alone_beside_others_and_in_parallel() -> None:
    predictors = [Predictor("x", range(1990, 2000)), Predictor("y", [1989]), Predictor("y", [1999])]
    task = problem(rows(8, seed=3), **NAMES, treated_from=2000, predictors=predictors)
    serial, parallel = placebo_test(task, "u0", seed=4), placebo_test(task, "u0", seed=4, workers=2)
    assert repr(serial) == repr(parallel)
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


def test_a_false_date_with_predictors_is_the_problem_built_anew() -> None:
    """Predictors keep their years before the false date; one that has none is refused by name."""
    panel = [row for row in rows() if int(str(row["year"])) < 2000]
    wanted = [Predictor("x", range(1985, 1998)), Predictor("y", [1988]), Predictor("y", range(1990, 2000))]
    anew = [Predictor("x", range(1985, 1995)), Predictor("y", [1988]), Predictor("y", range(1990, 1995))]
    found = in_time_placebo(problem(rows(), **NAMES, treated_from=2000, predictors=wanted), "u0", 1995)
    again = solve(problem(panel, **NAMES, treated_from=1995, predictors=anew), "u0")
    assert repr(found) == repr(again)
    assert list(found.balance) == ["x 1985-1994", "y 1988", "y 1990-1994"]
    late = problem(rows(), **NAMES, treated_from=2000, predictors=[Predictor("x", [1990]), Predictor("y", [1997])])
    with pytest.raises(BadFacts, match="y 1997"):
        in_time_placebo(late, "u0", 1995)


def test_a_false_date_before_the_first_figure_of_a_unit_is_refused_with_its_name() -> None:
    late = [{**row, "x": None} if row["unit"] == "u1" and int(str(row["year"])) < 1996 else row for row in rows()]
    task = problem(late, **NAMES, treated_from=2000, predictors=[Predictor("x", range(1990, 2000))])
    with pytest.raises(BadFacts, match="the predictor x 1990-1994: u1 has no figure of it before 1995"):
        in_time_placebo(task, "u0", 1995)


def beside_exact(unit: float = 1.0) -> list[dict[str, object]]:
    """Twenty live units beside thirty constant zeros and two equal series, measured in that unit."""
    rng = np.random.default_rng(9)
    noisy = [{**row, "y": float(row["y"]) + rng.normal()} for row in rows(20, -40.0)]  # type: ignore[arg-type]
    zeros = [{"unit": f"zero{i}", "year": 1985 + t, "y": 0.0} for i in range(30) for t in range(25)]
    twins = [{"unit": f"twin{i}", "year": 1985 + t, "y": 30.0 + t + i * (t >= 20)} for i in (0, 1) for t in range(25)]
    return [{**row, "y": unit * float(row["y"])} for row in [*noisy, *zeros, *twins]]  # type: ignore[arg-type]


@pytest.mark.parametrize("unit", [0.001, 1000.0])
def test_the_unit_of_the_outcome_changes_no_share(unit: float) -> None:
    usual, other = (placebo_test(problem(beside_exact(one), **NAMES, treated_from=2000), "u0") for one in (1.0, unit))
    assert (other.rank, other.p, other.p_gap) == (usual.rank, usual.p, usual.p_gap) and other.exact == usual.exact
    assert [other.close(times) for times in (2.0, 5.0, 20.0)] == [usual.close(times) for times in (2.0, 5.0, 20.0)]


def test_donors_that_are_followed_exactly_do_not_spoil_the_placebo_test() -> None:
    """Thirty constant zeros and two equal series beside twenty live units: the treated one is still the rarest."""
    test = placebo_test(problem(beside_exact(), **NAMES, treated_from=2000), "u0")
    assert len(test.exact) == 32 and not any(name.startswith("u") for name in test.exact)
    assert (test.rank, len(test.ratios), test.p) == (1, 20, 1 / 20)
    assert test.p_gap == 1 / 22  # the twins did move, zeros never
    assert np.isnan(test.fits[test.exact[-1]].ratio) and len(test.fits) == 52


def test_a_treated_unit_that_is_followed_exactly_has_no_ratio() -> None:
    test = placebo_test(problem(rows(), **NAMES, treated_from=2000), "u0")
    assert test.rank is None and np.isnan(test.p) and np.isnan(test.close()) and test.p_gap == 1 / 12
    assert np.isnan(test.real.ratio)
