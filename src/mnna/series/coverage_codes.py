"""Which codes a figure can be asked for: today's states, territories, states that are gone, and organizations.

An absent row means zero only for a state that existed in that year; `places.csv` lists the territories, the states born
or dissolved since 1985, and NATO. Every other code and every name comes from the table of countries.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from mnna.registry import countries
from mnna.series.figures import table

_FILE = Path(__file__).with_name("places.csv")


@dataclass(frozen=True, slots=True)
class Place:
    """A code, its name, whether it is a `state`, a `territory` or an `organisation`, and the years it existed in."""

    iso3: str
    name: str
    kind: str
    from_year: int | None = None
    until_year: int | None = None

    def existed(self, year: int) -> bool:
        """Return whether it was there in any part of that year, as far as the table knows (it looks back to 1985)."""
        return (self.from_year or year) <= year <= (self.until_year or year)


@cache
def special() -> dict[str, Place]:
    """Return the places other than today's states that existed in 1985, by code."""
    return {row["iso3"]: _place(**row) for row in table(_FILE)}


def _place(iso3: str, name: str, kind: str, from_year: str, until_year: str) -> Place:
    return Place(iso3, name, kind, int(from_year or 0) or None, int(until_year or 0) or None)


@lru_cache(maxsize=1024)
def place(text: str) -> Place:
    """Return the place of that code or name; raises `UnknownCountry` with the nearest names."""
    found = special().get(text.strip().upper())
    if found is not None:
        return found
    country = countries.resolve(text)
    return special().get(country.iso3, Place(country.iso3, country.name, "state"))


def known(code: str) -> bool:
    """Return whether the code is one a figure can be filed under (alpha-3 codes only, no names)."""
    return code in special() or code in countries.countries()
