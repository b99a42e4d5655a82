"""The codes of a country are those of the day where a data set changed them."""

from __future__ import annotations

import csv
from datetime import date
from typing import Any

import pytest

from mnna.registry import read_tables
from mnna.registry.codes import TITLES, beside, codes, dated_codes, named, of_code, of_named, systems
from mnna.registry.countries import countries, known
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
    found = of_named(named(document), date(1989, 1, 1))
    assert list(found) == ["DEU", "MEX"] and found["DEU"]["cow"] == 260
    assert found["MEX"] == {"iso2": "MX", "cow": 70, "gwn": 70, "fips": "MX"}


@pytest.mark.parametrize(
    ("system", "code", "country"),
    [
        ("iso", "IS", "ISL"), ("dsca", "is", "ISR"), ("fips", "IS", "ISR"), ("dsca", "SR", "SAU"),
        ("fips", "SA", "SAU"),
        ("dsca", "AT", "AUS"), ("iso", "AT", "AUT"), ("iso", "NA", "NAM"), ("iso3", "kor", "KOR"), ("cow", "260", None),
        ("m49", "484", "MEX"), ("m49", "4", "AFG"), ("m49", "004", "AFG"), ("m49", "484.0", "MEX"),
        ("m49", "NATO", None), ("cow", "484", "COG"),
        ("cow", "002", "USA"), ("cow", " 732 ", "KOR"), ("dsca", "XX", None), ("iso", "", None),
    ],
)  # fmt: skip
def test_a_code_means_the_country_of_its_system(system: str, code: str, country: str | None) -> None:
    assert of_code(system, code) == country


def test_every_system_has_a_title_and_countries_that_are_there() -> None:
    assert systems().keys() == TITLES.keys()
    for of_system in systems().values():
        assert len(of_system) > 150 and set(of_system.values()) <= countries().keys()


def test_the_buyers_of_the_agency_are_named_as_the_country_their_code_stands_for() -> None:
    with (read_tables.TABLES / "dsca_codes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with (read_tables.TABLES / "sources.csv").open(encoding="utf-8", newline="") as file:
        sources = {row["id"] for row in csv.DictReader(file)}
    assert len({row["code"] for row in rows}) == len(rows) and {row["source"] for row in rows} <= sources
    for row in rows:
        country = known(row["buyer"])
        assert country is None or country.iso3 == row["country"], row


def test_every_country_of_iso_has_one_number() -> None:
    numbers = systems()["m49"]
    assert len(set(numbers.values())) == len(numbers)
    assert set(countries()) - set(numbers.values()) == {"NATO", "XKX"}
