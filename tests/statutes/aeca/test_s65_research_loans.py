"""AECA 65: loans for research go to NATO and major non-NATO allies, since 1996 by the President's list."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "rdte-loans"


@pytest.mark.parametrize(
    ("country", "on", "expected"),
    [
        ("NZL", "1996-07-20", "no"),
        ("NZL", "1996-07-21", "yes"),
        ("AUS", "1996-07-20", "yes"),
        ("COL", "2022-05-22", "no"),
        ("COL", "2022-05-23", "yes"),
        ("MEX", "2024-06-01", "no"),
        ("FRA", "1988-09-28", "unknown"),
        ("FRA", "1988-09-29", "yes"),
    ],
)
def test_which_list_opens_it(country: str, on: str, expected: str) -> None:
    assert verdict(ID, country, on) == expected


def test_a_no_names_the_designation_as_the_way() -> None:
    found = asked(ID, "MEX", "2024-06-01")
    assert len(found.routes) == 1 and "designation as a major non-NATO ally" in found.routes[0]
