"""Bounds where trends were not parallel: the published example, and that the truth is covered."""

from __future__ import annotations

import numpy as np
import pytest

from mnna.errors import BadFacts
from mnna.models.effects.parallel_trends import bounds, covers

# Benzarti and Carloni (2019), the event study that Rambachan and Roth's own software comes with: four coefficients
# before the reform of 2009 (against 2008) and four after. Upper triangle of the covariance, by rows.
STUDY = np.array(
    [0.006696352, 0.029345034, -0.006472972, 0.073014989, 0.195961118, 0.312063903, 0.239541546, 0.1260425]
)
UPPER = (
    (8.428358e-04, 4.768687e-04, 2.618051e-04, 2.354220e-04, 1.676371e-04, 1.128708e-04, 1.992816e-05, -1.368265e-04),
    (6.425420e-04, 3.987425e-04, 2.435515e-04, 2.201960e-04, 1.804591e-04, 3.843765e-05, -2.960422e-05),
    (5.229950e-04, 2.117686e-04, 1.840722e-04, 1.458528e-04, 7.005197e-05, 5.952995e-05),
    (3.089595e-04, 1.197866e-04, 1.334081e-04, 1.016335e-04, 1.079052e-04),
    (3.599704e-04, 2.478819e-04, 1.749579e-04, 1.654257e-04),
    (4.263950e-04, 2.171438e-04, 2.892748e-04),
    (4.886698e-04, 3.805322e-04),
    (7.617394e-04,),
)


def covariance() -> np.ndarray:
    found = np.zeros((8, 8))
    found[np.triu_indices(8)] = np.concatenate(UPPER)
    return found + np.triu(found, 1).T


def test_the_published_example() -> None:
    """At M = 1 the conditional least-favorable set of another implementation is -.069 to .506."""
    half, one, _ = bounds(STUDY, covariance(), 4)
    assert (one["bound_low"], one["bound_high"]) == pytest.approx((0.0197, 0.4171), abs=5e-5)
    assert (one["low"], one["high"]) == pytest.approx((-0.069, 0.506), abs=1e-3)
    assert half["low"] > 0  # an effect, unless trends strayed more than half as far as before


def test_sets_widen_with_what_is_allowed_and_hold_the_bounds_without_noise() -> None:
    found = bounds(np.array([0.1, -0.05, 0.02, 0.3, 0.4]), np.eye(5) * 0.01, 3)
    widths = [one["high"] - one["low"] for one in found]
    assert widths == sorted(widths)
    assert all(one["low"] < one["bound_low"] < one["bound_high"] < one["high"] for one in found)
    # the largest change before is .15; half of it each year is .75 of it on average over two years
    half, mean, step = found[0], 0.35, 0.15
    assert (half["bound_low"], half["bound_high"]) == pytest.approx((mean - 0.75 * step, mean + 0.75 * step))


def test_the_ends_of_the_set_are_where_it_stops_covering() -> None:
    (found,) = bounds(STUDY, covariance(), 4, (1.0,))
    for end, outwards in ((found["low"], -1e-4), (found["high"], 1e-4)):
        assert covers(end, STUDY, covariance(), 4, 1.0)
        assert not covers(end + outwards, STUDY, covariance(), 4, 1.0)


@pytest.mark.parametrize("step", [0.0, 0.1, 0.2])
def test_the_truth_is_covered_where_trends_really_differ(step: float) -> None:
    """One step before, as much every year after: the hardest case that M = 1 allows. Treating the step as known covers
    it in three of four."""
    noise = 0.004 * (np.eye(11) + 1)
    truth, root = np.append(np.full(5, -step), step * np.arange(1, 7)), np.linalg.cholesky(noise)
    rng = np.random.default_rng(3)
    held = [covers(0.0, truth + root @ rng.normal(size=11), noise, 5, 1.0) for _ in range(200)]
    assert np.mean(held) >= 0.93


def test_without_a_year_before_there_are_none() -> None:
    with pytest.raises(BadFacts, match="no period before"):
        bounds(np.ones(3), np.eye(3), 0)
