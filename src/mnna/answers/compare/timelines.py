"""A measure of several countries over the years, with the statuses that each one held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import ClassVar, NamedTuple

from mnna.answers.compare.measures import Measure, find, record
from mnna.answers.data_context import Evidence, evidence
from mnna.answers.inputs import day
from mnna.answers.stamped import StampedWithFigures
from mnna.engine.record import FIRST, HIDDEN, described, passed_on
from mnna.errors import BadQuestion
from mnna.registry.countries import resolve
from mnna.registry.load import Registry
from mnna.registry.records import Country, Span
from mnna.registry.statuses import backdrop, our_statuses

FIRST_YEAR = 1985
SHOWN = tuple(kind.id for kind in backdrop(our_statuses()))
"""The statuses drawn behind the lines unless others are asked for."""


class Point(NamedTuple):
    """The figure of a country in a year."""

    country: str
    year: int
    value: float


class HeldSpan(NamedTuple):
    """The days a country held a status."""

    country: str
    status: str
    since: date
    since_by: date | None
    until: date | None
    until_by: date | None
    holds: str


def _held(spans: tuple[Span, ...]) -> tuple[HeldSpan, ...]:
    return tuple(HeldSpan(*(getattr(span, name) for name in HeldSpan._fields)) for span in spans)


@dataclass(frozen=True, slots=True, repr=False)
class Timelines(StampedWithFigures):
    """One measure over the years for several countries; a year without a figure has no point."""

    measure: Measure = field(metadata=HIDDEN)
    unit: str
    on: date
    countries: tuple[Country, ...]
    years: tuple[int, int] = field(metadata=described("The first and the last year."))
    points: tuple[Point, ...] = field(metadata=described("The figures."))
    spans: tuple[Span, ...] = field(metadata=described("The statuses held in these years.", of=_held))
    source: str
    licence: str
    evidence: Evidence = field(metadata=HIDDEN)

    id: ClassVar[str] = passed_on("measure.id", "The id of the measure.", after=FIRST, name="measure")
    title: ClassVar[str] = passed_on("measure.title", "What the measure is called.", after="measure")
    says: ClassVar[str] = passed_on("measure.says", "What it says, in a sentence.", after="title")

    @property
    def registry(self) -> Registry:  # type: ignore[override]
        """The registry it was read from."""
        return self.evidence.registry

    def summary(self) -> str:
        """Return the measure, the countries and the years."""
        codes = ", ".join(country.iso3 for country in self.countries[:10])
        return f"{self.measure.id} of {codes}, {self.years[0]} to {self.years[1]}"


def timelines(
    measure: str,
    countries: Sequence[str],
    on: date | str | None = None,
    *,
    statuses: Sequence[str] = SHOWN,
    facts: Path | None = None,
) -> Timelines:
    """Return a measure of several countries over all years covered, to the last year over on the day (default today).

    Raises `UnknownWord` for an unknown measure or status, `UnknownCountry`, `BadDate` or `BadFacts`.
    """
    looked_at, of_measure = evidence(facts), find(measure)
    chosen, when = tuple(dict.fromkeys(map(resolve, countries))), day(on)
    if not chosen:
        raise BadQuestion("time lines", "no country is named", (), "Name one or more countries.")
    codes = [country.iso3 for country in chosen]
    points = tuple(Point(code, *one) for code in codes for one in _series(looked_at, of_measure, code, when))
    years = [point.year for point in points] or [FIRST_YEAR, when.year - 1]
    extent, of = (min(years), max(years)), record(looked_at, of_measure)
    example = of_measure.answer(looked_at, codes[0], years[-1])
    pairs = ((code, status) for code in codes for status in statuses)
    spans = tuple(span for pair in pairs for span in _spans(looked_at, *pair, extent[0], when))
    unit = of.unit if of else example.unit
    figures = (points, spans, example.source, example.licence)
    return Timelines(of_measure, unit, when, chosen, extent, *figures, looked_at)


def _series(looked_at: Evidence, measure: Measure, country: str, on: date) -> list[tuple[int, float]]:
    if measure.indicator:
        found = looked_at.figures.series(measure.indicator, country)
        return [(year, value) for year, value in found if year < on.year]
    answers = (measure.answer(looked_at, country, year) for year in range(FIRST_YEAR, on.year))
    return [(one.year, one.value) for one in answers if one.value is not None]


def _spans(looked_at: Evidence, country: str, status: str, first: int, on: date) -> list[Span]:
    looked_at.registry.kind(status)
    spans = looked_at.registry.spans_of(country, status)
    return [span for span in spans if span.since <= on and (span.until is None or span.until.year >= first)]
