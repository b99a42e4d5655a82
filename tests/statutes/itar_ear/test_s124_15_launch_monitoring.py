"""ITAR 124.15: launches from NATO and major non-NATO allies need no mandatory monitors."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "launch-monitoring-exception"


@pytest.mark.parametrize(
    ("country", "on", "expected"),
    [
        ("BRA", "2019-07-30", "no"),
        ("BRA", "2019-07-31", "yes"),
        ("NZL", "2018-01-21", "yes"),
        ("FRA", "1998-10-17", "yes"),
        ("FRA", "1998-10-16", "unknown"),
        ("CHN", "2024-06-01", "no"),
    ],
)
def test_designation_opens_it(country: str, on: str, expected: str) -> None:
    assert verdict(ID, country, on) == expected


def test_a_no_names_the_designation() -> None:
    assert "designation as a major non-NATO ally" in " ".join(asked(ID, "MEX", "2024-06-01").routes)
