"""How the number of a measure is written in a table."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.briefs.amounts import FORMS, amount
from mnna.series import figure
from mnna.series.uses import uses


@pytest.mark.parametrize(
    ("form", "value", "written"),
    [
        ("percent", 15.678, "15.7%"),
        ("kilometers", 3155.4, "3,155 km"),
        ("million dollars", 798_000.0, "$798 billion"),
        ("dollars", 1.5e12, "$1.50 trillion"),
        ("yes or no", 1.0, "yes"),
        ("yes or no", 0.0, "no"),
        ("of 1", 0.4691, "0.469 of 1"),
        ("points", 2.343, "2.34 points"),
    ],
)
def test_a_number_is_written_in_its_form(form: str, value: float, written: str) -> None:
    assert FORMS[form](value) == written


def test_every_indicator_has_a_form_or_levels() -> None:
    for id_, use in uses().items():
        assert use.form in FORMS or (use.form == "levels" and len(use.levels) > 1), id_


LEVELS = next(use for use in uses().values() if use.form == "levels")


@given(st.integers(-2, 12))
def test_a_level_is_named_and_any_other_number_is_given_as_it_is(level: int) -> None:
    found = replace(figure("population", "MEX", 2020), value=float(level))
    inside = 0 <= level < len(LEVELS.levels)
    assert amount(found, LEVELS.id) == (LEVELS.levels[level] if inside else str(level))


def test_a_gap_is_told_in_a_word() -> None:
    held = figure("us_goods_trade_total", "MEX", 2020)
    assert amount(replace(held, value=None, state="missing"), "us_goods_trade_total") == "missing"
    outside = replace(held, value=None, state="outside", first_year=1985, last_year=2023)
    assert amount(outside, "us_goods_trade_total") == "not covered (1985 to 2023)"
