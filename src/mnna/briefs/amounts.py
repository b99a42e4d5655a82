"""How a measure's number is written in a table: three digits, with the unit a reader needs."""

from __future__ import annotations

from collections.abc import Callable
from math import floor, log10

from mnna.series.records import Figure
from mnna.series.uses import Use, use

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
    "digits": rounded,
    "dollars": dollars,
    "million dollars": lambda value: dollars(1e6 * value),
    "large": large,
    "percent": lambda value: f"{rounded(value)}%",
    "kilometers": lambda value: f"{value:,.0f} km",
    "yes or no": lambda value: "yes" if value else "no",
}
"""The form of an indicator (`form` in `indicators.toml`) to the way its numbers are written."""


def amount(figure: Figure, measure: str) -> str:
    """The number, or why there is none in a word: `missing`, or `not covered` with the years that are."""
    if figure.value is not None:
        return _written(figure.value, use(measure))
    return "missing" if figure.state == "missing" else f"not covered ({figure.first_year} to {figure.last_year})"


def _written(value: float, of: Use) -> str:
    if of.form != "levels":
        return FORMS[of.form](value)
    level = int(value)
    return of.levels[level] if 0 <= level < len(of.levels) else rounded(value)
