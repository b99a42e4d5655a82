"""The unit of money in a heading, and what is left of the heading without it."""

from __future__ import annotations

import pytest

from mnna.errors import BadQuestion
from mnna.screening.units import ANOTHER, heading, power, stated


@pytest.mark.parametrize(
    ("text", "bare", "unit"),
    [
        ("value_usd_m", "value", "millions"),
        ("Total value ($M)", "total value", "millions"),
        ("USD millions", "usd", "millions"),
        ("USDm", "usd", "millions"),
        ("Cost in thousands", "cost", "thousands"),
        ("Value in thousands of dollars", "value", "thousands"),
        ("Value (million USD)", "value", "millions"),
        ("total_m", "total", "millions"),
        ("Amount $bn", "amount", "billions"),
        ("($000s)", "usd", "thousands"),
        ("Total (K)", "total", "thousands"),
        ("total_usd", "total", None),
        ("Amount (US$)", "amount", None),
        ("Value in USD", "value", None),
        ("$", "usd", None),
        ("Total value (€ million)", "total value €", "millions"),
        ("M", "M", None),
        ("Category M", "Category M", None),
        ("Value", "Value", None),
        ("", "", None),
    ],
)
def test_the_unit_of_a_heading(text: str, bare: str, unit: str | None) -> None:
    assert heading(text) == (bare, unit)


def test_a_unit_is_a_power_of_ten() -> None:
    assert [power(unit) for unit in ("dollars", "thousands", "millions", "billions")] == [0, 3, 6, 9]
    with pytest.raises(BadQuestion, match=r"the unit 'dozens'.*thousands, millions or billions"):
        power("dozens")


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("(Dollars in thousands)", "thousands"),
        ("Figures are trend values expressed in millions.", "millions"),
        ("($000)", "thousands"),
        ("($ in billions)", "billions"),
        ("All amounts are in US$ millions", "millions"),
        ("(US$ M)", "millions"),
        ("Dollars (thousands)", "thousands"),
        ("in millions", "millions"),
        ("In thousands of current U.S. dollars", "thousands"),
        ("Sales over $50 million", None),
        ("Values of exports in thousands of tonnes", None),
        ("Population in thousands", None),
        ("Table 2: aid by country", None),
        ("Figures in EUR millions", ANOTHER),
        ("All values in euros", ANOTHER),
        ("In millions of current euros", ANOTHER),
        ("(€ millions)", ANOTHER),
        ("Amounts in millions of pounds sterling", ANOTHER),
        ("Values, EUR million", ANOTHER),
        ("Bureau of European and Eurasian Affairs (EUR)", None),
        ("Sales in Europe", None),
    ],
)
def test_the_unit_that_a_line_above_the_headings_gives(line: str, unit: str | None) -> None:
    assert stated(line) == unit
