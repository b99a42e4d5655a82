"""AECA 65: loans for research go to NATO and major non-NATO allies, since 1996 by the President's list."""

from __future__ import annotations

from tests.statutes.asking import asked

ID = "rdte-loans"


def test_a_no_names_the_designation_as_the_way() -> None:
    found = asked(ID, "MEX", "2024-06-01")
    assert len(found.routes) == 1 and "designation as a major non-NATO ally" in found.routes[0]
