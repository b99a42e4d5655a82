"""10 USC 2350a: friendly countries since 2001; the wait is for those outside NATO and the title-10 list."""

from __future__ import annotations

from tests.statutes.asking import asked

ID = "cooperative-rd"


def test_the_wait_is_known_where_the_list_is() -> None:
    waits = {country: asked(ID, country, "2024-06-01").terms["wait_days"] for country in ("MEX", "COL", "FRA", "AUS")}
    assert waits["MEX"] == 30 and waits["COL"] is None and waits["FRA"] == waits["AUS"] != 30
