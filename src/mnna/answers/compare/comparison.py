"""A candidate beside the incumbents, each incumbent as it was in the year before its own designation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mnna.answers.compare import nearness
from mnna.answers.compare.entrants import Entrant, entrants
from mnna.answers.compare.groups import Groups, percentile
from mnna.answers.compare.measures import MEASURES, Measure, record
from mnna.answers.compare.nearness import Nearness
from mnna.answers.compare.reading import Reading
from mnna.answers.data_context import Evidence, evidence
from mnna.answers.inputs import day, foreign, stamp
from mnna.errors import BadQuestion
from mnna.registry.records import Country
from mnna.series import figures_hash
from mnna.series.records import Indicator


@dataclass(frozen=True, slots=True)
class Row:
    """One measure: the candidate, the others, and the candidate's percentiles, each with the number compared with."""

    measure: Measure
    unit: str
    candidate: Reading
    others: tuple[Reading, ...]
    entrants: tuple[Reading, ...]
    among_entrants: float | None
    outside_nato: float | None
    counted: tuple[int, int, int]
    record: Indicator | None

    @property
    def missing(self) -> tuple[Reading, ...]:
        """The readings without a number, the candidate's first."""
        return tuple(one for one in (self.candidate, *self.others) if not one.figure.known)

    def to_dict(self) -> dict[str, Any]:
        """Return the row of the contract, with title, family, source, license and counts on top."""
        of, (entered, risk, outside) = self.record, self.counted
        candidate = self.candidate.to_dict() | {
            "percentile_among_entrants": self.among_entrants,
            "percentile_outside_nato": self.outside_nato,
            "n_entrants": entered,
            "n_at_risk": risk,
            "n_outside_nato": outside,
        }
        return {
            "id": self.measure.id,
            "unit": self.unit,
            "candidate": candidate,
            "others": [one.to_dict() for one in self.others],
            "missing": [_missing(one) for one in self.missing],
            "title": self.measure.title,
            "family": self.measure.family,
            "says": self.measure.says,
            "direction": of.direction if of else "",
            "nominal": self.measure.nominal,
            "fiscal_year": of.fiscal_year if of else "",
            "source": self.candidate.figure.source,
            "licence": self.candidate.figure.licence,
        }


def _missing(one: Reading) -> dict[str, Any]:
    return {"country": one.country, "year": one.year, "state": one.figure.state, "because": one.figure.because}


@dataclass(frozen=True, slots=True)
class Comparison:
    """The candidate measure by measure beside the others, and which incumbents were nearest to it when they entered.

    `others` says of each what it is measured as: `designated` its first designation and `measured` the year before, or
    null and the latest year for one that never was. Percentiles among entrants always take all entrants.
    """

    candidate: Country
    on: date
    others: tuple[tuple[str, Entrant | None], ...]
    rows: tuple[Row, ...]
    nearness: Nearness
    evidence: Evidence

    def to_dict(self) -> dict[str, Any]:
        """Return the contract's JSON, with `on`, `others`, `method`, `sensitivity`, `not_ranked` and `stamp` on top."""
        return {
            "candidate": self.candidate.iso3,
            "to": [code for code, _ in self.others],
            "measures": [row.to_dict() for row in self.rows],
            "nearest": [near.to_dict() for near in self.nearness.nearest],
            "name": self.candidate.name,
            "on": self.on.isoformat(),
            "others": [_other(code, entrant) for code, entrant in self.others],
            "method": list(METHOD),
            "sensitivity": self.nearness.sensitivity(),
            "not_ranked": [{"country": code, "families": count} for code, count in self.nearness.not_ranked],
            "stamp": stamp(self.evidence.registry) | {"figures": figures_hash()},
        }

    def __getitem__(self, measure: str) -> Row:
        """Return the row of that measure id; raises KeyError."""
        return next((row for row in self.rows if row.measure.id == measure), None) or _no_row(measure)


def _no_row(measure: str) -> Row:
    raise KeyError(measure)


