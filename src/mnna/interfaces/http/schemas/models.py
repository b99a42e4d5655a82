"""The shapes of the ranking, the criteria and the effects."""

from __future__ import annotations

from typing import Any

from pydantic import RootModel

from mnna.interfaces.http.schemas.base import ISO_DAY, Shape


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


class Spread(Shape):
    """The best, the worst, and where nine in ten lie."""

    best: float
    worst: float
    middle90: list[float]


class Measured(Shape):
    """A median rank and an AUC, or the shares that beat them."""

    median_rank: float
    auc: float


class Specification(Measured):
    """One fitted specification and how its back-test went."""

    covariates: list[str]


class Multiverse(Shape):
    """Every specification of up to four features, back-tested alike, beside the declared rule."""

    on: str = ISO_DAY
    event: str
    reading: str
    designations: int
    covariates: list[str]
    names: dict[str, str]
    specifications: int
    median_rank: Spread
    auc: Spread
    rule: Measured
    share_better_than_rule: Measured
    auc_change_when_included: dict[str, float]
    all: list[Specification]


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


class PathYear(Shape):
    """One year of a designee and of its synthetic self."""

    year: int
    real: float
    synthetic: float
    gap: float


class SyntheticSelf(Shape):
    """A designee, and the weighted others that followed its outcome before designation."""

    treated: str
    treated_from: int
    weights: dict[str, float]
    importance: dict[str, float]
    balance: dict[str, dict[str, float]]
    pre_mspe: float
    post_mspe: float
    ratio: float | None
    effect: float
    path: list[PathYear]


class CountryEffects(Shape):
    """What designation changed for one designee in one outcome."""

    outcome: str
    unit: str
    country: str
    designated: int
    reading: str
    synthetic: SyntheticSelf
    placebo: dict[str, Any]
    in_time_placebo: dict[str, Any] | None
    source: str
    own_facts: list[str]


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


class EffectsOrOne(RootModel[Effects | CountryEffects]):
    """Over all designees, or for the one that is named."""
