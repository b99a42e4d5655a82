"""The codes by which data sets name a country: ISO, Correlates of War, Gleditsch and Ward, FIPS 10-4."""

from __future__ import annotations

from datetime import date
from functools import cache

from mnna.quick import QuickTuple
from mnna.registry import read_tables
from mnna.registry.records import Country, DatedCode

TITLES = {
    "iso2": "ISO 3166 alpha-2 code",
    "cow": "Correlates of War country number",
    "gwn": "Gleditsch and Ward state number",
    "fips": "FIPS 10-4 code (now GEC)",
}
"""Code to what it is, in the order of columns."""

SOURCES = {"cow": "cow-country-codes", "gwn": "gw-state-codes"}
"""Code to the source of its numbers."""


class Codes(QuickTuple):
    """The codes of a country on a day; None where a data set has none."""

    iso2: str | None
    cow: int | None
    gwn: int | None
    fips: str | None


@cache
def dated_codes() -> tuple[DatedCode, ...]:
    """The codes that stood for a country on earlier days only."""
    return tuple(read_tables.read(read_tables.TABLES, "country_codes", DatedCode))


def codes(country: Country, on: date | None = None) -> Codes:
    """The codes of a country on a day, or today's."""
    earlier = {
        row.system: row.code
        for row in dated_codes()
        if on is not None and row.country == country.iso3 and row.since <= on < row.until
    }
    cow, gw = earlier.get("cow", country.cow), earlier.get("gw", country.gw)
    return Codes(country.iso2 or None, _number(cow), _number(gw), country.gec or None)


def _number(cell: str) -> int | None:
    return int(cell) if cell else None
