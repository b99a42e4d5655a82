"""What is taken from diff-diff."""

from __future__ import annotations

import numpy as np
import pytest

from mnna.models.effects import library_check


def test_honest_bounds_widen_with_what_is_allowed() -> None:
    found = library_check.honest_bounds(np.array([0.1, -0.05, 0.02, 0.3, 0.4]), np.eye(5) * 0.01, 3)
    widths = [one["high"] - one["low"] for one in found]
    assert widths == sorted(widths)
    half = found[0]
    mean, step = (
        0.35,
        0.15,
    )  # the largest pre-period change of 0.15, half of it allowed each year, so 0.75 of it on average
    assert (half["bound_low"], half["bound_high"]) == pytest.approx((mean - 0.75 * step, mean + 0.75 * step))
