"""Systems of country codes: the same letters mean other countries in another system."""

from __future__ import annotations

import csv

import pytest

from mnna.registry import read_tables
from mnna.registry.code_systems import TITLES, of_code, systems
from mnna.registry.countries import countries, known


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
    for codes in systems().values():
        assert len(codes) > 150 and set(codes.values()) <= countries().keys()


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
