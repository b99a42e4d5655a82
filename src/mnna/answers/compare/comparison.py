"""A candidate compared with the incumbents, each incumbent as it was in the year before its own designation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import ClassVar, NamedTuple

from mnna.answers.compare import nearness
from mnna.answers.compare.groups import Entrant, at_risk, entrants, figures, outside_nato, percentile
from mnna.answers.compare.measures import MEASURES, CandidateReading, Gap, Measure, Number, Reading, record
from mnna.answers.compare.nearness import Near, Nearness, Without
from mnna.answers.data_context import Evidence, evidence
from mnna.answers.inputs import day, foreign, names
from mnna.answers.stamped import StampedWithFigures
from mnna.engine.record import FIRST, HIDDEN, Record, described, in_json, passed_on
from mnna.errors import BadQuestion
from mnna.registry.countries import the
from mnna.registry.load import Registry
from mnna.registry.records import Country
from mnna.registry.sales import Sold, five_years
from mnna.sentences import capital
from mnna.series.price_levels import BASE
from mnna.series.records import Indicator
from mnna.series.uses import CARRY


@dataclass(frozen=True, slots=True, repr=False)
class Row(Record):
    """One measure: the figure of the candidate, those of the others, and what is missing."""

    measure: Measure = field(metadata=HIDDEN)
    unit: str
    candidate: CandidateReading
    others: tuple[Reading, ...]
    record: Indicator | None = field(metadata=HIDDEN)

    id: ClassVar[str] = passed_on("measure.id", "The id of the measure.", after=FIRST)

    @property
    @in_json()
    def missing(self) -> tuple[Gap, ...]:
        """The missing figures, the candidate's first."""
        return tuple(
            Gap(one.country, one.asked_year, one.state, one.because)
            for one in (self.candidate, *self.others)
            if not one.figure.known
        )

    title: ClassVar[str] = passed_on("measure.title", "What the measure is called.")
    family: ClassVar[str] = passed_on("measure.family", "The family of measures it belongs to; a family counts once.")
    says: ClassVar[str] = passed_on("measure.says", "What it says, in a sentence.")

    @property
    @in_json()
    def direction(self) -> str:
        """What a higher figure means."""
        return self.record.direction if self.record else ""

    nominal: ClassVar[bool] = passed_on("measure.nominal", "Whether it is money of its year.")

    @property
    @in_json()
    def fiscal_year(self) -> str:
        """Which years are meant, where they are not calendar years."""
        return self.record.fiscal_year if self.record else ""

    source: ClassVar[str] = passed_on("candidate.figure.source", "Producer, version and vintage.")
    licence: ClassVar[str] = passed_on("candidate.figure.licence", "The license of the figures.")


class Designated(NamedTuple):
    """A country compared with the candidate, as it was in the year before its first designation."""

    country: str
    designated: date
    instrument: str
    measured: int
    day_certain: bool


class NeverDesignated(NamedTuple):
    """A country compared with the candidate that was never designated."""

    country: str
    designated: None
    instrument: None
    measured: str


Other = Designated | NeverDesignated


class NotRanked(NamedTuple):
    """A country with too few families of measures in common with the candidate."""

    country: str
    families: int


def _others_shown(others: tuple[tuple[str, Entrant | None], ...]) -> tuple[Other, ...]:
    return tuple(
        NeverDesignated(code, None, None, "its latest year covered")
        if one is None
        else Designated(code, one.since, one.instrument, one.measured, one.day_certain)
        for code, one in others
    )


