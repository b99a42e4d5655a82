"""What every question shares at the border: a day, and an amount to the cent; nothing else reaches a rule."""

from __future__ import annotations

import math
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.answers.inputs import day, dollars, foreign, read_amount
from mnna.errors import BadDate, BadQuestion
from mnna.registry.days import today


@pytest.mark.parametrize(
    ("asked", "amount"),
    [
        ("20e6", "20000000.00"),
        ("20000000", "20000000.00"),
        ("20,000,000", "20000000.00"),
        ("20,000,000.50", "20000000.50"),
        ("$20,000,000", "20000000.00"),
        ("usd 20 million", "20000000.00"),
        ("1.5 billion", "1500000000.00"),
        ("250 Thousand", "250000.00"),
        (" 13999999.99 ", "13999999.99"),
        (13999999.99, "13999999.99"),
        (14_000_000, "14000000.00"),
        (Decimal("0.005"), "0.00"),
        (0, "0.00"),
        ("-0", "0.00"),
    ],
)
def test_amounts_people_write(asked: object, amount: str) -> None:
    assert str(abs(dollars(asked, "mde"))) == amount


BAD: list[object] = [
    "",
    "abc",
    "1,5",
    "1,00,000",
    "12 monkeys",
    "million",
    "--5",
    "1e16",
    "1e400",
    "nan",
    "NaN",
    "-nan",
]
BAD += ["sNaN", "inf", "-Infinity", "$", "€5", "5%", "0x10", math.nan, math.inf, -math.inf, True, None, [1], b"1", 1j]


@pytest.mark.parametrize("asked", BAD, ids=repr)
def test_what_is_no_amount_is_refused_by_name(asked: object) -> None:
    with pytest.raises(BadQuestion, match="mde"):
        dollars(asked, "mde")


@given(st.one_of(st.floats(), st.decimals(), st.integers(), st.text(max_size=12)))
def test_whatever_comes_in_a_rule_sees_a_finite_amount_of_cents_or_nothing(asked: object) -> None:
    try:
        amount = dollars(asked, "total")
    except BadQuestion:
        return
    assert amount.is_finite() and amount >= 0 and amount.as_tuple().exponent == -2


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("2022-05-23", date(2022, 5, 23)),
        (" 2022-05-23\n", date(2022, 5, 23)),
        (date(2022, 5, 23), date(2022, 5, 23)),
        (datetime(2022, 5, 23, 23, 59), date(2022, 5, 23)),
        (None, today()),
    ],
)
def test_days(asked: date | str | None, meant: date) -> None:
    assert day(asked) == meant and type(day(asked)) is date


@pytest.mark.parametrize(
    "asked", ["", "today", "2022-02-30", "23.05.2022", "2022-5-23", "2022-05-23T10:00", "20220532"]
)
def test_what_is_no_day_is_refused_with_an_example(asked: str) -> None:
    with pytest.raises(BadDate, match="2022-05-23"):
        day(asked)


def test_a_day_with_another_weekday_than_its_own_is_refused() -> None:
    assert day("Monday, May 23, 2022") == day("Monday 23 May 2022") == date(2022, 5, 23)
    with pytest.raises(BadDate, match=r"23 May 2022 is a Monday. Did you mean 2022-05-23"):
        day("Tuesday, May 23, 2022")


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading_of_days(asked: str) -> None:
    try:
        assert isinstance(day(asked), date)
    except BadDate as error:
        assert repr(asked) in str(error)


@pytest.mark.parametrize("asked", ["USA", "PRI", "Guam", "American Samoa"])
def test_the_united_states_and_their_territories_are_not_foreign(asked: str) -> None:
    with pytest.raises(BadQuestion, match="foreign countries"):
        foreign(asked)
    assert foreign("GRL").iso3 == "GRL"


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
