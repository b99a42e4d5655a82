"""Permutation inference for few, staggered events: the real dates are assigned to units that never had an event.

Nearly every designation year is a cohort of one or two, where usual standard errors reject far too often (Alvarez and
Ferman 2023). So the estimate is compared with placebo estimates by the same estimator: each draw assigns the real dates
to as many never-treated units. Sums are kept by unit (`did.sums`), so that a draw needs only one small linear system.

The test compares t values: the mean over events divided by its standard error over the same events (`Studentized`). A
test of plain means rejects far too often where the treated vary more than the pool, and hardly ever where they vary
less.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from mnna.errors import BadFacts
from mnna.models.effects import did
from mnna.models.tidy import Bools, Floats, Grid, Ints

LEAST_BEFORE, LEAST_AFTER = 2, 2


@dataclass(frozen=True, slots=True)
class Window:
    """First and last year of two spans, relative to an event: the comparison years (`base`) and all years `shown`."""

    base: tuple[int, int] = (-5, -1)
    shown: tuple[int, int] = (-6, 5)


@dataclass(frozen=True)
class Design:
    """The data of a permutation test: `events` are (unit, year), `pool` the never-treated units, both in `table`.

    `breaks` are the first years after a change in how the source counts; no years are compared across a break.
    `exposure` is, by treated unit, the share of the event's own year that came after the event; 1 where not given.
    """

    table: Grid
    events: tuple[tuple[str, int], ...]
    pool: tuple[str, ...]
    window: Window = Window()
    breaks: tuple[int, ...] = ()
    exposure: Mapping[str, float] = field(default_factory=dict)

    def usable(self) -> Design:
        """Return the design with only events that have figures in two base years and two years from the event on."""
        kept = tuple(one for one in self.events if self._eligible(one[1])[self.table.position(one[0])])
        return replace(self, events=kept)

    def columns(self, event: int, span: tuple[int, int]) -> Bools:
        """Return, per time, whether it is in a span of years around an event and on the event's side of every break."""
        times = np.array(self.table.times)
        found: Bools = np.asarray((times >= event + span[0]) & (times <= event + span[1]))
        for first in self.breaks:
            found &= (times >= first) == (event >= first)
        return found

    def weights(self) -> Floats:
        """Return the weight of each relative year, events by shown years: exposure for the event's year, else 1."""
        found = np.ones((len(self.events), self.window.shown[1] - self.window.shown[0] + 1))
        found[:, -self.window.shown[0]] = [self.exposure.get(unit, 1.0) for unit, _ in self.events]
        return found

    def _eligible(self, year: int) -> Bools:
        """Return, per unit, whether it has enough figures around an event in `year`."""
        seen = np.isfinite(self.table.values)
        base = self.columns(year, self.window.base)
        after = self.columns(year, (0, self.window.shown[1]))
        return np.asarray((seen[:, base].sum(1) >= LEAST_BEFORE) & (seen[:, after].sum(1) >= LEAST_AFTER))

    def pool_rows(self) -> Ints:
        """Return the row numbers of the pool."""
        return np.array([self.table.position(one) for one in self.pool])

    def event_rows(self) -> Ints:
        """Return the row numbers of the events' units."""
        return np.array([self.table.position(one) for one, _ in self.events])

    def assignments(self, draws: int, seed: int) -> Ints:
        """Return draws by events: row numbers of pool units with enough figures for the event's date.

        No unit occurs twice in a draw. Raises `BadFacts` where too few units have figures.
        """
        found = self.assigned(draws, seed)
        if found is None:
            raise BadFacts("a permutation test", "too few never-treated units have figures", (), "Widen the pool.")
        return found

    def assigned(self, draws: int, seed: int, among: Mapping[int, Collection[str]] | None = None) -> Ints | None:
        """Return the assignments, or None where too few units have figures; `among` lists the units by event year."""
        rng, pool = np.random.default_rng(seed), self.pool_rows()
        fits = []
        for _, year in self.events:
            named = np.array([among is None or one in among[year] for one in self.pool])
            fits.append(self._eligible(year)[pool] & named)
        tightest = np.argsort([int(one.sum()) for one in fits], kind="stable")
        found = np.empty((draws, len(self.events)), dtype=np.int64)
        for draw in range(draws):
            order, free = rng.permutation(len(pool)), np.ones(len(pool), dtype=bool)
            for event in tightest:
                pick = next((i for i in order if free[i] and fits[event][i]), None)
                if pick is None:
                    return None
                free[pick], found[draw, event] = False, pool[pick]
        return found


def paths(design: Design, assigned: Ints) -> Floats:
    """Return the imputed gaps, draws by events by shown years, NaN where there is no figure.

    `assigned` is draws by events: the row numbers of the units treated in each draw, placebo or real.
    """
    values = design.table.values
    seen = np.isfinite(values)
    clean = np.where(seen, values, 0.0)
    pool = design.pool_rows()
    normals, pulls = did.sums(clean, seen)
    inside = np.zeros(len(values), dtype=bool)
    inside[pool] = True
    normal, pull = (np.repeat(one[pool].sum(axis=0)[None], len(assigned), axis=0) for one in (normals, pulls))
    masks = []
    for event, (_, year) in enumerate(design.events):
        who = assigned[:, event]
        mask = seen[who] & design.columns(year, design.window.base)
        own_normal, own_pull = did.sums(clean[who], mask)
        out = inside[who].astype(float)
        normal += own_normal - out[:, None, None] * normals[who]
        pull += own_pull - out[:, None] * pulls[who]
        masks.append(mask)
    effects = did.solved(normal, pull)
    return np.stack([_gap(design, assigned, effects, masks, event) for event in range(len(design.events))], axis=1)


