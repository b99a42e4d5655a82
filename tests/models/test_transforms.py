"""A measured value reads back as the figure it was made of, and a figure without one is None."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.models.transforms import BACK, FORWARD
from mnna.series.uses import Transform

MILLIONS = {"asinh_million"}


@pytest.mark.parametrize("name", get_args(Transform))
@given(figure=st.floats(0.01, 1e12))
def test_a_value_reads_back_as_its_figure(name: Transform, figure: float) -> None:
    measured = FORWARD[name](figure)
    assert measured is not None
    assert BACK[name](measured) * (1e6 if name in MILLIONS else 1) == pytest.approx(figure, rel=1e-6, abs=0.01)


@pytest.mark.parametrize(("name", "figure"), [("log", 0.0), ("minus_log", 0.0), ("log", -1.0), ("log1p", -1.0)])
def test_what_has_no_logarithm_has_no_measured_value(name: Transform, figure: float) -> None:
    assert FORWARD[name](figure) is None


def test_money_paid_back_keeps_its_sign() -> None:
    assert FORWARD["asinh_million"](-2e6) == pytest.approx(-(FORWARD["asinh_million"](2e6) or 0))