@dataclass(frozen=True, slots=True, repr=False)
class Comparison(StampedWithFigures):
    """A candidate compared with the incumbents by each measure, each as it was before its own designation.

    Percentiles among entrants always take all entrants.
    """

    candidate: Country
    rows: tuple[Row, ...] = field(metadata=described("Every measure, in the order of the list.", "measures"))
    on: date
    others: tuple[tuple[str, Entrant | None], ...] = field(
        metadata=described("What each country beside it is measured as.", of=_others_shown)
    )
    nearness: Nearness = field(metadata=HIDDEN)
    evidence: Evidence = field(metadata=HIDDEN)

    @property
    @in_json(after="candidate")
    def to(self) -> tuple[str, ...]:
        """The countries compared with it."""
        return tuple(code for code, _ in self.others)

    nearest: ClassVar[tuple[Near, ...]] = passed_on(
        "nearness.nearest",
        "The incumbents that were most like it when they entered, the nearest first.",
        after="measures",
    )
    name: ClassVar[str] = passed_on("candidate.name", "The name of the candidate.", after="nearest")

    @property
    @in_json(after="on")
    def note(self) -> str:
        """Why the candidate could not be designated, so that only its figures are compared; empty for a country."""
        why = self.registry.undesignable(self.candidate)
        return f"{capital(the(self.name))} {why}: this only compares its figures." if why else ""

    @property
    @in_json(after="others")
    def method(self) -> tuple[str, ...]:
        """How the numbers are computed."""
        return METHOD

    @property
    @in_json(after="method")
    def sensitivity(self) -> tuple[Without, ...]:
        """The three nearest when one measure is left out."""
        return self.nearness.sensitivity()

    @property
    @in_json(after="sensitivity")
    def not_ranked(self) -> tuple[NotRanked, ...]:
        """Incumbents that share too few families of measures with it."""
        return tuple(NotRanked(code, families) for code, families in self.nearness.not_ranked)

    @property
    @in_json(after="not_ranked")
    def notices(self) -> tuple[Sold, ...]:
        """New sales notified to Congress in the five years to the day, for it and, if at most five, the others."""
        whom = (self.candidate.iso3, *self.to[:MOST_SOLD]) if len(self.to) <= MOST_SOLD else (self.candidate.iso3,)
        return tuple(five_years(code, self.on) for code in whom)

    @property
    @in_json(after="notices")
    def own_facts(self) -> tuple[str, ...]:
        """The user's own rows that make a country an incumbent."""
        return tuple(one.own for one in entrants(self.evidence, self.on) if one.own)

    @property
    def dated(self) -> tuple[Row, ...]:
        """The measures with a figure of the candidate for one year, not for all years."""
        known = (row for row in self.rows if row.candidate.figure.known and row.record)
        return tuple(row for row in known if row.record and row.record.kind != "static")

    @property
    def early(self) -> tuple[Row, ...]:
        """Those of `dated` whose latest figure is older than the last full year."""
        return tuple(row for row in self.dated if row.candidate.year < self.on.year - 1)

    @property
    def registry(self) -> Registry:  # type: ignore[override]
        """The registry it was read from."""
        return self.evidence.registry

    def summary(self) -> str:
        """Return who is compared and who is nearest."""
        near = ", ".join(f"{one.country} {one.year}" for one in self.nearest[:3])
        return f"{self.candidate.iso3} beside {len(self.others)} on {self.on}, nearest: {near or 'none'}"

    def __getitem__(self, measure: str) -> Row:
        """Return the row of that measure id; raises KeyError."""
        return {row.measure.id: row for row in self.rows}[measure]


MOST_SOLD = 5
"""Up to this many others, each also gets its notified sales."""
STAND_IN = 2
"""How many years older a figure at entry may be where its series ends before that year."""

METHOD = (
    "Each country that joined is measured in the year before its own first designation under FAA 517; the six of 1996 "
    f"in 1995. Where a series ends before that year, its figure of up to {STAND_IN} years earlier stands in, with its "
    "own year. The candidate is measured in the latest year with figures that was over on the day of the question, "
    f"at most {CARRY} years before the last it could have one of.",
    "A percentile is the percent of the group below the candidate; ties count half. It follows the number as printed, "
    "so for ranks and distances a low percentile means a high place or closeness. Among those who joined, money of "
    f"different years is compared in dollars of fiscal year {BASE}.",
    "Countries that could be named: every sovereign state that at the end of the year was neither the United States "
    "nor in NATO nor designated. Taiwan counts until 30 September 2002.",
    *nearness.METHOD,
)
"""How the numbers are computed, printed with every form of the answer."""


def compare(
    candidate: str, to: Sequence[str] | str | None = None, on: date | str | None = None, facts: Path | None = None
) -> Comparison:
    """Return how a candidate compares with the incumbents, each as it was in the year before its designation.

    `to` names the countries to show beside it, all incumbents when None; a country that was never designated is shown
    at its latest year. `on` is the day of the question (default today): figures of years not over on that day, and
    designations after it, are left out. Raises `UnknownCountry`, `BadDate`, `BadFacts`, and `BadQuestion` for a country
    compared with itself or an organization.
    """
    others = None if to is None else [_country(asked) for asked in names(to)]
    return compare_in(evidence(facts), _country(candidate), others, day(on))


def _country(asked: str) -> Country:
    country = foreign(asked)
    if country.sovereign == "organisation":
        wrong = "it is an organization; figures are of countries"
        raise BadQuestion(f"to compare {country.name}", wrong, (), "Name a country.")
    return country


def compare_in(looked_at: Evidence, candidate: Country, to: Sequence[Country] | None, on: date) -> Comparison:
    """Return the answer of `compare` from an already loaded registry and figures."""
    entered, measured, near = _measured(looked_at, candidate.iso3, on)
    others = _others(candidate, to, entered)
    rows = tuple(_row(looked_at, one, others, on) for one in measured)
    return Comparison(candidate, rows, on, others, near, looked_at)


