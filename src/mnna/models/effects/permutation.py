"""Permutation inference for few, staggered events: the real dates given to units that never had an event.

Nearly every designation year is a cohort of one or two, where usual standard errors reject far too often (Alvarez and
Ferman 2023). So the estimate is compared with what the same estimator gives when nothing happened: each draw gives the
real dates to as many never-treated units. Sums come apart by unit (`did.sums`), so a draw costs one small solve.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mnna.errors import BadFacts
from mnna.models.effects import did
from mnna.models.tidy import Bools, Floats, Grid, Ints

LEAST_BEFORE, LEAST_AFTER = 2, 2


@dataclass(frozen=True, slots=True)
class Window:
    """Years around an event, relative to it: those compared against (`base`) and those looked at (`shown`)."""

    base: tuple[int, int] = (-5, -1)
    shown: tuple[int, int] = (-6, 5)

    def columns(self, times: Sequence[int], event: int, span: tuple[int, int]) -> Bools:
        """Return which times fall into a span around an event."""
        since = np.array(times) - event
        return np.asarray((since >= span[0]) & (since <= span[1]))


@dataclass(frozen=True)
class Design:
    """Events and pool: `events` are (unit, year), `pool` the never-treated units, both of `table`."""

    table: Grid
    events: tuple[tuple[str, int], ...]
    pool: tuple[str, ...]
    window: Window = Window()

    def usable(self) -> Design:
        """Return the same with only the events seen in at least two base years and two years from the event on."""
        kept = tuple(one for one in self.events if self._eligible(one[1])[self.table.position(one[0])])
        return Design(self.table, kept, self.pool, self.window)

    def _eligible(self, year: int) -> Bools:
        seen = np.isfinite(self.table.values)
        base = self.window.columns(self.table.times, year, self.window.base)
        after = self.window.columns(self.table.times, year, (0, self.window.shown[1]))
        return np.asarray((seen[:, base].sum(1) >= LEAST_BEFORE) & (seen[:, after].sum(1) >= LEAST_AFTER))

    def pool_rows(self) -> Ints:
        """Return the row numbers of the pool."""
        return np.array([self.table.position(one) for one in self.pool])

    def event_rows(self) -> Ints:
        """Return the row numbers of the events' units."""
        return np.array([self.table.position(one) for one, _ in self.events])

    def assignments(self, draws: int, seed: int) -> Ints:
        """`draws` by events: rows of the pool, no unit twice in a draw, each eligible for its event's date.

        Raises `BadFacts` where too few units of the pool are.
        """
        found = self.assigned(draws, seed)
        if found is None:
            raise BadFacts("a permutation test", "too few never-treated units have figures", (), "Widen the pool.")
        return found

    def assigned(self, draws: int, seed: int, among: Mapping[int, Collection[str]] | None = None) -> Ints | None:
        """Return the same, the units of each year only `among` those named for it; None where they are too few."""
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
    """Return each draw's imputed gap by event and relative year.

    Draws by events by shown years, NaN where there is none.

    `assigned` is draws by events, the rows that play the treated units (the real ones too).
    """
    values, times = design.table.values, design.table.times
    seen = np.isfinite(values)
    clean = np.where(seen, values, 0.0)
    pool = design.pool_rows()
    normals, pulls = did.sums(clean, seen)
    inside = np.zeros(len(values), dtype=bool)
    inside[pool] = True
    normal = np.repeat(normals[pool].sum(axis=0)[None], len(assigned), axis=0)
    pull = np.repeat(pulls[pool].sum(axis=0)[None], len(assigned), axis=0)
    masks = []
    for event, (_, year) in enumerate(design.events):
        who = assigned[:, event]
        mask = seen[who] & design.window.columns(times, year, design.window.base)
        own_normal, own_pull = did.sums(clean[who], mask)
        out = inside[who].astype(float)
        normal += own_normal - out[:, None, None] * normals[who]
        pull += own_pull - out[:, None] * pulls[who]
        masks.append(mask)
    effects = did.solved(normal, pull)
    return np.stack([_gap(design, assigned, effects, masks, event) for event in range(len(design.events))], axis=1)


def _gap(design: Design, assigned: Ints, effects: Floats, masks: list[Bools], event: int) -> Floats:
    times, (_, year) = design.table.times, design.events[event]
    left = design.table.values[assigned[:, event]] - effects
    mask = masks[event]
    level = np.where(mask, left, 0.0).sum(axis=1) / np.maximum(mask.sum(axis=1), 1)
    level = np.where(mask.any(axis=1), level, np.nan)
    first, last = design.window.shown
    found = np.full((len(assigned), last - first + 1), np.nan)
    for place, since in enumerate(range(first, last + 1)):
        if year + since in times:
            found[:, place] = left[:, times.index(year + since)] - level
    return found


def average(gaps: Floats, window: Window, span: tuple[int, int]) -> Floats:
    """Return per draw the mean over events of each event's mean gap in a span of relative years (each event counts
    once)."""
    first = window.shown[0]
    part = gaps[:, :, span[0] - first : span[1] - first + 1]
    return means(means(part))


def by_year(gaps: Floats) -> Floats:
    """Return per draw and relative year the mean gap over the events that have one."""
    return means(np.swapaxes(gaps, 1, 2))


def means(values: Floats) -> Floats:
    """Means over the last axis of what is there; NaN where nothing is."""
    there = np.isfinite(values)
    count = there.sum(axis=-1)
    total = np.where(there, values, 0.0).sum(axis=-1)
    return np.asarray(np.where(count > 0, total / np.maximum(count, 1), np.nan))


def p_value(real: float, placebo: Floats) -> float:
    """Return the two-sided permutation p value, the real draw counted among the placebos."""
    known = placebo[np.isfinite(placebo)]
    return float((1 + (np.abs(known) >= abs(real)).sum()) / (1 + len(known)))


def critical(placebo: Floats, alpha: float = 0.05) -> float:
    """Return the largest distance from zero that `p_value` does not reject at `alpha`.

    Half the width of the inverted set.
    """
    known = np.sort(np.abs(placebo[np.isfinite(placebo)]))[::-1]
    allowed = int(np.floor(alpha * (1 + len(known)))) - 1  # how many placebos may be at least as far
    return float(known[allowed]) if 0 <= allowed < len(known) else float("inf")


def detectable(placebo: Floats, alpha: float = 0.05, power: float = 0.8) -> float:
    """Return the smallest size of effect, in either direction, that the test would find in `power` of the draws."""
    known = placebo[np.isfinite(placebo)]
    edge = critical(placebo, alpha)
    if not np.isfinite(edge):
        return float("inf")
    up, down = np.quantile(edge - known, power), np.quantile(edge + known, power)
    return float(max(up, down))


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """Holm's step-down adjustment of several p values."""
    found: dict[str, float] = {}
    so_far = 0.0
    for i, (name, p) in enumerate(sorted(p_values.items(), key=lambda one: (one[1], one[0]))):
        so_far = max(so_far, min(1.0, (len(p_values) - i) * p))
        found[name] = so_far
    return found
