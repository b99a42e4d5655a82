"""The answer to `effects`: an estimate with its tests, checks and limits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from mnna.engine.record import HIDDEN, described
from mnna.models.answer import ModelAnswer


class YearEffect(NamedTuple):
    """The mean gap of a relative year against years -6 to -4, with its 95% permutation interval (`low`, `high`).

    95% of placebo events are within `placebo_low` and `placebo_high`; `n` designees have a figure for the year.
    """

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
    """The effect of designation on one outcome, in the outcome's `unit`; None and empty where it cannot be estimated.

    The outcome: its id, its name in a sentence (`says`), its `unit`, whether that is a logarithm, and its `source`.
    The countries: `n` `designees` with the year each was designated, `excluded` designees with the reason, the number
    of `controls` (countries never designated), and `own_facts`, the user's own rows that were used.
    The estimate: `att`, the mean over designees of years 0 to 5 against -5 to -1, net of the controls; `low` and
    `high`, the 95% confidence set by inverting the permutation test of t values, so that smaller and larger changes
    are ruled out; `standard_error` over the designees; `p`, its p value; `p_plain_mean`, the p value of plain means,
    which is wrong where designees move more or less than others; `p_holm`, `p` adjusted for all outcomes that have
    figures; `detectable`, the size of effect that would be found four times in five. `exposure` is the share of year 0
    after the day of designation, which is the weight of year 0.
    Tests and checks: the `event_study` by year, `anticipation` (the change before designation), `size_check` (how often
    the test rejects when nothing happened), other estimators' `checks`, `leave_one_out` and `by_designee`, and the
    `honest` bounds should trends not be parallel. `reading` is the result in plain words, `limits` what limits it.
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
        """Return the estimate and its p value in a line."""
        if self.att is None:
            return f"{self.outcome}, nothing can be estimated from {self.n} designations"
        return f"{self.outcome}, {self.att:+z.2f} {self.unit} over {self.n} designations, p {self.p:.3f}"


@dataclass(frozen=True, repr=False)
class EveryEffect(ModelAnswer):
    """The effect on every outcome that has figures, with p values adjusted for testing all of them."""

    outcomes: tuple[Effect, ...]

    @property
    def own_facts(self) -> tuple[str, ...]:
        """The user's own rows that were used, each once."""
        return tuple(dict.fromkeys(row for one in self.outcomes for row in one.own_facts))
