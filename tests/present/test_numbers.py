"""Counts, amounts and lists in words."""

from __future__ import annotations

from math import nan

import pytest

from mnna.present.numbers import (
    amount,
    between,
    counted,
    decimals,
    dollars,
    figure,
    large,
    listed,
    money,
    number,
    rounded,
    share,
    signed,
)


@pytest.mark.parametrize(
    ("usd", "said"),
    [
        (14e6, "$14 million"),
        (14_500_000, "$14.5 million"),
        (1.5e9, "$1.5 billion"),
        (500_000, "$500,000"),
        (999_999_999, "$999,999,999"),
        (14_000_001, "$14,000,001"),
        (4_030_000_000, "$4.03 billion"),
        (266_400_000, "$266.4 million"),
        (0.5, "$0.50"),
        (0, "$0"),
        (-7e6, "-$7 million"),
        (None, "not known"),
    ],
)
def test_money_is_exact(usd: float | None, said: str) -> None:
    assert money(usd) == said


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists(items: list[str], said: str) -> None:
    assert listed(items) == said


def test_counts() -> None:
    assert [number(n) for n in (0, 1, 12, 13, 1200)] == ["no", "one", "twelve", "13", "1,200"]
    assert counted(1, "answer") == "one answer"
    assert counted(0, "country", "countries") == "no countries"


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (30, "days", "30 days"),
        (1, "days", "1 day"),
        (5, "percent", "5 percent"),
        (50_000, "pounds", "50,000 pounds"),
        (2_000_000, "usd", "$2 million"),
        (5, "", "5"),
    ],
)
def test_amounts_carry_their_units(value: int, unit: str, said: str) -> None:
    assert amount(value, unit) == said


def test_estimates_have_three_digits() -> None:
    assert dollars(1.789e12) == "$1.79 trillion"
    assert dollars(-2_345_678.0) == "-$2.35 million"
    assert large(92_345.6) == "92,300"
    assert rounded(0.01234) == "0.0123"
    assert rounded(99_999.0) == "99,999"


@pytest.mark.parametrize(
    ("value", "said"),
    [(None, "missing"), (0.0, "0"), (12345.0, "12,345"), (29.4484, "29.45"), (1234567.8, "1,234,568")],
)
def test_figures_have_about_four_digits(value: float | None, said: str) -> None:
    assert figure(value) == said


def test_what_rounds_to_zero_has_no_minus() -> None:
    assert (signed(-0.001), signed(-0.0), between((-0.004, 0.56), sign=True)) == ("+0.00", "+0.00", "+0.00 to +0.56")
    assert decimals(-0.001) == "0.00"
    assert between((-0.2, 3), 0) == "0 to 3"


def test_estimates_are_signed_and_what_is_not_known_is_a_dash() -> None:
    assert (signed(0.314), signed(-1.2, 1), signed(None), signed(nan)) == ("+0.31", "-1.2", "–", "–")
    assert (between((1, 14), 0), between((-0.5, 0.25), sign=True), between((None, 1))) == (
        "1 to 14",
        "-0.50 to +0.25",
        "–",
    )
    assert (decimals(0.0417, 3), decimals(None), decimals(nan)) == ("0.042", "–", "–")
    assert [share(part) for part in (None, 0, 0.001, 0.124)] == ["–", "0%", "under 1%", "12%"]
