"""Rank acceptabilities: exact where they can be worked out, coherent everywhere, the same twice."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnna.errors import BadFacts, UnknownWord
from mnna.models.choice.smaa import Deal, Error, ranked, scaled, smaa, smaa_sampled
from mnna.models.choice.topsis import topsis
from mnna.models.choice.weights import draw_weights


def test_two_candidates_that_trade_off_evenly() -> None:
    found = smaa(np.eye(2), draw_weights(["a", "b"], 40_000, 0))
    assert found.first == pytest.approx([0.5, 0.5], abs=0.01)
    assert found.central == pytest.approx(np.array([[0.75, 0.25], [0.25, 0.75]]), abs=0.01)
    assert found.confidence.tolist() == [1.0, 1.0]


def test_the_dominated_never_comes_first_and_has_no_central_weights() -> None:
    found = smaa(np.array([[1.0, 1.0], [0.5, 0.5], [0.0, 0.9]]), draw_weights(["a", "b"], 500, 0))
    assert found.first.tolist() == [1.0, 0.0, 0.0]
    assert np.isnan(found.central[1:]).all() and found.entropy == 0.0


@settings(max_examples=25)
@given(st.integers(2, 60), st.integers(1, 6), st.integers(0, 1000))
def test_every_candidate_and_every_rank_is_shared_out_once(size: int, criteria: int, seed: int) -> None:
    values = np.random.default_rng(seed).random((size, criteria))
    found = smaa(values, draw_weights([str(i) for i in range(criteria)], 200, seed))
    assert found.ranks.sum(axis=0) == pytest.approx(np.ones(size))
    assert found.ranks.sum(axis=1) == pytest.approx(np.ones(size))


def test_packed_keys_sort_as_a_full_sort_does() -> None:
    scores = np.random.default_rng(2).random((3000, 170)).astype(np.float32)
    agreed = (ranked(scores, Deal.of(3000, 170)) == np.argsort(-scores, axis=1)).mean()
    assert agreed > 0.995  # scores closer than 3e-5 may change places


def test_packed_keys_agree_with_plain_ranks_in_acceptability() -> None:
    values = np.random.default_rng(3).random((40, 5))
    weights = draw_weights(list("abcde"), 4000, 1)
    order = np.argsort(-(weights @ values.T), axis=1)
    plain = np.array([[(order[:, rank] == who).mean() for rank in range(40)] for who in range(40)])
    assert np.abs(smaa(values, weights).ranks - plain).max() < 0.002


@pytest.mark.parametrize("size", [3, 30])
def test_ties_favour_nobody(size: int) -> None:
    """Candidates that are alike share every rank and the confidence, in few draws too, and with one that is worse."""
    values = np.r_[np.full((size, 1), 0.5), [[0.1]]]
    found = smaa(values, np.ones((2000, 1)))
    assert found.ranks[:size, :size] == pytest.approx(np.full((size, size), 1 / size), abs=0.04)
    assert found.ranks[size, size] == 1.0 and found.expected_rank[0] == pytest.approx((size + 1) / 2, rel=0.05)
    assert found.confidence[:size] == pytest.approx([1 / size] * size)


def test_any_common_scale_will_do_below_zero_too() -> None:
    values, weights = np.random.default_rng(1).normal(size=(20, 3)) * 1e6, draw_weights(list("abc"), 20_000, 0)
    plain = np.bincount((weights @ values.T).argmax(axis=1), minlength=20) / len(weights)
    assert smaa(values, weights).first == pytest.approx(plain, abs=5e-4)
    assert smaa(values + 1e8, weights).first == pytest.approx(plain, abs=5e-4)


def test_values_drawn_anew_for_every_weight_by_hand() -> None:
    """A is ahead in the draws 1, 2 and 4; with its central weights 7/12 and 5/12 it is ahead in all but the last."""
    usual, turned = [[1.0, 0.0], [0.0, 1.0]], [[0.0, 1.0], [1.0, 0.0]]
    weights = np.array([[0.75, 0.25], [0.75, 0.25], [0.25, 0.75], [0.25, 0.75]])
    found = smaa_sampled(np.array([usual, usual, usual, turned]), weights, ("A", "B"))
    assert found.first == pytest.approx([0.75, 0.25])
    assert found.central == pytest.approx(np.array([[7 / 12, 5 / 12], [0.25, 0.75]]))
    assert found.confidence == pytest.approx([0.75, 0.75])
    assert found.entropy == pytest.approx(0.25 * 2 + 0.75 * np.log2(4 / 3))


def test_what_cannot_be_weighed_is_refused() -> None:
    with pytest.raises(BadFacts, match="do not fit"):
        smaa(np.ones((3, 2)), np.ones((5, 3)))
    with pytest.raises(BadFacts, match="infinite"):
        smaa(np.array([[np.inf, 1.0], [0.0, 1.0]]), np.ones((5, 2)))
    with pytest.raises(BadFacts, match="negative"):
        smaa(np.ones((3, 2)), -np.ones((5, 2)))
    with pytest.raises(BadFacts, match="missing"):
        smaa_sampled(np.full((5, 3, 2), np.nan), np.ones((5, 2)))


def test_what_is_missing_is_uncertain_and_not_zero() -> None:
    values = np.array([[0.9, 0.5], [np.nan, 0.51], [0.1, 0.5], [0.5, 0.5]])
    found = smaa(values, draw_weights(["a", "b"], 6000, 0))
    assert found.first[1] == pytest.approx(1 / 3, abs=0.03)  # it draws .9, .1 or .5, and is ahead by a hair with .9
    assert found.ranks[1, 1:3] == pytest.approx([1 / 3, 1 / 3], abs=0.03)
    assert found.confidence[1] == pytest.approx(1 / 3, abs=0.05)
    again = smaa(values, draw_weights(["a", "b"], 6000, 0))
    assert np.array_equal(found.ranks, again.ranks)
    with pytest.raises(BadFacts, match="no figure"):
        smaa(np.full((2, 1), np.nan), np.ones((5, 1)))


def test_scales_run_from_worst_to_best() -> None:
    found = scaled(np.array([[1.0, 1.0], [3.0, 3.0], [np.nan, 2.0]]), ["high", "low"])
    assert np.array_equal(found, np.array([[0, 1], [1, 0], [np.nan, 0.5]]), equal_nan=True)


@pytest.mark.parametrize("direction", ["up", "max", 1, -1])
def test_a_direction_in_other_words_is_refused(direction: object) -> None:
    values = np.array([[1.0, 1.0], [3.0, 3.0]])
    for run in (lambda: scaled(values, ["high", direction]), lambda: topsis(values, np.ones(2), ["low", direction])):  # type: ignore[list-item]
        with pytest.raises(UnknownWord, match="high or low"):
            run()  # type: ignore[no-untyped-call]


def test_an_error_of_measurement_is_drawn_anew_for_every_weight() -> None:
    below = Error(0, np.array([0.1, 0.0, 0.0]), np.zeros(3))
    under = smaa(np.array([[0.6], [0.5], [0.0]]), np.ones((20_000, 1)), errors=[below])
    assert under.first == pytest.approx([0.8413, 0.1587, 0.0], abs=0.01)  # one standard deviation apart
    assert under.confidence[0] == pytest.approx(0.8413, abs=0.02)
    many = smaa(np.linspace(0, 1, 30)[:, None], np.ones((500, 1)), errors=[Error(0, np.full(30, 9.0), np.zeros(30))])
    assert many.ranks.sum(axis=0) == pytest.approx(1.0) and many.first.max() < 1  # none falls below what can be sorted
