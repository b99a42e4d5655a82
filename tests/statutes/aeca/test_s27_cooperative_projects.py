"""AECA 27: projects with NATO, and since November 1986 with friendly countries."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "cooperative-projects"


@pytest.mark.parametrize(
    ("country", "on", "expected"),
    [
        ("FRA", "1979-10-28", "unknown"),
        ("FRA", "1979-10-29", "yes"),
        ("JPN", "1985-09-30", "no"),
        ("FRA", "1985-10-01", "yes"),
        ("JPN", "1986-11-13", "no"),
        ("JPN", "1986-11-14", "yes"),
        ("MEX", "2024-06-01", "yes"),
        ("IRN", "2024-06-01", "no"),
    ],
)
def test_who_may_take_part(country: str, on: str, expected: str) -> None:
    assert verdict(ID, country, on) == expected


def test_the_certificate_comes_thirty_days_before_and_takes_sales_notices_away_for_some() -> None:
    nato, other = asked(ID, "FRA", "2024-06-01"), asked(ID, "MEX", "2024-06-01")
    assert nato.terms["certification_days"] == other.terms["certification_days"] == 30
    assert nato.terms["sales_notices_excused"] is True and other.terms["sales_notices_excused"] is False
