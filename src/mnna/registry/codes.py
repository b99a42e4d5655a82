"""The codes of a country in common data sets, and the systems by whose codes a country is found.

The same code means different countries in different systems: IS is Iceland in ISO 3166 and Israel in two others, and
484 is Mexico in ISO 3166 and the Republic of the Congo in the Correlates of War.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from mnna.quick import QuickTuple
from mnna.registry import read_tables
from mnna.registry.countries import countries, dsca_codes, iso_numbers
from mnna.registry.records import Country, DatedCode

NAMES = {
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


NAMES_A_COUNTRY = ("country", "recipient", "recipients", "iso3")
"""Columns of rows that may hold one or more alpha-3 codes of countries."""


def beside(row: Mapping[str, Any], on: date | None = None) -> Mapping[str, Any]:
    """Return a row with the other codes of the countries it names, if any: single codes for one, lists for a list."""
    named = next((found for name in NAMES_A_COUNTRY if (found := _countries(row.get(name)))), None)
    if named is None:
        return row
    each = [codes(one, on) for one in named]
    lone = isinstance(next(row[name] for name in NAMES_A_COUNTRY if row.get(name)), str)
    others = {name: of[0] if lone else list(of) for name, of in zip(NAMES, zip(*each, strict=True), strict=True)}
    return dict(row) | {name: code for name, code in others.items() if name not in row}


def _countries(cell: Any) -> list[Country] | None:
    """Return the countries that a cell names by code; None if it holds anything else."""
    named = [cell] if isinstance(cell, str) else cell
    if not isinstance(named, (list, tuple)) or not named or any(one not in countries() for one in named):
        return None
    return [countries()[one] for one in named]


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
            elif len(each) == 3 and each in known:  # the length first: hashing a long text is slow
                found.add(each)
    return found


TITLES = {
    "iso": "ISO 3166 alpha-2",
    "iso3": "ISO 3166 alpha-3",
    "dsca": "the Defense Security Cooperation Agency",
    "fips": "FIPS 10-4",
    "cow": "the Correlates of War",
    "m49": "ISO 3166 numeric (UN M49)",
}
"""The usual name of each system, by id."""

NUMBERED = ("cow", "m49")
"""The systems whose codes are numbers; a table may have lost their leading zeros, or write 484 as 484.0."""


@lru_cache(maxsize=1)
def systems() -> Mapping[str, Mapping[str, str]]:
    """Return every system by id, as a mapping from its codes to alpha-3 codes."""
    known = countries().values()
    return {
        "iso": {one.iso2: one.iso3 for one in known if one.iso2},
        "iso3": {one.iso3: one.iso3 for one in known},
        "dsca": dsca_codes(),
        "fips": {one.gec: one.iso3 for one in known if one.gec},
        "cow": {str(one.cow): one.iso3 for one in known if one.cow},
        "m49": iso_numbers(),
    }


def of_code(system: str, text: str) -> str | None:
    """Return the alpha-3 code of the country with this code in the system, or None."""
    code = text.strip().upper()
    return systems()[system].get(code.removesuffix(".0").lstrip("0") if system in NUMBERED else code)
