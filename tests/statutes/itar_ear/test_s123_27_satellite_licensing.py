"""ITAR 123.27: the regime for NATO and major non-NATO allies, with its ceilings."""

from __future__ import annotations

from tests.statutes.asking import asked

ID = "satellite-licensing"


def test_the_ceilings_are_terms() -> None:
    terms = asked(ID, "COL", "2024-06-01").terms
    assert (terms["mde_below_usd"], terms["total_below_usd"]) == (14_000_000, 50_000_000)
