"""AECA 102: the tests of May 1998 barred India and Pakistan, until the waiver of 22 September 2001."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "restriction-nuclear-detonation"


@pytest.mark.parametrize(
    ("country", "on", "expected"),
    [
        ("IND", "1998-05-12", "no"),
        ("IND", "1998-05-13", "yes"),
        ("PAK", "1998-05-29", "no"),
        ("PAK", "1998-05-30", "yes"),
        ("IND", "2001-09-21", "yes"),
        ("IND", "2001-09-22", "no"),
        ("PAK", "2001-09-22", "no"),
        ("CHN", "2000-01-01", "no"),
    ],
)
def test_from_the_determination_to_the_waiver(country: str, on: str, expected: str) -> None:
    assert verdict(ID, country, on) == expected


def test_it_cuts_military_financing_while_it_lasts() -> None:
    assert ID in asked("foreign-military-financing", "IND", "2000-01-01").suspended_by
    assert ID not in asked("foreign-military-financing", "IND", "2002-01-01").suspended_by
