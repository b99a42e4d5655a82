"""ITAR 123.27: the regime for NATO and major non-NATO allies, with its ceilings."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "satellite-licensing"


@pytest.mark.parametrize(
    ("country", "on", "expected"),
    [
        ("JPN", "1999-11-28", "no"),
        ("JPN", "1999-11-29", "yes"),
        ("COL", "2022-05-22", "no"),
        ("COL", "2022-05-23", "yes"),
        ("FRA", "1999-11-29", "yes"),
        ("MEX", "2024-06-01", "no"),
    ],
)
def test_who_has_the_regime(country: str, on: str, expected: str) -> None:
    assert verdict(ID, country, on) == expected


def test_the_ceilings_are_terms() -> None:
    terms = asked(ID, "COL", "2024-06-01").terms
    assert (terms["mde_below_usd"], terms["total_below_usd"]) == (14_000_000, 50_000_000)
