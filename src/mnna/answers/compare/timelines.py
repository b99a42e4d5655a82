"""A measure of several countries over the years, with the statuses each one held behind the line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mnna.answers.compare.measures import Measure, find, record
from mnna.answers.data_context import Evidence, evidence
from mnna.answers.inputs import day, stamp
from mnna.errors import BadQuestion
from mnna.registry.countries import resolve
from mnna.registry.records import Country, Span
from mnna.registry.statuses import backdrop, our_statuses
from mnna.series import figures_hash

FIRST_YEAR = 1985
SHOWN = tuple(kind.id for kind in backdrop(our_statuses()))
"""The statuses drawn behind the lines unless others are asked for."""


@dataclass(frozen=True, slots=True)
class Timelines:
    """Points (country, year, number) of one measure, and the status spans of the same countries.

    A year without a number has no point: a line broken there is a figure missing, not a zero.
    """

    measure: Measure
    unit: str
    source: str
    licence: str
    countries: tuple[Country, ...]
    years: tuple[int, int]
    points: tuple[tuple[str, int, float], ...]
    spans: tuple[Span, ...]
    evidence: Evidence
    on: date

    def to_dict(self) -> dict[str, Any]:
        """Return the lines as JSON."""
        return {
            "measure": self.measure.id,
            "title": self.measure.title,
            "says": self.measure.says,
            "unit": self.unit,
            "on": self.on.isoformat(),
            "countries": [country.iso3 for country in self.countries],
            "years": list(self.years),
            "points": [{"country": c, "year": y, "value": v} for c, y, v in self.points],
            "spans": [_span(span) for span in self.spans],
            "source": self.source,
            "licence": self.licence,
            "stamp": stamp(self.evidence.registry) | {"figures": figures_hash()},
        }


def _span(span: Span) -> dict[str, Any]:
    return {
        "country": span.country,
        "status": span.status,
        **span.days_to_dict(),
        "holds": span.holds,
    }


def timelines(
    measure: str,
    countries: Sequence[str],
    on: date | str | None = None,
    *,
    statuses: Sequence[str] = SHOWN,
    facts: Path | None = None,
) -> Timelines:
    """Return a measure of several countries over all years covered, to the last year over on the day (default today).

    Raises `UnknownWord` for a measure or status there is none of, `UnknownCountry`, `BadDate` or `BadFacts`.
    """
    return timelines_in(evidence(facts), find(measure), [resolve(c) for c in countries], day(on), statuses)


def timelines_in(
    looked_at: Evidence, measure: Measure, countries: Sequence[Country], on: date, statuses: Sequence[str] = SHOWN
) -> Timelines:
    """Return the same answer from an already loaded registry and figures."""
    if not countries:
        raise BadQuestion("time lines", "no country is named", (), "Name one or more countries.")
    chosen = tuple(dict.fromkeys(countries))
    points = tuple((c.iso3, year, value) for c in chosen for year, value in _series(looked_at, measure, c.iso3, on))
    years = [year for _, year, _ in points] or [FIRST_YEAR, on.year - 1]
    of = record(looked_at, measure)
    example = measure.answer(looked_at, chosen[0].iso3, years[-1])
    spans = tuple(
        span
        for country in chosen
        for status in statuses
        for span in _spans(looked_at, country.iso3, status, min(years), on)
    )
    unit = of.unit if of else example.unit
    extent = (min(years), max(years))
    return Timelines(measure, unit, example.source, example.licence, chosen, extent, points, spans, looked_at, on)


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
