"""10 USC 2349: bids to maintain equipment abroad come from NATO and the title-10 list of allies."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "overseas-workload-bidding"


@pytest.mark.parametrize(
    ("country", "on", "expected"),
    [
        ("ISR", "2024-06-01", "yes"),
        ("FRA", "1993-11-30", "yes"),
        ("FRA", "1993-11-29", "unknown"),
        ("COL", "2022-05-22", "no"),
        ("COL", "2022-05-23", "unknown"),
        ("NZL", "2000-06-01", "no"),
        ("MEX", "2024-06-01", "no"),
    ],
)
def test_who_may_bid(country: str, on: str, expected: str) -> None:
    assert verdict(ID, country, on) == expected


def test_taiwan_is_arguable_and_a_no_names_the_listing() -> None:
    assert verdict(ID, "TWN", "2024-06-01") == "unknown"
    assert verdict(ID, "TWN", "2024-06-01", section_1206_reaches=True) == "yes"
    assert "Secretary of Defense" in " ".join(asked(ID, "MEX", "2024-06-01").routes)
