"""Section 328: the title-10 list opens it, so a recent designee's place is unknown, and Taiwan's arguable."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "counterterrorism-rd"


@pytest.mark.parametrize(
    ("country", "on", "expected"),
    [("AUS", "1996-04-24", "yes"), ("AUS", "1996-04-23", "unknown"), ("FRA", "2024-06-01", "yes"),
     ("COL", "2022-05-22", "no"), ("COL", "2022-05-23", "unknown"), ("MEX", "2024-06-01", "no")],
)  # fmt: skip
def test_the_list_of_the_secretary_of_defense_decides(country: str, on: str, expected: str) -> None:
    assert verdict(ID, country, on) == expected


def test_taiwan_turns_on_whether_section_1206_reaches_it() -> None:
    assert verdict(ID, "TWN", "2024-06-01") == "unknown"
    assert verdict(ID, "TWN", "2024-06-01", section_1206_reaches=True) == "yes"
    assert verdict(ID, "TWN", "2024-06-01", section_1206_reaches=False) == "no"
    assert verdict(ID, "TWN", "2002-09-29", section_1206_reaches=True) == "no"


def test_the_money_has_a_yearly_limit() -> None:
    assert asked(ID, "AUS", "2010-01-01").terms == {"annual_cap_usd": 3_000_000}
