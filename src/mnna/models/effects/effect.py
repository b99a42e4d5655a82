"""The answer to `effects`: an estimate with all that qualifies it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from typing import Any

from mnna.models.tidy import as_object

WRITTEN_LAST = ("event_study", "designees", "log")
"""Fields that the JSON object has in another form and at its end, or not at all."""


@dataclass(frozen=True, slots=True)
class YearEffect:
    """The mean gap of a relative year against years -6 to -4, its 95 % permutation interval, the band that placebo
    events stay in, and how many designees have a figure for it."""

    year: int
    estimate: float
    low: float
    high: float
    placebo_low: float
    placebo_high: float
    n: int


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What designation changed in one outcome, in the outcome's `unit`; None and empty where nothing can be estimated.

    The outcome: its id, its name in a sentence (`says`), its `unit`, whether that is a logarithm, and its `source`.
    The countries: `n` `designees` with the year each was designated, `excluded` ones with the reason, the number of
    `controls` (countries never designated), and `own_facts`, the rows of the user that count.
    The estimate: `att`, the mean over designees of years 0 to 5 against -5 to -1, net of the controls; `low` and
    `high`, the 95 % confidence set by inverting the permutation test; `p`, its p value; `p_holm`, the same adjusted
    for all outcomes that have figures; `detectable`, the size that would have been found four times in five.
    What qualifies it: the `event_study` by year, `anticipation` (what moved before), `size_check` (how often the test
    rejects when nothing happened), other estimators' `checks`, `leave_one_out` and `by_designee`, and the `honest`
    bounds should trends not be parallel. `reading` says it in plain words.
    """

    outcome: str
    says: str
    unit: str
    log: bool
    n: int
    designees: tuple[tuple[str, int], ...]
    controls: int
    att: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None
    detectable: float | None = None
    p_holm: float | None = None
    event_study: tuple[YearEffect, ...] = ()
    anticipation: dict[str, float] = field(default_factory=dict)
    size_check: dict[str, Any] = field(default_factory=dict)
    checks: dict[str, Any] = field(default_factory=dict)
    leave_one_out: dict[str, float] = field(default_factory=dict)
    by_designee: dict[str, float] = field(default_factory=dict)
    honest: tuple[dict[str, float], ...] = ()
    excluded: dict[str, str]
    source: str
    reading: str = ""
    event: str = "determined"
    settings: dict[str, Any] = field(default_factory=dict)
    own_facts: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the effect as a JSON object."""
        found = {one.name: getattr(self, one.name) for one in fields(self) if one.name not in WRITTEN_LAST}
        found["event_study"] = [asdict(one) for one in self.event_study]
        found["designees"] = [{"country": code, "year": year} for code, year in self.designees]
        return as_object(found)
