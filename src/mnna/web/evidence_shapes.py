"""The shapes of the JSON of evidence and models, on the pattern of `mnna.web.shapes`."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from mnna.web.shapes import ISO_DAY, Confidence, Shape, Stamp


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


class TimelineEntry(Shape):
    """One dated entry of the record."""

    on: str
    precision: str
    kind: str
    country: str
    what: str
    source: list[str]
    confidence: str
    until: str | None = None
    note: str = ""
    instrument: str = ""
    bearing: str = ""
    on_by: str | None = None
    own: bool = False


class Timeline(Shape):
    """The political record of a country."""

    country: str
    name: str
    on: str = ISO_DAY
    entries: list[TimelineEntry]
    stamp: Stamp


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


class Ranked(Shape):
    """A country at risk, its rank and score."""

    country: str
    rank: float
    score: float | None
    years_in_top10: int
    top10_years: list[int]


class Designee(Shape):
    """Where a designee stood before it was named."""

    country: str
    year: int
    rank: float
    at_risk: int
    missing: int


class Score(Shape):
    """How well a rule did, with 95 % bootstrap intervals."""

    name: str
    median_rank: float | None
    auc: float | None
    top10: int | None
    top20: int | None
    median_interval: list[float] | None
    auc_interval: list[float] | None
    top10_interval: list[float] | None
    top20_interval: list[float] | None
    chance_median: float | None


class Backtest(Score):
    """The declared rule's back-test, every designee and every miss."""

    designees: list[Designee]
    misses: list[Designee]


class Rank(Shape):
    """Who history says is next, with its back-test."""

    on: str = ISO_DAY
    event: str
    rule: list[str]
    reading: str
    ranking: list[Ranked]
    backtest: Backtest
    rivals: list[Score]
    never_named: list[dict[str, Any]]
    when: dict[str, Any]
    frequencies: list[dict[str, Any]]
    forecasts: list[dict[str, Any]]
    sensitivity: list[Score]
    carried: list[dict[str, Any]]
    missing: dict[str, list[str]]
    sources: dict[str, str]
    own_facts: list[str]
    cautions: list[str]
    country: dict[str, Any] | None = None


class Criterion(Shape):
    """One criterion: the better direction and the scale."""

    indicator: str
    better: str
    scale: str
    goal: str


class Candidate(Shape):
    """How often a candidate takes each place, and the weights that put it first."""

    candidate: str
    first: float
    top5: float
    top10: float
    expected_rank: float
    central_weights: dict[str, float] | None
    confidence: float | None
    acceptability: list[float]
    topsis: float


class Criteria(Shape):
    """Candidates over all weights of the criteria."""

    on: str = ISO_DAY
    criteria: list[Criterion]
    order: list[str]
    bounds: dict[str, list[float]]
    draws: int
    entropy: float
    candidates: list[Candidate]
    rank_correlation_with_topsis: float | None
    missing: dict[str, list[str]]
    sources: dict[str, str]
    own_facts: list[str]
    country: str | None
    reading: str
    should: str


class EventYear(Shape):
    """The gap in one year around designation, with its set and the placebos' band."""

    year: int
    estimate: float
    low: float
    high: float
    placebo_low: float
    placebo_high: float
    n: int


class Effects(Shape):
    """What designation changed in one outcome."""

    outcome: str
    says: str
    unit: str
    n: int
    controls: int
    att: float | None
    low: float | None
    high: float | None
    p: float | None
    detectable: float | None
    p_holm: float | None
    anticipation: dict[str, Any] | None
    size_check: dict[str, Any] | None
    checks: dict[str, Any] | None
    leave_one_out: dict[str, float | None]
    by_designee: dict[str, float | None]
    honest: list[dict[str, Any]]
    excluded: dict[str, str]
    source: str
    reading: str
    event: str
    settings: dict[str, Any]
    own_facts: list[str]
    event_study: list[EventYear]
    designees: list[dict[str, Any]]


class ListedIndicator(Shape):
    """A series in the list."""

    id: str
    title: str
    unit: str
    producer: str
    licence: str
    first_year: int
    last_year: int
    countries: int
    origin: str


class Indicators(Shape):
    """Every series of figures."""

    indicators: list[ListedIndicator]


class Indicator(ListedIndicator):
    """Whose a series is, and what it covers."""

    kind: str
    version: str
    vintage: str
    licence_note: str
    citation: str
    address: str
    obtained_from: str
    absent: str
    direction: str
    fiscal_year: str
    caveats: list[str]
    rows: int
    checksum: str
    low: float | None
    high: float | None
    zero_means: str


class Point(Shape):
    """A figure of one year."""

    year: int
    value: float


class SeriesNote(Shape):
    """A warning about some years of a series."""

    from_year: int
    to_year: int
    note: str


class Series(Shape):
    """One indicator for one country; `because` says why there is no figure, `notes` warn of some of its years."""

    indicator: Indicator
    country: str
    series: list[Point]
    because: str
    notes: list[SeriesNote]
