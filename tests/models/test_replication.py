"""Published numbers, reproduced to the tolerances stated beside the data."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from mnna.models.choice.smaa import smaa_sampled
from mnna.models.choice.topsis import topsis
from mnna.models.effects.synthetic_control import Predictor, Problem, problem, solve
from mnna.models.effects.synthetic_did import block_effect
from mnna.models.effects.synthetic_placebo import placebo_test
from mnna.models.forecast.hazard import firth
from tests.models.conftest import r_array, table

EIGHTIES = range(1980, 1989)
PREDICTORS = (
    Predictor("lnincome", EIGHTIES),
    Predictor("retprice", EIGHTIES),
    Predictor("age15to24", EIGHTIES),
    Predictor("beer", range(1984, 1989)),
    Predictor("cigsale", [1975]),
    Predictor("cigsale", [1980]),
    Predictor("cigsale", [1988]),
)
WEIGHTS = {"Utah": 0.334, "Nevada": 0.234, "Montana": 0.199, "Colorado": 0.164, "Connecticut": 0.069}


@pytest.fixture(scope="module")
def california(replication: Path) -> Problem:
    rows = table(replication / "smoking.csv")
    named = {"unit": "state", "time": "year", "outcome": "cigsale"}
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
    test = placebo_test(california, "California", progress=lambda done, whole: calls.append((done, whole)))
    assert (test.rank, len(test.fits)) == (1, 39)
    assert test.real.ratio == pytest.approx(130, abs=2)
    assert test.p == pytest.approx(1 / 39)
    assert calls[0] == (1, 39) and calls[-1] == (39, 39)


@pytest.mark.parametrize(("method", "effect"), [("sdid", -15.60), ("sc", -19.5), ("did", -27.35)])
def test_proposition_99_by_three_methods(replication: Path, method: str, effect: float) -> None:
    rows = table(replication / "california_prop99.csv", ";")
    found = block_effect(
        rows,
        unit="State",
        time="Year",
        outcome="PacksPerCapita",
        treated=["California"],
        treated_from=1989,
        method=method,  # type: ignore[arg-type]
    )
    assert found.effect == pytest.approx(effect, abs=0.05 if method == "sc" else 0.01)


def test_endometrial_firth(replication: Path) -> None:
    rows = table(replication / "endometrial.csv")
    design = np.array([[float(row[name]) for name in ("NV", "PI", "EH")] for row in rows])
    found = firth(design, np.array([float(row["HG"]) for row in rows]))
    published = [3.77455951, 2.92927330, -0.03475175, -2.60416387]
    assert found.coefficients == pytest.approx(published, abs=1e-5)
    assert found.interval(0.05)[1] == pytest.approx([0.6097244, 7.8546316], abs=1e-4)


def test_thrombolytics_smaa(replication: Path) -> None:
    values = r_array(replication / "thrombo-meas.txt.gz")
    weights = r_array(replication / "thrombo-weights-nopref.txt.gz")
    found = smaa_sampled(values, weights, ("Heparin", "Enoxaparin"))
    assert found.first == pytest.approx([0.3504, 0.6496], abs=1e-9)
    assert found.confidence == pytest.approx([0.6682, 0.8956], abs=1e-9)
    assert found.entropy == pytest.approx(0.9344248, abs=1e-7)


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
