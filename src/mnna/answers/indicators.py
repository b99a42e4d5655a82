"""The word `indicators`: which figures there are, whose they are, and what they say of a country."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, overload

from mnna import series
from mnna.errors import BadQuestion
from mnna.series.records import CountrySeries, Figure, Indicator

SUMMARY = ("id", "title", "unit", "producer", "licence", "first_year", "last_year", "countries", "origin")
"""The fields of an indicator that the list of all gives."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Every indicator there are figures for."""

    indicators: tuple[Indicator, ...]

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self.indicators)

    def __len__(self) -> int:
        return len(self.indicators)

    def to_dict(self) -> dict[str, Any]:
        """Return the list as a JSON object: of each indicator its id, title, unit, source, licence and coverage."""
        return {"indicators": [{name: getattr(one, name) for name in SUMMARY} for one in self.indicators]}


@overload
def indicators() -> Listing: ...
@overload
def indicators(indicator: str) -> Indicator: ...
@overload
def indicators(indicator: str, country: str) -> CountrySeries: ...
@overload
def indicators(indicator: str, country: str, year: int) -> Figure: ...
@overload
def indicators(
    indicator: str | None = None, country: str | None = None, year: int | None = None
) -> Listing | Indicator | CountrySeries | Figure: ...
def indicators(
    indicator: str | None = None, country: str | None = None, year: int | None = None
) -> Listing | Indicator | CountrySeries | Figure:
    """Return all indicators, the record of one, its figures for a country, or the figure of one year.

    The user's own figures and refreshed ones stand in place of ours. A year or country without a figure is an answer
    that says why. Raises `UnknownWord` for an unknown indicator, `CannotAnswer` for one whose figures are not shipped,
    `UnknownCountry`, `BadDate` for what is no year, and `BadQuestion` for a year without a country or a country
    without an indicator.
    """
    if indicator is None:
        if country is not None or year is not None:
            raise BadQuestion("figures of no indicator", "no indicator is named", (), "Name one: `mnna indicators`.")
        return Listing(series.indicators())
    if country is None:
        if year is not None:
            do = "Name a country with the year, for example: mnna indicators homicide_rate MEX --year 2020"
            raise BadQuestion(f"{indicator} in {year}", "no country is named", (), do)
        return series.indicator(indicator)
    return series.of_country(indicator, country) if year is None else series.figure(indicator, country, year)
