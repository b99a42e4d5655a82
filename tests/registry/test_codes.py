"""The codes of a country are those of the day where a data set changed them."""

from __future__ import annotations

from datetime import date

from mnna.registry.codes import SOURCES, codes, dated_codes
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
    assert set(SOURCES.values()) <= sources.keys()
