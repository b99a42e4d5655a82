"""IRFA: an action stands against a country of particular concern unless waived, and cuts off nothing by itself."""

from __future__ import annotations

import pytest

from mnna.statutes import catalog
from tests.statutes.asking import verdict

ID = "restriction-religious-freedom"


def test_designated_waived_and_not_designated() -> None:
    assert verdict(ID, "ERI", "2023-06-01") == "yes"
    assert verdict(ID, "SAU", "2017-06-01") == "no"
    assert verdict(ID, "PAK", "2023-06-01") == "unknown"
    assert verdict(ID, "COL", "2023-06-01") == "no"


@pytest.mark.parametrize(
    ("country", "before", "since"),
    [("SDN", ("2019-12-17", "yes"), ("2019-12-18", "no")), ("RUS", ("2021-11-14", "no"), ("2021-11-17", "unknown"))],
)
def test_a_list_counts_from_its_day(country: str, before: tuple[str, str], since: tuple[str, str]) -> None:
    assert (verdict(ID, country, before[0]), verdict(ID, country, since[0])) == (before[1], since[1])


@pytest.mark.parametrize(("country", "on"), [("NGA", "2021-11-17"), ("NIC", "2022-11-29"), ("CUB", "2022-11-29")])
def test_a_country_on_the_watch_list_of_2021_is_not_barred(country: str, on: str) -> None:
    assert verdict(ID, country, on) == "no"


def test_a_designation_is_not_told_past_the_budget_of_its_list() -> None:
    assert verdict(ID, "CHN", "2024-06-27") == "yes"
    assert verdict(ID, "CHN", "2024-06-29") == "unknown"


def test_it_suspends_no_grant() -> None:
    assert not any(provision.cuts for provision in catalog.authority(ID).provisions)
