"""AECA 101: Pakistan under the Symington amendment, with its waivers."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "restriction-enrichment-transfer"


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("1986-06-01", "no"),
        ("1987-11-01", "unknown"),
        ("1994-06-29", "yes"),
        ("1995-06-01", "yes"),
        ("2024-06-01", "no"),
    ],
)
def test_pakistan(on: str, expected: str) -> None:
    assert verdict(ID, "PAK", on) == expected


def test_no_other_country_is_barred_and_the_bar_cuts_military_financing() -> None:
    assert verdict(ID, "IND", "1995-06-01") == verdict(ID, "MEX", "2024-06-01") == "no"
    assert ID in asked("foreign-military-financing", "PAK", "1995-06-01").suspended_by
