"""Published numbers, reproduced (the data and their sources: tests/data/README.md)."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from mnna.models.choice.topsis import topsis
from mnna.models.effects.synthetic_control import Predictor, Problem, problem, solve
from mnna.models.effects.synthetic_did import block_effect
from mnna.models.effects.synthetic_placebo import placebo_test
from mnna.models.forecast.hazard import firth
from tests.models.conftest import table

EIGHTIES = range(1980, 1989)
PREDICTORS = (
    Predictor("log_income", EIGHTIES),
    Predictor("price", EIGHTIES),
    Predictor("share_15_to_24", EIGHTIES),
    Predictor("beer", range(1984, 1989)),
    Predictor("packs", [1975]),
    Predictor("packs", [1980]),
    Predictor("packs", [1988]),
)
WEIGHTS = {"Utah": 0.334, "Nevada": 0.234, "Montana": 0.199, "Colorado": 0.164, "Connecticut": 0.069}


@pytest.fixture(scope="module")
def california() -> Problem:
    rows = table("cigarettes.csv")
    named: dict[str, Any] = {"unit": "state", "time": "year", "outcome": "packs"}
    return problem(rows, **named, treated_from=1989, predictors=PREDICTORS)


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_proposition_99_weights_from_any_seed(california: Problem, seed: int) -> None:
    found = solve(california, "California", seed=seed)
    assert {name: found.weights[name] for name in WEIGHTS} == pytest.approx(WEIGHTS, abs=0.01)
    assert sum(found.weights.values()) == pytest.approx(1.0)
    assert found.gap_in(2000) == pytest.approx(-26, abs=1)
    assert found.pre_mspe == pytest.approx(3.077, abs=0.01)


def test_proposition_99_placebos(california: Problem) -> None:
    calls: list[tuple[int, int]] = []
    test = placebo_test(california, "California", starts=1, progress=lambda done, whole: calls.append((done, whole)))
    assert (test.rank, len(test.fits)) == (1, 39)
    assert test.real.ratio == pytest.approx(130, abs=2)
    assert test.p == pytest.approx(1 / 39)
    assert calls[0] == (1, 39) and calls[-1] == (39, 39)


@pytest.mark.parametrize(("method", "effect"), [("sdid", -15.60), ("sc", -19.5), ("did", -27.35)])
def test_proposition_99_by_three_methods(method: str, effect: float) -> None:
    found = block_effect(
        table("cigarettes.csv"),
        unit="state",
        time="year",
        outcome="packs",
        treated=["California"],
        treated_from=1989,
        method=method,  # type: ignore[arg-type]
    )
    assert found.effect == pytest.approx(effect, abs=0.05 if method == "sc" else 0.01)


REUNIFIED = {"Austria": 0.42, "USA": 0.22, "Japan": 0.16, "Switzerland": 0.11, "Netherlands": 0.09}


def _of_the_seventies_or_eighties(first: int, schooling: list[int], investment: str) -> tuple[Predictor, ...]:
    span = range(first, first + 10)
    averaged = [Predictor(name, span) for name in ("gdp", "trade", "infrate", "industry")]
    return (*averaged, Predictor("schooling", schooling), Predictor(investment, [1980]))


def test_german_reunification_with_importance_chosen_on_the_years_before() -> None:
    """Importance is fitted on 1981 to 1990 with the predictors of the seventies; those of the eighties end in 1990."""
    rows = table("germany.csv")
    named: dict[str, Any] = {"unit": "country", "time": "year", "outcome": "gdp"}
    trained = _of_the_seventies_or_eighties(1971, [1970, 1975], "invest70")
    training = problem(rows, **named, treated_from=1991, predictors=trained, fit_years=range(1981, 1991))
    importance = list(solve(training, "West Germany").importance.values())
    wanted = _of_the_seventies_or_eighties(1981, [1980, 1985], "invest80")
    task = problem(rows, **named, treated_from=1990, predictors=wanted, v=importance, predictors_through=1990)
    test = placebo_test(task, "West Germany")
    assert {name: test.real.weights[name] for name in REUNIFIED} == pytest.approx(REUNIFIED, abs=0.02)
    assert test.real.effect == pytest.approx(-1600, abs=50)
    assert (test.rank, len(test.fits)) == (1, 17)


def test_endometrial_firth() -> None:
    rows = table("endometrial.csv")
    design = np.array([[float(row[name]) for name in ("neovasculization", "pulsatility", "thickness")] for row in rows])
    found = firth(design, np.array([float(row["high_grade"]) for row in rows]))
    published = [3.77455951, 2.92927330, -0.03475175, -2.60416387]
    assert found.coefficients == pytest.approx(published, abs=1e-5)
    assert found.interval(0.05)[1] == pytest.approx([0.6097244, 7.8546316], abs=1e-4)


def test_fighter_aircraft_topsis() -> None:
    values = np.array(
        [
            [2, 1500, 20000, 5.5, 5, 9],
            [2.5, 2700, 18000, 6.5, 3, 5],
            [1.8, 2000, 21000, 4.5, 7, 7],
            [2.2, 1800, 20000, 5, 5, 5],
        ]
    )
    weights = np.array([0.2, 0.1, 0.1, 0.1, 0.2, 0.3])
    better = ["high", "high", "high", "low", "high", "high"]
    assert topsis(values, weights, better) == pytest.approx([0.643, 0.268, 0.613, 0.312], abs=1e-3)
