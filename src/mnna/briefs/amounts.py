"""How a measure's number is written in a table: three digits, with the unit a reader needs."""

from __future__ import annotations

from collections.abc import Callable
from math import floor, log10

from mnna.series.records import Figure

Form = Callable[[float], str]


def rounded(value: float, digits: int = 3) -> str:
    """The number to three digits, whole numbers below a hundred thousand as they are."""
    if value == int(value) and abs(value) < 1e5:
        return f"{value:,.0f}"
    places = digits - 1 - floor(log10(abs(value)))
    return f"{round(value, places):,.{max(places, 0)}f}"


def large(value: float) -> str:
    """`1.79 trillion`, `130 million`, `92,300`."""
    for size, word in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(value) >= size:
            return f"{rounded(value / size)}{word}"
    return rounded(value)


def dollars(value: float) -> str:
    """US dollars, a debit (money paid back) with its sign."""
    return f"{'-' if value < 0 else ''}${large(abs(value))}"


FORMS: dict[str, Form] = {
    "us_goods_trade_total": lambda value: dollars(1e6 * value),
    "us_goods_trade_share": lambda value: f"{rounded(value)}%",
    "us_aid_total_obligations_constant_usd": dollars,
    "us_military_aid_disbursements": dollars,
    "us_land_border_km": lambda value: f"{value:,.0f} km",
    "dist_washington_km": lambda value: f"{value:,.0f} km",
    "defense_treaty_tie": lambda value: "yes" if value else "no",
    "gdp_current_usd": dollars,
    "gdp_per_capita_current_usd": dollars,
    "population": large,
    "civil_conflict_intensity": lambda value: {0: "none", 1: "minor", 2: "war"}.get(int(value), rounded(value)),
    "factbook_export_share_china": lambda value: f"{rounded(value)}%",
    "factbook_import_share_china": lambda value: f"{rounded(value)}%",
}
"""Measure id to the way its numbers are written; one that is missing is written with three digits."""


def amount(figure: Figure, measure: str) -> str:
    """The number, or why there is none in a word: `missing`, or `not covered` with the years that are."""
    if figure.value is not None:
        return FORMS.get(measure, rounded)(figure.value)
    return "missing" if figure.state == "missing" else f"not covered ({figure.first_year} to {figure.last_year})"
