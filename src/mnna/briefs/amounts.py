"""Formats of a measure's number in a table: three digits and the unit."""

from __future__ import annotations

from collections.abc import Callable

from mnna.present.numbers import dollars, large, rounded
from mnna.series.records import Figure
from mnna.series.uses import Use, use

Form = Callable[[float], str]


FORMS: dict[str, Form] = {
    "digits": rounded,
    "dollars": dollars,
    "million dollars": lambda value: dollars(1e6 * value),
    "large": large,
    "percent": lambda value: f"{rounded(value)}%",
    "kilometers": lambda value: f"{value:,.0f} km",
    "yes or no": lambda value: "yes" if value else "no",
    "of 1": lambda value: f"{rounded(value)} of 1",
    "points": lambda value: f"{rounded(value)} points",
}
"""The formatting function for each `form` of an indicator in `indicators.toml`."""


def amount(figure: Figure, measure: str) -> str:
    """Return the number of a figure in words; without a number `missing`, or `not covered` with the years covered."""
    if figure.value is not None:
        return _written(figure.value, use(measure))
    return "missing" if figure.state == "missing" else f"not covered ({figure.first_year} to {figure.last_year})"


def _written(value: float, of: Use) -> str:
    if of.form != "levels":
        return FORMS[of.form](value)
    level = int(value)
    return of.levels[level] if 0 <= level < len(of.levels) else rounded(value)
