"""ITAR 126.5: Canada and nobody else."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "canada-exemption"


@pytest.mark.parametrize(("country", "expected"), [("CAN", "yes"), ("GBR", "no"), ("MEX", "no"), ("COL", "no")])
def test_canada_alone(country: str, expected: str) -> None:
    assert verdict(ID, country, "2024-06-01") == expected


def test_the_day_before_it_nothing_is_said_and_a_no_has_other_ways() -> None:
    assert verdict(ID, "CAN", "2001-05-29") == "unknown" and verdict(ID, "CAN", "2001-05-30") == "yes"
    assert len(asked(ID, "MEX", "2024-06-01").routes) == 2
