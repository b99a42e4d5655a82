"""One number of one country in one year, with its percentile among those that could have been designated."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from mnna.engine.record import HIDDEN, Record, described, in_json, passed_on
from mnna.series.records import Figure, State


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
