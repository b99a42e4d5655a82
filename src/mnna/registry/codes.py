"""The codes of a country in common data sets: ISO, Correlates of War, Gleditsch and Ward, FIPS 10-4."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from mnna.quick import QuickTuple
from mnna.registry import read_tables
from mnna.registry.countries import countries
from mnna.registry.records import Country, DatedCode

TITLES = {
    "iso2": "ISO 3166 alpha-2 code",
    "cow": "Correlates of War country number",
    "gwn": "Gleditsch and Ward state number",
    "fips": "FIPS 10-4 code (now GEC)",
}
"""The full name of each code, in the order of columns."""


class Codes(QuickTuple):
    """The codes of a country on a day; None where a data set has none."""

    iso2: str | None
    cow: int | None
    gwn: int | None
    fips: str | None


@cache
def dated_codes() -> tuple[DatedCode, ...]:
    """Return the codes that a country had only on earlier days."""
    return tuple(read_tables.read(read_tables.TABLES, "country_codes", DatedCode))


def codes(country: Country, on: date | None = None) -> Codes:
    """Return the codes of a country on a day, or today's if no day is given."""
    earlier = {
        row.system: row.code
        for row in dated_codes()
        if on is not None and row.country == country.iso3 and row.since <= on < row.until
    }
    cow, gw = earlier.get("cow", country.cow), earlier.get("gw", country.gw)
    return Codes(country.iso2 or None, int(cow) if cow else None, int(gw) if gw else None, country.gec or None)


CODE = 3
"""The length of a country's alpha-3 code."""

NAMES_A_COUNTRY = ("country", "recipient", "recipients", "iso3")
"""Columns of rows that may hold one or more alpha-3 codes of countries."""


def beside(row: Mapping[str, Any], on: date | None = None) -> Mapping[str, Any]:
    """Return a row with the other codes of the countries it names, if any: single codes for one, lists for a list."""
    named = next((found for name in NAMES_A_COUNTRY if (found := _countries(row.get(name)))), None)
    if named is None:
        return row
    each = [codes(one, on) for one in named]
    lone = isinstance(next(row[name] for name in NAMES_A_COUNTRY if row.get(name)), str)
    others = {name: of[0] if lone else list(of) for name, of in zip(TITLES, zip(*each, strict=True), strict=True)}
    return dict(row) | {name: code for name, code in others.items() if name not in row}


def _countries(cell: Any) -> list[Country] | None:
    """Return the countries that a cell names by code; None if it holds anything else."""
    named = [cell] if isinstance(cell, str) else cell
    if not isinstance(named, (list, tuple)) or not named or any(one not in countries() for one in named):
        return None
    return [countries()[one] for one in named]


def of_all(document: Any, on: date | None = None) -> dict[str, dict[str, str | int | None]]:
    """Return the other codes of every country that a JSON document names by its alpha-3 code, sorted by that code.

    Left out are rows that already have these codes, and countries that no other data set numbers.
    """
    return of_named(named(document), on)


def of_named(named: Iterable[str], on: date | None = None) -> dict[str, dict[str, str | int | None]]:
    """Return the other codes of the countries with these alpha-3 codes, sorted; countries without any are left out."""
    told = ((code, codes(countries()[code], on)) for code in sorted(named))
    return {code: of._asdict() for code, of in told if any(of)}


def named(document: Any) -> set[str]:
    """Return the alpha-3 codes in a JSON document, except those in rows that already have the other codes."""
    known, waiting, found = countries(), [document], set()
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if "cow" in value:
                continue
            if not known.keys().isdisjoint(value):
                found |= known.keys() & value.keys()
            value = value.values()
        for each in value:
            if not isinstance(each, str):
                if isinstance(each, (dict, list, tuple)):
                    waiting.append(each)
            elif len(each) == CODE and each in known:  # the length first: hashing a long text is slow
                found.add(each)
    return found
