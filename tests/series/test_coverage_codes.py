"""Which codes a figure can be asked for, and in which years each was there."""

from __future__ import annotations

import pytest

from mnna.errors import UnknownCountry
from mnna.series.coverage_codes import known, place, special


@pytest.mark.parametrize(("code", "kind"), [("MEX", "state"), ("PRI", "territory"), ("NATO", "organisation")])
def test_a_code_is_a_state_a_territory_or_an_organization(code: str, kind: str) -> None:
    assert place(code).kind == kind and known(code)


def test_a_state_exists_from_its_first_year_to_its_last() -> None:
    sudan = place("South Sudan")
    assert [sudan.existed(year) for year in (2010, 2011, 2030)] == [False, True, True]
    assert place("MEX").existed(1900)


def test_every_special_place_has_a_code_of_its_own_and_years_in_order() -> None:
    for code, one in special().items():
        assert code == one.iso3 and (one.from_year or 0) <= (one.until_year or 9999)


def test_what_is_no_place_is_refused_with_the_nearest() -> None:
    assert not known("XXX")
    with pytest.raises(UnknownCountry, match="Mexico"):
        place("Mexcio")
