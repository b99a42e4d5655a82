"""The size of the permutation test: how often it rejects when nothing happened, in the pool and among lookalikes.

Placebo events anywhere in the pool must be rejected at the nominal rate, or the arithmetic is wrong. The harder
question is whether designees resemble the pool at all, since they had more US troops than most countries. So placebo
events are also assigned to never-designated countries that had many US troops the year before.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from mnna.models.effects import permutation
from mnna.models.effects.permutation import Design
from mnna.models.forecast.declared_rule import leading
from mnna.models.forecast.features import known_before
from mnna.models.panel import World
from mnna.models.tidy import Floats

NOMINAL = 0.05
DRAWS, ALIKE_DRAWS = 400, 499
ALIKE = 1 / 3  # share of the pool that counts as lookalikes: the countries with most US troops the year before


def size_check(
    design: Design, world: World, t: float, null: Floats, placebo: Floats, after: tuple[int, int], seed: int
) -> dict[str, Any]:
    """Return how often the test rejects when nothing happened.

    `t` is the real estimate divided by its standard error, `null` the placebos' t values, `placebo` their gaps. In the
    result, `rejected` is the share of placebo draws that the test rejects, and `t_test_rejected` the share that
    Student's t test rejects. `spread_ratio` is how much designees varied before the event, divided by how much the pool
    did; the test allows for it. `lookalikes` is the check among countries that resemble the designees.
    """
    from scipy.stats import t as students

    fresh = permutation.paths(design, design.assignments(DRAWS, seed + 1))
    values = permutation.studentized(fresh, design, after).t
    return {
        "nominal": NOMINAL,
        "rejected": _rejected(values, null),
        "draws": DRAWS,
        "t_test_rejected": float((np.abs(values) > students.ppf(0.975, len(design.events) - 1)).mean()),
        "spread_ratio": _liveliness(design, placebo),
        "lookalikes": _lookalikes(design, world, t, null, after, seed),
    }


def _rejected(values: Floats, null: Floats) -> float:
    return float(np.mean([permutation.p_value(float(one), null) <= NOMINAL for one in values]))


def _lookalikes(
    design: Design, world: World, t: float, null: Floats, after: tuple[int, int], seed: int
) -> dict[str, Any] | None:
    """Return the size check for placebo events in countries with many US troops the year before.

    None where there are too few such countries. `mean` is the mean change in them without designation; `p` is the
    two-sided p value of the real estimate among theirs.
    """
    among = {year: alike(design, world, year) for _, year in design.events}
    assigned = design.assigned(ALIKE_DRAWS, seed + 2, among)
    if assigned is None:
        return None
    found = permutation.studentized(permutation.paths(design, assigned), design, after)
    values = found.t[np.isfinite(found.t)]
    tail = min((values >= t).sum(), (values <= t).sum())
    return {
        "countries": len({one for chosen in among.values() for one in chosen}),
        "rejected": _rejected(values, null),
        "draws": ALIKE_DRAWS,
        "mean": float(np.nanmean(found.mean)),
        "p": float(min(1.0, 2 * (1 + tail) / (1 + len(values)))),
    }


def alike(design: Design, world: World, year: int) -> frozenset[str]:
    """Return the third of the pool with most US troops the year before; the rule of `rank` also uses US troops."""
    troops = known_before(world, year, design.pool, (leading(),)).values[:, 0]
    known = np.flatnonzero(~np.isnan(troops))
    most = known[np.argsort(-troops[known], kind="stable")][: round(len(design.pool) * ALIKE)]
    return frozenset(design.pool[i] for i in most)


def _liveliness(design: Design, placebo: Floats) -> float:
    """Return the designees' standard deviation of gaps before the event, divided by the placebos'."""
    before = slice(0, -design.window.shown[0])
    own = permutation.paths(design, design.event_rows()[None, :])[0, :, before]
    theirs = placebo[:200, :, before]
    return float(np.nanstd(own) / np.nanstd(theirs)) if np.nanstd(theirs) > 0 else float("nan")
