"""Tidy panels come in three forms and give one matrix; what is missing is never zero."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from mnna.errors import BadFacts
from mnna.models.tidy import clean, constant, grid

ROWS = [
    {"who": "B", "year": 2001, "x": 2.0, "first": 2002},
    {"who": "B", "year": 2002, "x": "", "first": 2002},
    {"who": "A", "year": 2001, "x": 1.0, "first": None},
]


@pytest.mark.parametrize("form", [list, pd.DataFrame, lambda rows: {k: [r[k] for r in rows] for k in rows[0]}])
def test_every_form_gives_the_same_matrix(form: object) -> None:
    rows = form(ROWS)  # type: ignore[operator]
    found = grid(pd.DataFrame(rows).replace("", np.nan) if form is pd.DataFrame else rows, "who", "year", "x")
    assert found.units == ("B", "A") and found.times == (2001, 2002)
    assert np.array_equal(found.values, [[2, np.nan], [1, np.nan]], equal_nan=True)


def test_a_column_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(BadFacts, match=r"no such column.*year"):
        grid(ROWS, "who", "yeer", "x")


def test_a_unit_and_time_given_twice_is_an_error() -> None:
    with pytest.raises(BadFacts, match="two rows"):
        grid([*ROWS, ROWS[0]], "who", "year", "x")


def test_constant_columns() -> None:
    found = constant(ROWS, "who", "first")
    assert found["B"] == 2002 and math.isnan(found["A"])
    with pytest.raises(BadFacts, match="differs"):
        constant([*ROWS, {"who": "B", "year": 2003, "x": 1, "first": 2003}], "who", "first")


def test_json_has_no_nan() -> None:
    assert clean({"a": float("nan"), 1: (np.float64(2), np.bool_(True)), "b": np.array([1.0, np.inf])}) == {
        "a": None,
        "1": [2.0, True],
        "b": [1.0, None],
    }
