"""A place that is no country cannot be designated, and every door says so with one sentence."""

from __future__ import annotations

import pytest

import mnna
from mnna.errors import BadQuestion
from mnna.registry.countries import countries
from mnna.registry.load import load_registry

ON = "2026-06-01"
NO_COUNTRY = {
    "HKG": "is a territory, and only countries are designated",
    "PSE": "is a place whose standing as a state is in dispute, and only countries are designated",
}


def test_every_country_can_and_nothing_else() -> None:
    registry = load_registry()
    for one in countries().values():
        assert (registry.undesignable(one) == "") == (one.sovereign == "yes" or one.iso3 == "TWN"), one


@pytest.mark.parametrize("code", NO_COUNTRY)
def test_what_asks_whether_it_could_be_next_refuses(code: str) -> None:
    for ask in (mnna.next_ally, lambda code, on: mnna.rank(on, country=code)):
        with pytest.raises(BadQuestion, match=NO_COUNTRY[code]):
            ask(code, ON)


@pytest.mark.parametrize("code", NO_COUNTRY)
def test_what_compares_or_assumes_answers_and_says_so(code: str) -> None:
    told = mnna.compare(code, to="COL", on=ON)
    assert NO_COUNTRY[code] in told.note and NO_COUNTRY[code] in str(told.to_dict()["note"])
    assert NO_COUNTRY[code] in mnna.what_if(code, on=ON).note
    assert mnna.compare("MEX", to="COL", on=ON).note == ""
