"""Random weights: uniform, and within what the user said."""

from __future__ import annotations

import numpy as np
import pytest

from mnna.errors import BadQuestion
from mnna.models.choice.weights import _walk, draw_weights


@pytest.mark.parametrize("bounds", [{}, {"a": (0.2, 0.5)}, {"a": (0.2, 0.5), "b": (0.0, 0.3)}])
def test_weights_keep_to_what_was_said(bounds: dict[str, tuple[float, float]]) -> None:
    found = draw_weights(list("abcd"), 3000, 1, order=["a", "c"], bounds=bounds)
    assert found.shape == (3000, 4) and found.sum(axis=1) == pytest.approx(np.ones(3000))
    assert (found[:, 0] >= found[:, 2] - 1e-12).all() and (found >= 0).all()
    for name, (low, high) in bounds.items():
        column = found[:, list("abcd").index(name)]
        assert low - 1e-9 <= column.min() and column.max() <= high + 1e-9


def test_uniform_weights_are_uniform() -> None:
    found = draw_weights(list("abc"), 50_000, 0)
    assert found.mean(axis=0) == pytest.approx([1 / 3] * 3, abs=0.005)
    assert (found[:, 0] > 0.5).mean() == pytest.approx(0.25, abs=0.01)


@pytest.mark.parametrize(
    ("size", "bounds", "order"),
    [(3, {0: (0.2, 0.5), 1: (0.0, 0.3)}, []), (12, {0: (0.2, 0.5)}, list(range(12)))],
    ids=["a corner", "thin: twelve in order, the first at least a fifth"],
)
def test_the_walk_samples_as_rejection_does(
    size: int, bounds: dict[int, tuple[float, float]], order: list[int]
) -> None:
    low, high = np.zeros(size), np.ones(size)
    for place, ends in bounds.items():
        low[place], high[place] = ends
    walked = _walk(np.random.default_rng(3), 20_000, low, high, order)
    free = np.random.default_rng(1).dirichlet(np.ones(size), 200_000)
    drawn = -np.sort(-free) if order else free
    drawn = drawn[((drawn >= low) & (drawn <= high)).all(axis=1)]
    assert walked.sum(axis=1) == pytest.approx(np.ones(len(walked)))
    assert walked.mean(axis=0) == pytest.approx(drawn.mean(axis=0), abs=0.004)
    assert walked.std(axis=0) == pytest.approx(drawn.std(axis=0), abs=0.004)


def test_a_fixed_share_is_as_fixed_and_the_others_share_the_rest() -> None:
    found = draw_weights(list("abcd"), 20_000, 3, bounds={"a": (0.3, 0.3)})
    assert found[:, 0] == pytest.approx(np.full(20_000, 0.3)) and found.sum(axis=1) == pytest.approx(np.ones(20_000))
    assert found[:, 1:].mean(axis=0) == pytest.approx([0.7 / 3] * 3, abs=0.005)
    assert (found[:, 1] > 0.35).mean() == pytest.approx(0.25, abs=0.01)  # half of the rest, as on any free simplex
    ordered = draw_weights(list("abcd"), 5000, 3, order=["b", "a", "c"], bounds={"a": (0.3, 0.3)})
    assert ordered[:, 1].min() >= 0.3 >= ordered[:, 2].max() and ordered[:, 3].std() > 0.05


@pytest.mark.parametrize(
    ("bounds", "order", "shares"),
    [
        ({"a": (0.5, 0.5), "b": (0.5, 1.0)}, [], [0.5, 0.5, 0.0]),
        (dict.fromkeys("abc", (1 / 3, 1 / 3)), [], [1 / 3] * 3),
        ({"a": (0.0, 0.4), "b": (0.4, 1.0)}, ["a", "b"], [0.4, 0.4, 0.2]),
    ],
)
def test_wishes_that_leave_one_weighting_give_that_one(
    bounds: dict[str, tuple[float, float]], order: list[str], shares: list[float]
) -> None:
    found = draw_weights(list("abc"), 50, 0, order, bounds)
    assert found == pytest.approx(np.tile(shares, (50, 1)), abs=1e-8)


def test_impossible_wishes_are_refused() -> None:
    with pytest.raises(BadQuestion, match="no weights"):
        draw_weights(["a", "b"], 10, 0, bounds={"a": (0.0, 0.3), "b": (0.0, 0.3)})
    with pytest.raises(BadQuestion, match="more than one"):
        draw_weights(["a", "b"], 10, 0, bounds={"a": (0.6, 1.0), "b": (0.6, 1.0)})
    with pytest.raises(BadQuestion, match="not among"):
        draw_weights(["a", "b"], 10, 0, order=["c"])
