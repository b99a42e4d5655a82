"""AECA 102: the tests of May 1998 barred India and Pakistan, until the waiver of 22 September 2001."""

from __future__ import annotations

from tests.statutes.asking import asked

ID = "restriction-nuclear-detonation"


def test_it_cuts_military_financing_while_it_lasts() -> None:
    assert ID in asked("foreign-military-financing", "IND", "2000-01-01").suspended_by
    assert ID not in asked("foreign-military-financing", "IND", "2002-01-01").suspended_by
