"""Tidy panels come in three forms and give one matrix; what is missing is never zero."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest

from mnna.errors import BadFacts
from mnna.models.tidy import clean, constant, grid, label, number, starts

ROWS = [
    {"who": "B", "year": 2001, "x": 2.0, "first": 2002},
    {"who": "B", "year": 2002, "x": "", "first": 2002},
    {"who": "A", "year": 2001, "x": 1.0, "first": None},
]


@pytest.mark.parametrize("form", [list, pd.DataFrame, lambda rows: {k: [r[k] for r in rows] for k in rows[0]}])
def test_every_form_gives_the_same_matrix(form: Callable[..., Any]) -> None:
    rows = form(ROWS)
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


NEVER = [0, "0", "", None, "NA", ".", math.nan, math.inf, "inf", -1, pd.NA, np.float64("nan")]


@pytest.mark.parametrize("never", NEVER, ids=repr)
def test_every_way_to_write_never_is_never(never: object) -> None:
    rows = [{"who": "a", "first": never}, {"who": "a", "first": never}, {"who": "b", "first": "2004"}]
    assert starts(rows, "who", "first") == {"b": 2004.0}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"year": 2001.5}, "not a whole number"),
        ({"year": None}, "not a whole number"),
        ({"year": "2001q1"}, "not a number"),
        ({"x": "much"}, "'much'"),
        ({"x": math.inf}, "infinite"),
        ({"who": math.nan}, "no unit"),
    ],
)
def test_cells_that_cannot_be_read_are_errors_and_not_dropped(row: dict[str, object], says: str) -> None:
    with pytest.raises(BadFacts, match=says):
        grid([{"who": "C", "year": 2003, "x": 1.0, **row}], "who", "year", "x")
    with pytest.raises(BadFacts, match="no rows"):
        grid(pd.DataFrame({"who": [], "year": [], "x": []}), "who", "year", "x")


def test_numbers_name_units_and_namibia_is_one() -> None:
    assert [label(one) for one in (7, 7.0, np.float64(7), np.int64(7), "7", "NA")] == ["7"] * 5 + ["NA"]
    assert number("NA") != number("NA") and number(" 3.5 ") == 3.5
