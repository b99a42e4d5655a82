"""The measures for comparing countries: the rows of `indicators.toml` that have a measure, grouped in families.

A measure answers for a country and a year with a `Figure`: a value, zero, missing or outside the coverage. Measures of
one family say much the same thing, so in the distance between countries a family counts once. A reading is such a
figure with its percentile among those that could have been designated.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import ClassVar, NamedTuple

from mnna.answers.data_context import Evidence
from mnna.as_typed import meant
from mnna.dates import spoken
from mnna.engine.answer import Answer
from mnna.engine.record import HIDDEN, Record, described, in_json, passed_on
from mnna.errors import UnknownWord, alike
from mnna.registry.countries import countries
from mnna.registry.statuses import in_family
from mnna.series.price_levels import constant
from mnna.series.records import Figure, Indicator, State
from mnna.series.uses import MeasureRow, Scale, Use, measures, use


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: its id, family, short title, the scale of its distances, and what it says in a sentence.

    `indicator` is the series behind it, empty for the treaties of defense, which are computed from the registry.
    `nominal` marks money in dollars of its year: across years it is compared in constant dollars (`comparable`).
    """

    id: str
    family: str
    title: str
    scale: Scale
    says: str
    indicator: str
    nominal: bool

    def answer(self, evidence: Evidence, country: str, year: int) -> Figure:
        """Return the figure of a country (alpha-3 code) in a year."""
        if self.indicator:
            return evidence.figures.figure(self.indicator, country, year)
        return _treaty(use(self.id), evidence, country, year)

    def numbers(self, evidence: Evidence, asked: Sequence[tuple[str, int]]) -> Sequence[float | None]:
        """Return only the numbers for pairs of country and year."""
        if self.indicator:
            return evidence.figures.numbers(self.indicator, asked)
        return _bound(evidence, asked)

    def comparable(self, value: float | None, year: int) -> float | None:
        """Return a year's number as it compares with those of other years: money of its year in constant dollars.

        None without a number, and for money of a year whose price level is not known.
        """
        return constant(value, year) if self.nominal and value is not None else value


def _treaty(of: Use, evidence: Evidence, country: str, year: int) -> Figure:
    """Return 1 where a defense treaty with the United States bound the country at the end of the year, else 0.

    The value is None where that is not known.
    """
    held, day = _treaties(evidence, country, year), spoken(date(year, 12, 31))
    value = _in_force(held)
    says = {
        1.0: f"bound on {day} by: {', '.join(status for status, value in held.items() if value)}",
        None: f"whether a treaty of mutual defense binds it on {day} is not settled",
        0.0: f"neither a mutual defense treaty nor the Rio Treaty binds it on {day}",
    }
    state: State = "missing" if value is None else "value" if value else "zero"
    said, of_year = f"{countries()[country].name}: {says[value]}.", None if value is None else year
    covers = (FIRST_TREATY, NO_END, None, None)
    return Figure(of.id, country, year, state, value, of.unit, said, of_year, *covers, of.source, of.licence)


def _treaties(evidence: Evidence, country: str, year: int) -> dict[str, bool | None]:
    """Return whether each treaty bound the country at the end of the year."""
    registry, day = evidence.registry, date(year, 12, 31)
    return {kind.id: registry.holds(country, kind.id, day) for kind in in_family(registry.kinds, "treaty")}


def _in_force(held: Mapping[str, bool | None]) -> float | None:
    return 1.0 if True in held.values() else None if None in held.values() else 0.0


def _bound(evidence: Evidence, asked: Sequence[tuple[str, int]]) -> list[float | None]:
    """Return the numbers of `_treaty` for many; all countries that no treaty names share one number a year."""
    registry = evidence.registry
    named = {code for kind in in_family(registry.kinds, "treaty") for code in registry.named.get(kind.id, ())}
    held = cache(lambda country, year: _in_force(_treaties(evidence, country, year)))
    return [held(country if country in named else "", year) for country, year in asked]


FIRST_TREATY, NO_END = 1949, 9999


def _measure(row: MeasureRow) -> Measure:
    series = "" if use(row.indicator).how else row.indicator
    return Measure(row.indicator, row.family, row.title, row.scale, row.says, series, row.nominal)


MEASURES = {row.indicator: _measure(row) for row in measures()}
"""Every measure by id, in the order of every listing."""


def find(name: str) -> Measure:
    """Return the measure of that id; raises `UnknownWord` with the nearest ids."""
    name = meant(name, MEASURES)
    if name not in MEASURES:
        near = alike(name, MEASURES, 5) or [m for m in MEASURES if name and name in m]
        raise UnknownWord(f"the measure {name!r}", "there is no such measure", near, "`mnna compare --list` has all.")
    return MEASURES[name]


def record(evidence: Evidence, of: Measure) -> Indicator | None:
    """Return the record of the series behind a measure, None for one computed from the registry."""
    return evidence.figures.indicator(of.indicator) if of.indicator else None


class ListedMeasure(NamedTuple):
    """A measure in the list of all."""

    id: str
    family: str
    title: str
    says: str
    scale: Scale


@dataclass(frozen=True, slots=True, repr=False)
class MeasureList(Answer):
    """Every measure."""

    measures: tuple[ListedMeasure, ...]


def measure_list() -> MeasureList:
    """Return every measure, in the order of every listing."""
    return MeasureList(
        tuple(ListedMeasure(one.id, one.family, one.title, one.says, one.scale) for one in MEASURES.values())
    )


class Number(NamedTuple):
    """The number of one country for the year that was looked up; None where there is none."""

    country: str
    asked_year: int
    value: float | None


@dataclass(frozen=True, slots=True, repr=False)
class Reading(Record):
    """The figure of one country in one year, or why there is none.

    `asked_year` is the year that was looked up; `year` is the one that the number is of.
    """

    country: str
    asked_year: int = field(metadata=HIDDEN)
    figure: Figure = field(metadata=HIDDEN)
    percentile_at_risk: float | None = field(
        metadata=described("Percent of those that could have been designated that stand lower.")
    )

    @property
    @in_json(after="country")
    def year(self) -> int:
        """The year of the figure."""
        return self.figure.of_year or self.asked_year

    value: ClassVar[float | None] = passed_on(
        "figure.value", "The figure; null where `state` is missing or outside.", after="year"
    )
    state: ClassVar[State] = passed_on("figure.state", "`value`, `zero`, or how it is missing.", after="value")
    because: ClassVar[str] = passed_on("figure.because", "Why the figure is what it is.", after="percentile_at_risk")
    notes: ClassVar[tuple[str, ...]] = passed_on("figure.notes", "What to bear in mind.", after="because")


@dataclass(frozen=True, slots=True, repr=False)
class CandidateReading(Reading):
    """The figure of the candidate, its percentile in each group, and how many each group has.

    `below` and `above` count the entrants that stand strictly lower and higher.
    """

    percentile_among_entrants: float | None
    percentile_outside_nato: float | None
    n_entrants: int
    n_at_risk: int
    n_outside_nato: int
    below: int = field(metadata=HIDDEN)
    above: int = field(metadata=HIDDEN)


class Gap(NamedTuple):
    """A missing figure, and why it is missing."""

    country: str
    year: int
    state: State
    because: str
