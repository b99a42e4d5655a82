"""FAA 620E(e): Pakistan needed a certificate each fiscal year, until the waiver of 22 September 2001."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "restriction-pressler"
DAYS = [
    ("1985-10-01", "no"),
    ("1990-09-30", "no"),
    ("1990-10-01", "yes"),
    ("1996-02-12", "yes"),
    ("2001-09-21", "yes"),
    ("2001-09-22", "no"),
    ("2024-06-01", "no"),
]


@pytest.mark.parametrize(("on", "expected"), DAYS)
def test_pakistan(on: str, expected: str) -> None:
    assert verdict(ID, "PAK", on) == expected
    assert verdict(ID, "IND", on) == "no", "the section names Pakistan alone"


def test_military_financing_is_cut_while_it_bars() -> None:
    barred = asked("foreign-military-financing", "PAK", "1995-06-01")
    assert barred.verdict == "no" and ID in barred.suspended_by and barred.routes
    assert ID not in asked("foreign-military-financing", "PAK", "1990-09-30").suspended_by
