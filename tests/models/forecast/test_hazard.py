"""The fitted hazards: known answers, and what each correction is for."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import minimize

from mnna.errors import BadFacts
from mnna.models.forecast.hazard import firth, flic, inverse_logit, ridge


def rare(seed: int = 0, rows: int = 3000) -> tuple[np.ndarray, np.ndarray]:
    """About one event in a hundred rows."""
    rng = np.random.default_rng(seed)
    design = rng.normal(size=(rows, 3))
    named = rng.random(rows) < inverse_logit(-5 + design @ np.array([1.0, 0.0, -0.5]))
    return design, named.astype(float)


def test_ridge_minimises_its_own_criterion() -> None:
    design, named = rare()
    found = ridge(design, named, penalty=2.0)

    def loss(beta: np.ndarray) -> float:
        odds = beta[0] + design @ beta[1:]
        return float(np.logaddexp(0, odds).sum() - named @ odds + (beta[1:] ** 2).sum())

    best = minimize(loss, np.zeros(4), tol=1e-10)
    assert np.r_[found.intercept, found.slopes] == pytest.approx(best.x, abs=1e-4)


def test_ridge_without_information_is_the_base_rate() -> None:
    named = np.array([1.0] + [0.0] * 9)
    assert ridge(np.zeros((10, 1)), named).probability(np.zeros((1, 1))) == pytest.approx([0.1])


def test_flic_makes_the_mean_forecast_the_observed_rate_where_firth_does_not() -> None:
    design, named = rare(1)
    found = firth(design, named)
    plain = inverse_logit(found.coefficients[0] + design @ found.coefficients[1:]).mean()
    corrected = found.hazard().probability(design).mean()
    assert plain > 1.005 * named.mean()
    assert corrected == pytest.approx(named.mean(), rel=1e-9)
    assert flic(np.zeros(10), np.r_[1.0, np.zeros(9)]) == pytest.approx(np.log(1 / 9))


def test_firth_is_finite_where_events_are_separated() -> None:
    design = np.array([[-1.0], [-0.5], [0.5], [1.0]])
    assert np.isfinite(firth(design, np.array([0.0, 0.0, 1.0, 1.0])).coefficients).all()


def test_a_design_with_holes_or_without_events_is_refused() -> None:
    with pytest.raises(BadFacts, match="missing"):
        ridge(np.array([[np.nan], [1.0]]), np.array([0.0, 1.0]))
    with pytest.raises(BadFacts, match="events"):
        ridge(np.ones((2, 1)), np.zeros(2))
