"""State numbers, which mean another state in another year."""

from __future__ import annotations

import pytest

from mnna.series.refresh.states import _numbers, country


@pytest.mark.parametrize(
    ("system", "number", "year", "code"),
    [("cow", "70", 2000, "MEX"), ("gw", "70", 2000, "MEX"), ("cow", "365", 2000, "RUS"), ("cow", "9999", 2000, None)],
)
def test_a_number_stands_for_a_state_in_a_year(system: str, number: str, year: int, code: str | None) -> None:
    assert country(system, number, year) == code


def test_a_spell_has_its_first_and_its_last_year() -> None:
    for system in ("cow", "gw"):
        for number, spells in _numbers(system).items():
            for first, last, code in spells:
                assert country(system, number, first) == country(system, number, last) == code, number


def test_365_is_the_soviet_union_before_it_is_russia() -> None:
    assert country("cow", "365", 1988) != "RUS"
