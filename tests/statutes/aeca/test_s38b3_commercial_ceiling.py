"""AECA 38(b)(3): the ceiling on commercial sales from 1976 to 1981, which the notice of a sale does not speak of."""

from __future__ import annotations

import pytest

import mnna
from tests.statutes.asking import asked, verdict

ID = "restriction-commercial-ceiling"


@pytest.mark.parametrize(
    ("day", "usd"),
    [("1976-06-30", 25e6), ("1979-10-28", 25e6), ("1979-10-29", 35e6), ("1980-12-16", 100e6), ("1981-12-28", 100e6)],
)
def test_how_the_ceiling_rose(day: str, usd: float) -> None:
    found = asked(ID, "SAU", day)
    assert found.verdict == "yes" and found.terms["ceiling_usd"] == usd


def test_it_was_struck_on_29_december_1981() -> None:
    assert verdict(ID, "SAU", "1981-12-29") == "no" and "ceiling_usd" not in asked(ID, "SAU", "1981-12-29").terms


def test_the_notice_of_a_commercial_sale_is_untouched() -> None:
    told = mnna.case(recipient="SAU", channel="dcs", mde=40e6, total=40e6, on="1978-01-01").to_dict()
    assert told["notify"]["verdict"] == "yes"
