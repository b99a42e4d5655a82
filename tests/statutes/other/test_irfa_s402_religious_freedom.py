"""IRFA: an action stands against a country of particular concern unless waived, and cuts off nothing by itself."""

from __future__ import annotations

from mnna.statutes import catalog
from tests.statutes.asking import verdict

ID = "restriction-religious-freedom"


def test_designated_waived_and_not_designated() -> None:
    assert verdict(ID, "ERI", "2023-06-01") == "yes"
    assert verdict(ID, "SAU", "2017-06-01") == "no"
    assert verdict(ID, "PAK", "2023-06-01") == "unknown"
    assert verdict(ID, "COL", "2023-06-01") == "no"


def test_a_designation_is_not_told_past_the_budget_of_its_list() -> None:
    assert verdict(ID, "CHN", "2024-06-27") == "yes"
    assert verdict(ID, "CHN", "2024-06-29") == "unknown"


def test_it_suspends_no_grant() -> None:
    assert not any(provision.cuts for provision in catalog.authority(ID).provisions)
