"""The shapes of the comparison, the political record and the claims of an article."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from mnna.interfaces.http.schemas.base import ISO_DAY, Confidence, Shape, Stamp


class FiguresStamp(Stamp):
    """Which law, facts, figures and version answered, by content hash."""

    figures: str


class Reading(Shape):
    """A figure of one country in one year, or why there is none."""

    country: str
    year: int
    value: float | None
    state: str = Field(description="`value`, or how it is missing.")
    percentile_at_risk: float | None
    because: str
    notes: list[str]


class CandidateReading(Reading):
    """The candidate's figure with its place among others."""

    percentile_among_entrants: float | None
    percentile_outside_nato: float | None
    n_entrants: int
    n_at_risk: int
    n_outside_nato: int


class Gap(Shape):
    """A figure there is not, and why."""

    country: str
    year: int
    state: str
    because: str


class Measure(Shape):
    """One measure: the candidate's figure, the others', and what is missing."""

    id: str
    unit: str
    candidate: CandidateReading
    others: list[Reading]
    missing: list[Gap]
    title: str
    family: str
    says: str
    direction: str
    nominal: bool
    fiscal_year: str
    source: str
    licence: str


class Places(Shape):
    """The best and the worst place with any one measure left out."""

    best: int
    worst: int


class Near(Shape):
    """An incumbent at its entry and its distance from the candidate, with each measure's share of it."""

    country: str
    distance: float
    by: dict[str, float]
    year: int
    families: int
    rank: int
    rank_without_one_measure: Places


class Other(Shape):
    """A country set beside the candidate, and the year it is measured in."""

    country: str
    designated: str | None
    instrument: str | None
    measured: int
    day_certain: bool | None


class Without(Shape):
    """The nearest when one measure is left out."""

    without: str
    nearest: list[str]
    changes_the_nearest: bool


class NotRanked(Shape):
    """A country with too few measures in common."""

    country: str
    families: int


class Compare(Shape):
    """A candidate beside the incumbents, each as it stood before its own designation."""

    candidate: str
    to: list[str]
    measures: list[Measure]
    nearest: list[Near]
    name: str
    on: str = ISO_DAY
    others: list[Other]
    method: list[str]
    sensitivity: list[Without]
    not_ranked: list[NotRanked]
    stamp: FiguresStamp


class Point(Shape):
    """The figure of a country in a year."""

    country: str
    year: int
    value: float


class HeldSpan(Shape):
    """The days a country held a status."""

    country: str
    status: str
    since: str
    since_by: str | None
    until: str | None
    until_by: str | None
    holds: str


class Timelines(Shape):
    """One measure over the years for several countries; a year without a figure has no point."""

    measure: str
    title: str
    says: str
    unit: str
    on: str = ISO_DAY
    countries: list[str]
    years: list[int]
    points: list[Point]
    spans: list[HeldSpan]
    source: str
    licence: str
    stamp: FiguresStamp


Ruling = Literal["right", "partly", "wrong", "not verifiable"]


class Claim(Shape):
    """One claim, judged as of the article's day and as of a later one."""

    id: str
    claim: str
    kind: str
    verdict: Ruling
    verdict_today: Ruling
    because: str
    because_today: str
    basis: Literal["computed", "recorded"]
    citations: list[str]
    figures: list[dict[str, Any]]
    confidence: Confidence | None
    types: list[str]
    paragraph: int | None


class Claims(Shape):
    """The claims of an article."""

    article: str
    dated: str
    claims: list[Claim]
    title: str
    author: str
    publisher: str
    url: str
    reposted: str
    dated_note: str
    as_of: str = ISO_DAY
    counts: dict[str, int]
    counts_today: dict[str, int]
    stamp: FiguresStamp
