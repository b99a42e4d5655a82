"""From July 2003 to January 2008 no military aid went to parties of the Criminal Court; allies were exempt."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

BAR = "restriction-court-party"


@pytest.mark.parametrize("grant", ["foreign-military-financing", "excess-defense-articles"])
def test_a_party_that_was_cut_off_gets_neither_financing_nor_excess_articles(grant: str) -> None:
    found = asked(grant, "BRA", "2004-06-01")
    assert found.verdict == "no" and BAR in found.suspended_by
    assert any("major non-NATO ally" in route for route in found.routes)
    assert verdict(grant, "BRA", "2008-01-28") == "yes"


def test_designation_lifted_the_bar() -> None:
    assert verdict(BAR, "ARG", "2004-06-01") == "no" and verdict(BAR, "BRA", "2004-06-01") == "yes"


def test_a_waiver_that_was_not_looked_for_is_not_ruled_out() -> None:
    found = asked(BAR, "PER", "2005-06-01")
    assert found.verdict == "unknown" and "waivers" in found.needs[0]
    assert verdict(BAR, "COL", "2004-06-01") == "no" and verdict(BAR, "EGY", "2005-06-01") == "no"


def test_a_government_counts_as_a_party_from_the_deposit_of_its_instrument() -> None:
    """22 USC 7432(9); the Statute is in force for it two to three months later."""
    days = ("2009-07-02", "2009-08-15", "2009-10-01")
    assert [verdict("icc-protected-persons", "CZE", on) for on in days] == ["yes", "unknown", "no"]