def _gap(design: Design, assigned: Ints, effects: Floats, masks: list[Bools], event: int) -> Floats:
    """Return the gaps of one event, draws by shown years, given the time effects of each draw."""
    times, (_, year) = design.table.times, design.events[event]
    left = design.table.values[assigned[:, event]] - effects
    mask = masks[event]
    level = np.where(mask, left, 0.0).sum(axis=1) / np.maximum(mask.sum(axis=1), 1)
    level = np.where(mask.any(axis=1), level, np.nan)
    first, last = design.window.shown
    found = np.full((len(assigned), last - first + 1), np.nan)
    comparable = dict(zip(times, design.columns(year, design.window.shown), strict=True))
    for place, since in enumerate(range(first, last + 1)):
        if comparable.get(year + since, False):
            found[:, place] = left[:, times.index(year + since)] - level
    return found


class Studentized(NamedTuple):
    """The mean over events of each event's mean gap, and its standard error over the events; one value per draw."""

    mean: Floats
    error: Floats

    @property
    def t(self) -> Floats:
        """The mean divided by its standard error; NaN with fewer than two events, and where nothing varies."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.asarray(np.where(self.error > 0, self.mean / self.error, np.nan))


def studentized(gaps: Floats, design: Design, span: tuple[int, int]) -> Studentized:
    """Return, per draw, the mean gap in a span of relative years with its standard error; each event counts once."""
    return over_events(per_event(gaps, design, span))


def per_event(gaps: Floats, design: Design, span: tuple[int, int]) -> Floats:
    """Return, draws by events, the mean gap in a span of relative years; exposure is the weight of the event's year."""
    first = design.window.shown[0]
    columns = slice(span[0] - first, span[1] - first + 1)
    return means(gaps[:, :, columns], design.weights()[:, columns])


def over_events(values: Floats) -> Studentized:
    """Return the mean over the last axis and its standard error, ignoring NaN."""
    mean = means(values)
    count = np.isfinite(values).sum(axis=-1)
    squares = np.where(np.isfinite(values), (values - mean[..., None]) ** 2, 0.0).sum(axis=-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.sqrt(squares / (count - 1) / count)
    return Studentized(mean, np.asarray(np.where(count > 1, error, np.nan)))


def by_year(gaps: Floats) -> Floats:
    """Return, draws by relative years, the mean gap over the events that have one."""
    return means(np.swapaxes(gaps, 1, 2))


def means(values: Floats, weights: Floats | None = None) -> Floats:
    """Return means over the last axis, ignoring NaN, weighted where `weights` are given; NaN where all are NaN."""
    there = np.isfinite(values) * (1.0 if weights is None else weights)
    total = (np.where(np.isfinite(values), values, 0.0) * there).sum(axis=-1)
    count = there.sum(axis=-1)
    return np.asarray(np.where(count > 0, total / np.where(count > 0, count, 1.0), np.nan))


def p_value(real: float, placebo: Floats) -> float:
    """Return the two-sided permutation p value, the real draw counted among the placebos."""
    known = placebo[np.isfinite(placebo)]
    return float((1 + (np.abs(known) >= abs(real)).sum()) / (1 + len(known)))


def critical(placebo: Floats, alpha: float = 0.05) -> float:
    """Return the largest distance from zero that is not rejected at `alpha`: half the width of the confidence set."""
    known = np.sort(np.abs(placebo[np.isfinite(placebo)]))[::-1]
    allowed = int(np.floor(alpha * (1 + len(known)))) - 1  # how many placebos may be at least as far from zero
    return float(known[allowed]) if 0 <= allowed < len(known) else float("inf")


def detectable(error: float, placebo: Studentized, alpha: float = 0.05, power: float = 0.8) -> float:
    """Return the smallest size of effect, in either direction, that the test would find with probability `power`.

    The probability is over the placebos, rescaled to vary as much as the events whose standard `error` is given.
    """
    known = np.isfinite(placebo.t)
    edge = critical(placebo.t, alpha)
    if not np.isfinite(edge):
        return float("inf")
    mean, spread = placebo.mean[known], placebo.error[known]
    up, down = np.quantile(edge * spread - mean, power), np.quantile(edge * spread + mean, power)
    return float(max(up, down) * error / np.median(spread))


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """Return several p values adjusted by Holm's step-down method, smallest first."""
    found: dict[str, float] = {}
    so_far = 0.0
    for i, (name, p) in enumerate(sorted(p_values.items(), key=lambda one: (one[1], one[0]))):
        so_far = max(so_far, min(1.0, (len(p_values) - i) * p))
        found[name] = so_far
    return found
