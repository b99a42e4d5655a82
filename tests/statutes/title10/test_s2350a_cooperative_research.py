"""10 USC 2350a: friendly countries since 2001; the wait is for those outside NATO and the title-10 list."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "cooperative-rd"


@pytest.mark.parametrize(
    ("country", "on", "expected"),
    [
        ("MEX", "2001-12-27", "no"),
        ("MEX", "2001-12-28", "yes"),
        ("AUS", "2001-12-27", "yes"),
        ("FRA", "1989-11-29", "yes"),
        ("IRN", "2024-06-01", "no"),
    ],
)
def test_who_may_take_part(country: str, on: str, expected: str) -> None:
    assert verdict(ID, country, on) == expected


def test_the_wait_is_known_where_the_list_is() -> None:
    waits = {country: asked(ID, country, "2024-06-01").terms["wait_days"] for country in ("MEX", "COL", "FRA", "AUS")}
    assert waits["MEX"] == 30 and waits["COL"] is None and waits["FRA"] == waits["AUS"] != 30
