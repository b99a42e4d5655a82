"""AECA 40: the list bars arms of every kind, from the day of the listing to the day of its end."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "restriction-terrorism-list"


@pytest.mark.parametrize(
    ("country", "on", "expected"),
    [
        ("CUB", "2015-05-28", "yes"),
        ("CUB", "2015-05-29", "no"),
        ("IRN", "2024-06-01", "yes"),
        ("COL", "2024-06-01", "no"),
        ("SYR", "2024-06-01", "yes"),
        ("LBY", "2006-06-28", "yes"),
        ("LBY", "2006-06-29", "no"),
    ],
)
def test_the_list_decides_to_the_day(country: str, on: str, expected: str) -> None:
    assert verdict(ID, country, on) == expected


def test_it_cuts_financing_and_excess_articles_and_says_how_it_is_waived() -> None:
    for grant in ("foreign-military-financing", "excess-defense-articles", "defense-export-loan-guarantee"):
        found = asked(grant, "IRN", "2024-06-01")
        assert found.verdict == "no" and ID in found.suspended_by and found.routes, grant
    terms = asked(ID, "IRN", "2024-06-01").terms
    assert (terms["waiver_notice_days"], terms["rescission_notice_days"]) == (15, 45)
