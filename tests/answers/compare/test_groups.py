"""The place of a number in a group: percentiles and robust deviations."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.answers.compare.groups import percentile, rescaled, robust


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=50), st.floats(-1e6, 1e6))
def test_a_percentile_lies_between_0_and_100_and_follows_the_value(group: list[float], value: float) -> None:
    found = percentile(value, group)
    assert found is not None and 0 <= found <= 100
    assert percentile(max(group) + 1, group) == 100 and percentile(min(group) - 1, group) == 0
    assert percentile(None, group) is None and percentile(value, []) is None


def test_half_of_those_equal_count() -> None:
    assert percentile(2.0, [1.0, 2.0, 3.0]) == 50
    assert percentile(0.0, [0.0] * 9 + [1.0]) == 45


def test_robust_scale() -> None:
    middle, spread = robust([float(n) for n in range(11)])
    assert (middle, spread) == pytest.approx((5.0, 1.4826 * 3))
    assert robust([0.0] * 9 + [10.0]) == pytest.approx((0.0, 1.2533))  # more than half equal: the mean deviation
    assert robust([1.0] * 20)[1] is None and robust([1.0, 2.0])[1] is None
    assert robust([float(n) for n in range(10)])[1] and robust([float(n) for n in range(9)])[1] is None


def test_each_scale_keeps_the_order_of_its_values() -> None:
    assert [rescaled(value, "log") for value in (0.0, 1.0, math.e)] == pytest.approx([math.log(1e-9), 0, 1])
    assert [rescaled(value, "log1p") for value in (-5.0, 0.0, math.e - 1)] == pytest.approx([0, 0, 1])
    assert [rescaled(value, "asinh") for value in (-math.sinh(2), 0.0, math.sinh(1))] == pytest.approx([-2, 0, 1])
    assert [rescaled(value, "plain") for value in (-5.0, 0.0, 7.0)] == [-5, 0, 7]
