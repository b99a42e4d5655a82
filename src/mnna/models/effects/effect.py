"""The answer to `effects`: an estimate with all that qualifies it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from mnna.engine.record import HIDDEN, described
from mnna.models.answer import ModelAnswer


class YearEffect(NamedTuple):
    """The mean gap of a relative year against years -6 to -4, its 95% permutation interval, the band that placebo
    events stay in, and how many designees have a figure for it."""

    year: int
    estimate: float
    low: float
    high: float
    placebo_low: float
    placebo_high: float
    n: int


class Designee(NamedTuple):
    """A country and the year it was designated."""

    country: str
    year: int


def _designees(found: tuple[tuple[str, int], ...]) -> tuple[Designee, ...]:
    return tuple(Designee(*one) for one in found)


def _each(found: dict[str, float]) -> dict[str, float | None]:
    return dict(found)


def _bounds(found: tuple[dict[str, float], ...]) -> tuple[dict[str, float | None], ...]:
    return tuple(map(_each, found))


@dataclass(frozen=True, kw_only=True, repr=False)
class Effect(ModelAnswer):
    """What designation changed in one outcome, in the outcome's `unit`; None and empty where nothing can be estimated.

    The outcome: its id, its name in a sentence (`says`), its `unit`, whether that is a logarithm, and its `source`.
    The countries: `n` `designees` with the year each was designated, `excluded` ones with the reason, the number of
    `controls` (countries never designated), and `own_facts`, the rows of the user that count.
    The estimate: `att`, the mean over designees of years 0 to 5 against -5 to -1, net of the controls; `low` and
    `high`, the 95% confidence set by inverting the permutation test of t values, so that smaller and larger changes
    are ruled out; `standard_error` over the designees; `p`, its p value; `p_plain_mean`, the same of plain means, which
    is wrong where designees move more or less than others; `p_holm`, `p` adjusted for all outcomes that have figures;
    `detectable`, the size that would have been found four times in five. `exposure` is the share of year 0 that lay
    after the day of designation, by which year 0 counts.
    What qualifies it: the `event_study` by year, `anticipation` (what moved before), `size_check` (how often the test
    rejects when nothing happened), other estimators' `checks`, `leave_one_out` and `by_designee`, and the `honest`
    bounds should trends not be parallel. `reading` says it in plain words, `limits` what it rests on.
    """

    outcome: str
    says: str
    unit: str
    log: bool = field(metadata=HIDDEN)
    n: int
    controls: int
    att: float | None = None
    low: float | None = None
    high: float | None = None
    standard_error: float | None = None
    p: float | None = None
    p_plain_mean: float | None = None
    detectable: float | None = None
    p_holm: float | None = None
    anticipation: dict[str, float] = field(default_factory=dict)
    size_check: dict[str, Any] = field(default_factory=dict)
    checks: dict[str, Any] = field(default_factory=dict)
    leave_one_out: dict[str, float] = field(default_factory=dict, metadata=described(of=_each))
    by_designee: dict[str, float] = field(default_factory=dict, metadata=described(of=_each))
    honest: tuple[dict[str, float], ...] = field(default=(), metadata=described(of=_bounds))
    exposure: dict[str, float] = field(default_factory=dict, metadata=described(of=_each))
    excluded: dict[str, str]
    source: str
    reading: str = ""
    limits: str = ""
    event: str = "determined"
    settings: dict[str, Any] = field(default_factory=dict)
    own_facts: tuple[str, ...] = ()
    event_study: tuple[YearEffect, ...] = ()
    designees: tuple[tuple[str, int], ...] = field(metadata=described("The countries it is over.", of=_designees))

    def summary(self) -> str:
        """The estimate and its p value."""
        if self.att is None:
            return f"{self.outcome}, nothing can be estimated from {self.n} designations"
        return f"{self.outcome}, {self.att:+.2f} {self.unit} over {self.n} designations, p {self.p:.3f}"


@dataclass(frozen=True, repr=False)
class EveryEffect(ModelAnswer):
    """The effect on every outcome there are figures for, with p values adjusted for having looked at all."""

    outcomes: tuple[Effect, ...]

    @property
    def own_facts(self) -> tuple[str, ...]:
        """The rows of the user that count."""
        return tuple(dict.fromkeys(row for one in self.outcomes for row in one.own_facts))
