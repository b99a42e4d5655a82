"""What any table of figures must pass, and that the row which does not is named."""

from __future__ import annotations

import pytest

from mnna.errors import BadFacts
from mnna.series.checks import Cells, checked


def row(country: str = "MEX", year: str = "2020", value: str = "1.5", where: str = "table line 2") -> Cells:
    return Cells(where, country, year, value)


def test_good_rows_become_figures() -> None:
    assert checked([row(), row("COL")], 0, 2) == {("MEX", 2020): 1.5, ("COL", 2020): 1.5}


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([row("MEXI")], "not a country's alpha-3 code"),
        ([row(year="20")], "not a year"),
        ([row(year="٢٠٢٠")], "not a year"),
        ([row(value="much")], "not a number"),
        ([row(value="nan")], "not a number"),
        ([row(value="-1")], "outside the possible range"),
        ([row(value="3")], "outside the possible range"),
        ([row(), row(where="table line 3")], "already given at table line 2"),
        ([], "no row"),
    ],
)
def test_a_bad_row_is_refused(rows: list[Cells], says: str) -> None:
    with pytest.raises(BadFacts, match=says):
        checked(rows, 0, 2)


def test_the_nearest_code_is_offered() -> None:
    with pytest.raises(BadFacts, match="MEX"):
        checked([row("mex")])
    with pytest.raises(BadFacts) as refused:
        checked([row("MAX")])
    assert len(refused.value.near) == 3


@pytest.mark.parametrize(("year", "good"), [("1799", False), ("1800", True), ("2100", True), ("2101", False)])
def test_the_first_and_the_last_year_are_taken(year: str, good: bool) -> None:
    if good:
        assert checked([row(year=year)]) == {("MEX", int(year)): 1.5}
    else:
        with pytest.raises(BadFacts, match="is not a year between"):
            checked([row(year=year)])


@pytest.mark.parametrize(("value", "good"), [("-0.1", False), ("0", True), ("2", True), ("2.1", False)])
def test_the_least_and_the_greatest_value_are_taken(value: str, good: bool) -> None:
    if good:
        assert checked([row(value=value)], 0, 2) == {("MEX", 2020): float(value)}
    else:
        with pytest.raises(BadFacts, match="outside the possible range"):
            checked([row(value=value)], 0, 2)
