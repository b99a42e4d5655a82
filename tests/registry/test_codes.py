"""The codes of a country are those of the day where a data set changed them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mnna.registry.codes import beside, codes, dated_codes, of_all
from mnna.registry.countries import countries
from mnna.registry.load import load_registry


def test_a_code_is_that_of_the_day() -> None:
    germany, yemen = countries()["DEU"], countries()["YEM"]
    assert [codes(germany, date(1990, 10, day)).cow for day in (2, 3)] == [260, 255]
    assert [codes(yemen, date(1990, 5, day)).cow for day in (21, 22)] == [678, 679]
    assert codes(germany, date(1980, 1, 1)).gwn == codes(germany).gwn == 260
    assert codes(germany) == codes(germany, date(2020, 1, 1)) == ("DE", 255, 260, "GM")


def test_what_a_data_set_does_not_number_has_no_code() -> None:
    assert codes(countries()["NATO"]) == (None, None, None, None)


def test_every_code_names_a_country_and_a_source() -> None:
    sources = load_registry().sources
    assert all(row.country in countries() and set(row.source) <= sources.keys() for row in dated_codes())
    assert {"cow-country-codes", "gw-state-codes"} <= sources.keys()


def test_a_row_that_names_countries_has_their_other_codes() -> None:
    found = beside({"country": "COL", "x": 1})
    assert found == {"country": "COL", "x": 1, "iso2": "CO", "cow": 100, "gwn": 100, "fips": "CO"}
    assert beside({"recipients": ["AUS", "NATO"]})["cow"] == [900, None]
    assert beside({"country": "DEU"}, date(1989, 1, 1))["cow"] == 260
    assert beside({"recipient": "MEX", "cow": 1})["cow"] == 1


@pytest.mark.parametrize("row", [{"country": "Nowhere"}, {"x": 1}, {"country": ""}, {"recipients": []}])
def test_a_row_that_names_none_stays_as_it_is(row: dict[str, Any]) -> None:
    assert beside(row) == row


def test_a_document_is_told_the_codes_of_all_it_names_but_of_rows_that_have_them() -> None:
    document = {"country": "MEX", "by": {"DEU": 1}, "of": [{"iso3": "COL", "cow": 100}, {"to": ["NATO", "yes"]}]}
    found = of_all(document, date(1989, 1, 1))
    assert list(found) == ["DEU", "MEX"] and found["DEU"]["cow"] == 260
    assert found["MEX"] == {"iso2": "MX", "cow": 70, "gwn": 70, "fips": "MX"}
