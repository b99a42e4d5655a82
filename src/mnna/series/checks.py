"""The checks that every table of figures must pass: known codes, years, numbers, bounds, no key twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mnna.errors import BadFacts, alike
from mnna.registry import countries
from mnna.series import coverage_codes
from mnna.series.figures import Panel, finite

FIRST_YEAR, LAST_YEAR = 1800, 2100


@dataclass(frozen=True, slots=True)
class Cells:
    """One row as read, with its place in words (`file.csv line 7`)."""

    where: str
    country: str
    year: str
    value: str


def checked(rows: Iterable[Cells], low: float | None = None, high: float | None = None) -> Panel:
    """Return the rows as figures by (country, year), none dropped; raises `BadFacts`, naming the first invalid row.

    `low` and `high` are the lowest and highest possible value of the indicator; None is no bound.
    """
    panel: dict[tuple[str, int], float] = {}
    seen: dict[tuple[str, int], str] = {}
    for row in rows:
        key = (_country(row), _year(row))
        if key in seen:
            raise BadFacts(row.where, f"{key[0]} {key[1]} was already given at {seen[key]}", (), "Keep one of the two.")
        seen[key] = row.where
        panel[key] = _value(row, low, high)
    if not panel:
        raise BadFacts("the table of figures", "it has no row", (), "Give at least one `iso3,year,value`.")
    return panel


def _country(row: Cells) -> str:
    if not coverage_codes.known(row.country):
        codes = {*countries.countries(), *coverage_codes.special()}
        near = alike(row.country.upper(), codes, 3, 0.6)
        wrong = f"{row.country!r} is not a country's alpha-3 code"
        raise BadFacts(row.where, wrong, near, "Use ISO 3166 alpha-3 codes.")
    return row.country


def _year(row: Cells) -> int:
    if not (row.year.isascii() and row.year.isdigit() and FIRST_YEAR <= int(row.year) <= LAST_YEAR):
        wrong = f"{row.year!r} is not a year between {FIRST_YEAR} and {LAST_YEAR}"
        raise BadFacts(row.where, wrong, (), "Correct the cell.")
    return int(row.year)


def _value(row: Cells, low: float | None, high: float | None) -> float:
    try:
        value = finite(row.value)
    except ValueError:
        do = "Leave the row out where there is no figure; write numbers like 1234.5."
        raise BadFacts(row.where, f"{row.value!r} is not a number", (), do) from None
    if (low is not None and value < low) or (high is not None and value > high):
        wrong = f"{row.value} is outside the possible range {low} to {high}"
        raise BadFacts(row.where, wrong, (), "Check the unit.")
    return value
