"""Land borders and the distance from Washington, from The World Factbook's final edition.

The Factbook gives the length of each border twice, once in each neighbor's entry, and the two do not always agree:
Mexico's border with the United States is 3,155 km under Mexico and 3,111 km under the United States. Some borders are
listed in only one entry. Both figures are kept, and rankings use the longer one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from mnna.errors import BadQuestion
from mnna.series import coverage_codes
from mnna.series.lookup import figure
from mnna.series.records import Figure, Shown
from mnna.tables import table

_FILE = Path(__file__).with_name("land_borders.csv")
SOURCE = "Central Intelligence Agency, The World Factbook, final edition, as archived in May 2026 (public domain)"


@dataclass(frozen=True, slots=True)
class LandBorder(Shown):
    """The land border of two countries in km, by the entry of each (None where that entry does not list it).

    `rank` is its rank among all land borders of the world by the longer of the two figures; 1 is the longest.
    """

    a: str
    b: str
    km_under_a: float | None
    km_under_b: float | None
    rank: int
    source: str = SOURCE

    @property
    def km(self) -> float:
        """The longer of the two figures, which determines the rank."""
        return max(km for km in (self.km_under_a, self.km_under_b) if km is not None)

    @property
    def agreed(self) -> bool:
        """Whether both neighbors' entries give the same length."""
        return self.km_under_a == self.km_under_b

    def to_dict(self) -> dict[str, Any]:
        """Return the border as a JSON object."""
        return super(LandBorder, self).to_dict() | {"km": self.km, "agreed": self.agreed}


@cache
def _directed() -> Mapping[tuple[str, str], float]:
    return {(row["country"], row["neighbour"]): float(row["km"]) for row in table(_FILE)}


@cache
def land_borders() -> tuple[LandBorder, ...]:
    """Return every land border of the world once, the longest first; borders of equal length share a rank."""
    km = _directed()
    pairs = {(min(pair), max(pair)) for pair in km}
    plain = [LandBorder(a, b, km.get((a, b)), km.get((b, a)), 0) for a, b in pairs]
    lengths = sorted((border.km for border in plain), reverse=True)
    ranked = (replace(one, rank=lengths.index(one.km) + 1) for one in plain)
    return tuple(sorted(ranked, key=lambda border: (border.rank, border.a, border.b)))


def land_border(country: str, neighbor: str) -> LandBorder | None:
    """Return the land border of two countries, None where they have none.

    Raises `UnknownCountry`, and `BadQuestion` for one country twice.
    """
    first, second = sorted((coverage_codes.place(country).iso3, coverage_codes.place(neighbor).iso3))
    if first == second:
        asked = f"the land border of {first} with itself"
        raise BadQuestion(asked, "a border has two countries", (), "Name two countries.")
    return next((border for border in land_borders() if (border.a, border.b) == (first, second)), None)


def neighbors(country: str) -> tuple[str, ...]:
    """Return the alpha-3 codes of the country's land neighbors, in alphabetical order; raises `UnknownCountry`."""
    code = coverage_codes.place(country).iso3
    return tuple(sorted({b if a == code else a for a, b in _directed() if code in (a, b)}))


def capital_distance(country: str) -> Figure:
    """Return the great-circle distance in km from Washington to the country's capital; raises `UnknownCountry`."""
    return figure("dist_washington_km", country, 2025)
