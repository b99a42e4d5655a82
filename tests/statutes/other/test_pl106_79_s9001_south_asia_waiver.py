"""P.L. 106-79 §9001: from 25 October 1999 the nuclear bars for India and Pakistan can be waived whole."""

from __future__ import annotations

import pytest

from mnna.statutes.other.pl106_79_s9001_south_asia_waiver import WAIVE, WAIVE_ARMS
from tests.statutes.asking import asked

DAYS = [("1999-10-24", False), ("1999-10-25", True), ("2001-09-21", True)]


def bars() -> list[str]:
    """The bars for Pakistan that name the waiver in 2000."""
    from mnna.statutes import catalog

    return [id_ for id_ in catalog.AUTHORITIES if catalog.is_bar(id_) and waived(id_, "2000-06-01")]


def waived(id_: str, on: str) -> bool:
    found = asked(id_, "PAK", on)
    return "P.L. 106-79" in " ".join([*found.steps, *found.routes]) or "25 October 1999" in str(
        found.terms.get("waiver")
    )


@pytest.mark.parametrize(("on", "can_be_waived"), DAYS)
def test_the_waiver_is_there_from_its_day(on: str, can_be_waived: bool) -> None:
    assert "restriction-pressler" in bars() and len(bars()) == 3
    assert {waived(id_, on) for id_ in bars()} == {can_be_waived}


def test_arms_take_a_certificate_more() -> None:
    assert WAIVE.lifts and WAIVE_ARMS.lifts
    assert (
        WAIVE_ARMS.text.startswith(WAIVE.text) and "he must certify" in WAIVE_ARMS.text and "(b)" not in WAIVE.citation
    )
