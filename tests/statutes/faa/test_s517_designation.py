"""FAA 517: designation is the route of a country that is no such ally, and of no other."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked


@pytest.mark.parametrize(
    ("country", "on", "is_route"),
    [
        ("MEX", "2024-06-01", True),
        ("TWN", "2024-06-01", True),
        ("COL", "2024-06-01", False),
        ("NATO", "2024-06-01", False),
    ],
)
def test_the_route_is_for_countries_that_are_no_ally(country: str, on: str, is_route: bool) -> None:
    found = asked("war-reserve-stockpile-site", country, on)
    routes = [route for route in found.routes if "[22 USC 2321k(a)]" in route]
    if found.verdict == "no":
        assert bool(routes) is is_route
    assert not routes or routes[0].startswith(
        "designation as a major non-NATO ally, thirty days after notice to Congress"
    )


def test_mexico_has_it() -> None:
    assert any("[22 USC 2321k(a)]" in route for route in asked("rdte-loans", "MEX", "2024-06-01").routes)
