"""AECA 101: Pakistan under the Symington amendment, with its waivers."""

from __future__ import annotations

from tests.statutes.asking import asked, verdict

ID = "restriction-enrichment-transfer"


def test_no_other_country_is_barred_and_the_bar_cuts_military_financing() -> None:
    assert verdict(ID, "IND", "1995-06-01") == verdict(ID, "MEX", "2024-06-01") == "no"
    assert ID in asked("foreign-military-financing", "PAK", "1995-06-01").suspended_by
