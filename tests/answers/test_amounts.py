"""Amounts as people write them: every form of one pattern, and nothing that only looks like money."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

import pytest

from mnna.answers.amounts import read_amount


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("20e6", 20_000_000),
        ("$350M", 350_000_000),
        ("$1.2B", 1_200_000_000),
        ("US$1.2bn", 1_200_000_000),
        ("US $ 5 k", 5_000),
        ("350 million USD", 350_000_000),
        ("20 million dollars", 20_000_000),
        ("$350 million (est.)", 350_000_000),
        ("5 mm est.", 5_000_000),
        ("60 000 000", 60_000_000),
        ("60\u202f000\u00a0000", 60_000_000),
        ("60'000'000.50", Decimal("60000000.50")),
        ("60\u2019000", 60_000),
        ("26 000 000 $", 26_000_000),
        ("~$60 million", 60_000_000),
        ("approx. 5m", 5_000_000),
        ("$1,200.50", Decimal("1200.5")),
        ("USD 5 bn.", 5_000_000_000),
    ],
)
def test_what_is_an_amount(text: str, amount: Decimal) -> None:
    assert read_amount(text) == amount


@pytest.mark.parametrize(
    "text", ["€5", "$350-400 million", "1 2", "1,5", "6 0000", "five", "$", "", "20 dozen", "CA$5", "6'0"]
)
def test_what_is_none(text: str) -> None:
    with pytest.raises(InvalidOperation):
        read_amount(text)
