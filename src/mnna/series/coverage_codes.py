"""The codes that figures can have: present states, territories, dissolved states, and organizations.

An absent row means zero only for a state that existed in that year. `places.csv` lists the territories, the states
founded or dissolved since 1985, and NATO. Every other code and every name comes from the registry's table of countries.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from mnna.registry import countries
from mnna.tables import table

_FILE = Path(__file__).with_name("places.csv")


@dataclass(frozen=True, slots=True)
class Place:
    """A code with its name, its kind (`state`, `territory` or `organisation`) and the first and last year it existed.

    A year is None where the table knows no beginning or no end.
    """

    iso3: str
    name: str
    kind: str
    from_year: int | None = None
    until_year: int | None = None

    def existed(self, year: int) -> bool:
        """Return whether the place existed in any part of the year; the table goes back only to 1985."""
        return (self.from_year or year) <= year <= (self.until_year or year)


@cache
def special() -> dict[str, Place]:
    """Return the places of `places.csv` by code."""
    return {row["iso3"]: _place(**row) for row in table(_FILE)}


def _place(iso3: str, name: str, kind: str, from_year: str, until_year: str) -> Place:
    return Place(iso3, name, kind, int(from_year or 0) or None, int(until_year or 0) or None)


@lru_cache(maxsize=1024)
def place(text: str) -> Place:
    """Return the place with a code or name; raises `UnknownCountry` with the nearest names."""
    found = special().get(text.strip().upper())
    if found is not None:
        return found
    country = countries.resolve(text)
    return special().get(country.iso3, Place(country.iso3, country.name, "state"))


def known(code: str) -> bool:
    """Return whether figures can have this alpha-3 code; names are not accepted."""
    return code in special() or code in countries.countries()
