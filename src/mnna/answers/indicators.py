"""The command `indicators`: the series of figures, their producers, and the figures of a country."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple, overload

from mnna import series
from mnna.answers.inputs import word
from mnna.as_typed import meant
from mnna.engine.answer import Answer
from mnna.engine.record import described
from mnna.errors import BadQuestion
from mnna.series.records import CountrySeries, Figure, Indicator, YearsNote


class ListedIndicator(NamedTuple):
    """A series of figures in the list of all."""

    id: str
    title: str
    unit: str
    producer: str
    licence: str
    first_year: int
    last_year: int
    countries: int
    origin: str


class Point(NamedTuple):
    """The figure of one year."""

    year: int
    value: float


def _listed(found: tuple[Indicator, ...]) -> tuple[ListedIndicator, ...]:
    return tuple(ListedIndicator(*(getattr(one, name) for name in ListedIndicator._fields)) for one in found)


def _points(found: tuple[tuple[int, float], ...]) -> tuple[Point, ...]:
    return tuple(Point(year, value) for year, value in found)


@dataclass(frozen=True, slots=True, repr=False)
class Listing(Answer):
    """Every series of figures there is."""

    indicators: tuple[Indicator, ...] = field(
        metadata=described("Each with its unit, producer, license and coverage.", of=_listed)
    )

    def __iter__(self) -> Iterator[Indicator]:
        return iter(self.indicators)

    def __len__(self) -> int:
        return len(self.indicators)

    def summary(self) -> str:
        """Return the number of series."""
        return f"{len(self)} series of figures"


@dataclass(frozen=True, slots=True, repr=False)
class IndicatorAnswer(Answer, Indicator):
    """Where a series of figures comes from, what it covers, and what it means that a figure is absent."""

    def summary(self) -> str:
        """Return its id, years and number of countries."""
        return f"{self.id}, {self.first_year} to {self.last_year}, {self.countries} countries"


def _answer(found: Indicator) -> IndicatorAnswer:
    return IndicatorAnswer(**_values(found))


def _values(found: object) -> dict[str, Any]:
    return {one.name: getattr(found, one.name) for one in fields(found)}  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, repr=False)
class SeriesAnswer(Answer, CountrySeries):
    """The figures of one country, year by year; a year without a figure is missing and not zero."""

    indicator: Indicator = field(metadata=described("The series they are of.", of=_answer))
    series: tuple[tuple[int, float], ...] = field(metadata=described("The figures, oldest first.", of=_points))
    because: str = field(metadata=described("Why there are none; empty where there are some."))
    notes: tuple[YearsNote, ...] = field(metadata=described("Warnings about the figures of some years."))

    def summary(self) -> str:
        """Return the indicator, the country and the number of years."""
        return f"{self.indicator.id} of {self.country}, {len(self.series)} years"


@dataclass(frozen=True, slots=True, repr=False)
class FigureAnswer(Answer, Figure):
    """The figure of one country in one year, or why there is none."""

    def summary(self) -> str:
        """Return the indicator, the country, the year and the figure."""
        return f"{self.indicator} of {self.country} in {self.year}: {self.state if self.value is None else self.value}"


@overload
def indicators() -> Listing: ...
@overload
def indicators(indicator: str) -> IndicatorAnswer: ...
@overload
def indicators(indicator: str, country: str) -> SeriesAnswer: ...
@overload
def indicators(indicator: str, country: str, year: int) -> FigureAnswer: ...
@overload
def indicators(
    indicator: str | None = None, country: str | None = None, year: int | None = None
) -> Listing | IndicatorAnswer | SeriesAnswer | FigureAnswer: ...
def indicators(
    indicator: str | None = None, country: str | None = None, year: int | None = None
) -> Listing | IndicatorAnswer | SeriesAnswer | FigureAnswer:
    """Return all indicators, the record of one, its figures for a country, or the figure of one year.

    The user's own figures and refreshed ones replace ours. A year or country without a figure is an answer that says
    why. Raises `UnknownWord` for an unknown indicator, `CannotAnswer` for one whose figures are not included,
    `UnknownCountry`, `BadDate` for an invalid year, and `BadQuestion` for a year without a country or a country
    without an indicator.
    """
    if indicator is None:
        if country is not None or year is not None:
            raise BadQuestion("figures of no indicator", "no indicator is named", (), "Name one: `mnna indicators`.")
        return Listing(series.indicators())
    indicator = meant(word(indicator, "indicator"), [one.id for one in series.indicators()])
    if country is None:
        if year is not None:
            do = "Name a country with the year, for example: mnna indicators homicide_rate MEX --year 2020"
            raise BadQuestion(f"{indicator} in {year}", "no country is named", (), do)
        return _answer(series.indicator(indicator))
    if year is None:
        return SeriesAnswer(**_values(series.of_country(indicator, country)))
    return FigureAnswer(**_values(series.figure(indicator, country, year)))
