"""Borders: both measurements, the ranking, and what a question about none answers."""

import pytest

from mnna.errors import BadQuestion, UnknownCountry
from mnna.series import capital_distance, land_border, land_borders, neighbors


def test_the_mexican_border_is_the_tenth_longest_by_either_measurement() -> None:
    border = land_border("United States", "Mexico")
    assert border is not None
    assert (border.rank, border.km, border.km_under_a, border.km_under_b) == (10, 3155.0, 3155.0, 3111.0)
    assert not border.agreed
    assert sum(one.km > 3111.0 for one in land_borders()) == 10  # the nine longer ones and itself


def test_the_longest_come_first_and_each_once() -> None:
    borders = land_borders()
    assert [(one.a, one.b) for one in borders[:2]] == [("CAN", "USA"), ("KAZ", "RUS")]
    assert [one.km for one in borders] == sorted((one.km for one in borders), reverse=True)
    assert len({(one.a, one.b) for one in borders}) == len(borders) > 300
    assert all(one.a < one.b for one in borders)


def test_a_border_listed_under_one_neighbour_only_keeps_its_one_figure() -> None:
    border = land_border("SVK", "UKR")
    assert border is not None and {border.km_under_a, border.km_under_b} == {97.0, None}


def test_no_border_is_none_and_a_bad_question_is_an_error() -> None:
    assert land_border("MEX", "COL") is None
    assert neighbors("USA") == ("CAN", "MEX")
    assert neighbors("AUS") == ()
    with pytest.raises(BadQuestion):
        land_border("MEX", "Mexico")
    with pytest.raises(UnknownCountry):
        land_border("MEX", "Atlantis")


def test_distances_from_washington() -> None:
    assert capital_distance("MEX").value == 3030.3
    assert capital_distance("USA").state == "zero"
