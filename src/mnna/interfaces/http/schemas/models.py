"""The shapes of the ranking, the criteria and the effects."""

from __future__ import annotations

from typing import Any

from pydantic import RootModel

from mnna.interfaces.http.schemas.base import Shape


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
