"""ITAR 126.7: Australia and the United Kingdom since 1 September 2024, and nobody by a status."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "aukus-exemption"


@pytest.mark.parametrize(
    ("country", "on", "expected"),
    [
        ("AUS", "2024-08-31", "no"),
        ("AUS", "2024-09-01", "yes"),
        ("GBR", "2024-09-01", "yes"),
        ("CAN", "2025-06-01", "no"),
        ("COL", "2025-06-01", "no"),
        ("AUS", "2023-12-21", "no"),
    ],
)
def test_two_countries_have_it(country: str, on: str, expected: str) -> None:
    assert verdict(ID, country, on) == expected


def test_the_law_behind_it_ends_on_a_day() -> None:
    assert asked(ID, "AUS", "2025-06-01").terms["ends_on"] == "2038-12-22"
    assert "not encoded after 22 December 2038" in asked(ID, "AUS", "2038-12-22").because