def _other(code: str, entrant: Entrant | None) -> dict[str, Any]:
    if entrant is None:
        return {"country": code, "designated": None, "instrument": None, "measured": "its latest year covered"}
    shown = {"country": code, "designated": entrant.since.isoformat(), "instrument": entrant.instrument}
    return shown | {"measured": entrant.measured, "day_certain": entrant.day_certain}


METHOD = (
    "Each incumbent is measured in the year before its own first designation under FAA 517 (the six of 1996: in 1995), "
    "the candidate in its latest covered year that was over on the day of the question.",
    "A percentile is the percent of the group below the candidate, half of those equal counted; it follows the number "
    "as printed, so for ranks and distances a low percentile is a high place or closeness.",
    "At risk: every sovereign state, and Taiwan until 30 September 2002, that at the end of the year was neither the "
    "United States nor in NATO nor designated.",
    *nearness.METHOD,
)
"""How the numbers are computed, printed with every form of the answer."""


def compare(
    candidate: str, to: Sequence[str] | None = None, on: date | str | None = None, facts: Path | None = None
) -> Comparison:
    """Return how a candidate compares with the incumbents, each as it was in the year before its designation.

    `to` names the countries to show beside it, all incumbents when None; a country that was never designated is shown
    at its latest year. `on` is the day of the question (default today): figures of years not over on that day, and
    designations after it, are left out. Raises `UnknownCountry`, `BadDate`, `BadFacts`, and `BadQuestion` for a country
    compared with itself or an organization.
    """
    others = None if to is None else [_country(asked) for asked in to]
    return compare_in(evidence(facts), _country(candidate), others, day(on))


def _country(asked: str) -> Country:
    country = foreign(asked)
    if country.sovereign == "organisation":
        wrong = "it is an organization; figures are of countries"
        raise BadQuestion(f"to compare {country.name}", wrong, (), "Name a country.")
    return country


def compare_in(looked_at: Evidence, candidate: Country, to: Sequence[Country] | None, on: date) -> Comparison:
    """Return the same answer from an already loaded registry and figures."""
    entered = tuple(one for one in entrants(looked_at, on) if one.country != candidate.iso3)
    others = _others(candidate, to, entered)
    groups = Groups(looked_at)
    rows = tuple(_row(groups, measure, candidate.iso3, others, entered, on) for measure in MEASURES.values())
    near = nearness.nearness(groups, [(row.measure, row.candidate, row.entrants) for row in rows])
    return Comparison(candidate, on, others, rows, near, looked_at)


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
    """Return the country's latest year that has a number and was over on the day.

    Without any number, the latest year that could have one.
    """
    over = on.year - 1
    of = record(looked_at, measure)
    if of is None or of.kind == "static":
        return over
    known = [year for year, _ in looked_at.figures.series(measure.indicator, country) if year <= over]
    return known[-1] if known else min(over, of.last_year)


def _row(
    groups: Groups,
    measure: Measure,
    candidate: str,
    others: Sequence[tuple[str, Entrant | None]],
    entered: Sequence[Entrant],
    on: date,
) -> Row:
    of = record(groups.evidence, measure)
    mine = _reading(groups, measure, candidate, latest_year(groups.evidence, measure, candidate, on))
    at_entry = {one.country: _reading(groups, measure, one.country, one.measured) for one in entered}
    shown = tuple(
        at_entry[code] if entrant else _reading(groups, measure, code, latest_year(groups.evidence, measure, code, on))
        for code, entrant in others
    )
    value, year = mine.figure.value, mine.year
    known = [one.figure.value for one in at_entry.values() if one.figure.value is not None]
    risk = {c: v for c, v in groups.at_risk(measure, year).items() if c != candidate}
    outside = {c: v for c, v in groups.outside_nato(measure, year).items() if c != candidate}
    return Row(
        measure,
        of.unit if of else mine.figure.unit,
        mine,
        shown,
        tuple(at_entry.values()),
        percentile(value, known),
        percentile(value, outside.values()),
        (len(known), len(risk), len(outside)),
        of,
    )


def _reading(groups: Groups, measure: Measure, country: str, year: int) -> Reading:
    figure = measure.answer(groups.evidence, country, year)
    group = (value for code, value in groups.at_risk(measure, year).items() if code != country)
    return Reading(country, year, figure, percentile(figure.value, group))