class _Measured(NamedTuple):
    """One measure of the candidate, and of every entrant in its own year, whether shown or not."""

    measure: Measure
    record: Indicator | None
    candidate: CandidateReading
    entrants: tuple[Number, ...]


@lru_cache(maxsize=8)
def _measured(
    looked_at: Evidence, candidate: str, on: date
) -> tuple[tuple[Entrant, ...], tuple[_Measured, ...], Nearness]:
    """Return the entrants except the candidate, every measure of them and of it, and the distances."""
    entered = tuple(one for one in entrants(looked_at, on) if one.country != candidate)
    found = tuple(_of_all(looked_at, measure, candidate, entered, on) for measure in MEASURES.values())
    return entered, found, nearness.nearness(looked_at, [(one.measure, one.candidate, one.entrants) for one in found])


def _others(
    candidate: Country, to: Sequence[Country] | None, entered: Sequence[Entrant]
) -> tuple[tuple[str, Entrant | None], ...]:
    if to is None:
        return tuple((one.country, one) for one in entered)
    if candidate.iso3 in [country.iso3 for country in to]:
        wrong = "a country compared with itself"
        raise BadQuestion(f"to compare {candidate.name} to {candidate.name}", wrong, (), "Name another after --to.")
    by_code = {one.country: one for one in entered}
    return tuple((code, by_code.get(code)) for code in dict.fromkeys(country.iso3 for country in to))


def latest_year(looked_at: Evidence, measure: Measure, country: str, on: date) -> int:
    """Return the latest year with a number that was over on the day; where that is too old, the latest that could be.

    Nothing older stands in for a figure that was left out as wrong: its year is the latest then.
    """
    over = on.year - 1
    of = record(looked_at, measure)
    if of is None or of.kind == "static":
        return over
    last = min(over, of.last_year)
    known = (year for year, _ in looked_at.figures.series(measure.indicator, country) if year <= over)
    wrong = (year for code, year in looked_at.figures.withheld(measure.indicator) if code == country and year <= over)
    latest = max((*known, *wrong), default=last)
    return latest if latest >= last - CARRY else last


def _entry_year(looked_at: Evidence, of: Indicator | None, country: str, measured: int) -> int:
    """Return the year an incumbent is measured in.

    Where the series ends before `measured`, it is the year of the country's latest figure in the `STAND_IN` years
    before.
    """
    if of is None or of.kind == "static" or of.last_year >= measured:
        return measured
    known = [year for year, _ in looked_at.figures.series(of.id, country) if year >= measured - STAND_IN]
    return known[-1] if known else measured


def _of_all(looked_at: Evidence, measure: Measure, candidate: str, entered: Sequence[Entrant], on: date) -> _Measured:
    of = record(looked_at, measure)
    mine = _reading(looked_at, measure, candidate, latest_year(looked_at, measure, candidate, on))
    years = [(one.country, _entry_year(looked_at, of, one.country, one.measured)) for one in entered]
    numbers = measure.numbers(looked_at, years)
    at_entry = tuple(Number(*when, value) for when, value in zip(years, numbers, strict=True))
    value, year = mine.figure.value, mine.asked_year
    now = measure.comparable(value, year)
    then = [measure.comparable(one.value, one.asked_year) for one in at_entry]
    known = [one for one in then if one is not None]
    outside = [v for code, v in figures(looked_at, outside_nato, measure, year).items() if code != candidate]
    shown = CandidateReading(
        *(mine.country, mine.asked_year, mine.figure, mine.percentile_at_risk),
        percentile(now, known),
        percentile(value, outside),
        *(len(known), len(figures(looked_at, at_risk, measure, year).keys() - {candidate}), len(outside)),
        *(sum(now is not None and one < now for one in known), sum(now is not None and one > now for one in known)),
    )
    return _Measured(measure, of, shown, at_entry)


def _row(looked_at: Evidence, one: _Measured, others: Sequence[tuple[str, Entrant | None]], on: date) -> Row:
    at_entry = {number.country: number.asked_year for number in one.entrants}
    shown = tuple(
        _reading(
            looked_at,
            one.measure,
            code,
            at_entry[code] if entrant else latest_year(looked_at, one.measure, code, on),
        )
        for code, entrant in others
    )
    unit = one.record.unit if one.record else one.candidate.figure.unit
    return Row(one.measure, unit, one.candidate, shown, one.record)


@lru_cache(maxsize=4096)
def _reading(looked_at: Evidence, measure: Measure, country: str, year: int) -> Reading:
    figure = measure.answer(looked_at, country, year)
    group = (value for code, value in figures(looked_at, at_risk, measure, year).items() if code != country)
    return Reading(country, year, figure, percentile(figure.value, group))
