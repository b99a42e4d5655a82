"""Compare SMAA (100,000 weights, 170 candidates, 15 criteria, full rank acceptability) with two libraries.

Neither library has SMAA: each is timed on a few weight draws with its own ranking, and the time is multiplied.
"""

from __future__ import annotations

import warnings

import numpy as np

from bench.models.timing import heading, line, seconds
from mnna.models.choice.smaa import smaa
from mnna.models.choice.topsis import topsis
from mnna.models.choice.weights import draw_weights

DRAWS, CANDIDATES, CRITERIA = 100_000, 170, 15
SAMPLE = {"pymcdm": 100, "scikit-criteria": 30}


def main(small: bool = False) -> None:
    """Run both comparisons; `small` times a tenth of the libraries' draws."""
    warnings.simplefilter("ignore")
    values = np.random.default_rng(0).random((CANDIDATES, CRITERIA)) + 0.01
    names = [str(i) for i in range(CRITERIA)]
    weights = draw_weights(names, DRAWS, 1)
    own = seconds(lambda: smaa(values, draw_weights(names, DRAWS, 1)), 3)
    own_topsis = seconds(lambda: _topsis(values, weights), 2)
    heading(f"SMAA, {DRAWS:,} weights x {CANDIDATES} candidates x {CRITERIA} criteria (theirs extrapolated per draw)")
    for name, weighted in (("weighted sum", True), ("TOPSIS", False)):
        for library, run in (("pymcdm", _pymcdm), ("scikit-criteria", _scikit_criteria)):
            count = SAMPLE[library] // (10 if small else 1)
            run(values, weights[:2], weighted)  # imports are not timed
            theirs = seconds(lambda run=run, n=count, w=weighted: run(values, weights[:n], w)) / count * DRAWS
            line(f"{library}, {name}", own if weighted else own_topsis, theirs, f"from {count} draws")


def _topsis(values: np.ndarray, weights: np.ndarray) -> None:
    for start in range(0, len(weights), 2000):
        np.argsort(-topsis(values, weights[start : start + 2000]), axis=1)


def _pymcdm(values: np.ndarray, weights: np.ndarray, weighted: bool) -> None:
    from pymcdm.methods import TOPSIS, WSM

    method, types = (WSM() if weighted else TOPSIS()), np.ones(CRITERIA)
    for one in weights:
        method.rank(method(values, one, types))


def _scikit_criteria(values: np.ndarray, weights: np.ndarray, weighted: bool) -> None:
    import skcriteria
    from skcriteria.agg.simple import WeightedSumModel
    from skcriteria.agg.topsis import TOPSIS

    method = WeightedSumModel() if weighted else TOPSIS()
    for one in weights:
        method.evaluate(skcriteria.mkdm(values, [max] * CRITERIA, weights=one))
