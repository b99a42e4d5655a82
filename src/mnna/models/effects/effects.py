"""`effects`: what designation changed, and how large a change would have had to be to be detected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np

from mnna.models.effects import did, permutation
from mnna.models.effects.callaway_santanna import group_time
from mnna.models.effects.effect import Effect, YearEffect
from mnna.models.effects.in_words import reading
from mnna.models.effects.outcomes import designations, loaded, measured, never_designated, outcome
from mnna.models.effects.permutation import Design, Window
from mnna.models.effects.permutation_size import size_check
from mnna.models.forecast import risk_set
from mnna.models.panel import World, load_world
from mnna.models.tidy import Floats

DRAWS = 1999
SEED = 517
FEWEST = 3
AFTER = (0, 5)
RISE = (-2, -1)
WINDOW = Window((-5, -1), (-6, 5))
EARLY = Window((-6, -4), (-6, 5))


def effects(
    name: str, *, event: str = "determined", draws: int = DRAWS, seed: int = SEED, world: World | None = None
) -> Effect:
    """Return what designation changed in an outcome (ids: `uses.outcomes()`), with permutation inference.

    `event` dates designations by `determined` or `announced`. Raises `UnknownWord` for an outcome there is not and
    `CannotAnswer` for one whose figures are not loaded. With fewer than three usable designations the estimate is None
    and `reading` says why.
    """
    outcome(name)
    dating = risk_set.check(event)
    state = world or load_world()
    found = _single(state, name, dating, draws, seed)
    others = {one: _quick_p(state, one, dating, draws, seed) for one in loaded(state) if one != name}
    p_values = {**others, name: found.p}
    adjusted = permutation.holm({one: p for one, p in p_values.items() if p is not None})
    held = replace(found, p_holm=adjusted.get(name))
    return replace(held, reading=reading(held, state, outcome(name)))


def effect_design(world: World, name: str, dating: str = "determined", window: Window = WINDOW) -> Design:
    """Return the outcome's matrix, the usable designations and the never designated, ready for `permutation`."""
    one = outcome(name)
    table = measured(world, one)
    pool = never_designated(world, one, table)
    known = [(code, year) for code, year in designations(world, dating) if code in table.units]
    return Design(table, tuple(known), pool, window).usable()


def _real(design: Design) -> Floats:
    return permutation.paths(design, design.event_rows()[None, :])


@lru_cache(maxsize=32)
def _quick_p(world: World, name: str, dating: str, draws: int, seed: int) -> float | None:
    design = effect_design(world, name, dating)
    if len(design.events) < FEWEST:
        return None
    placebo = permutation.paths(design, design.assignments(draws, seed))
    att = permutation.average(_real(design), WINDOW, AFTER)[0]
    return permutation.p_value(float(att), permutation.average(placebo, WINDOW, AFTER))


@lru_cache(maxsize=32)
def _single(world: World, name: str, dating: str, draws: int, seed: int) -> Effect:
    design = effect_design(world, name, dating)
    blank = _blank(world, name, dating, design)
    if len(design.events) < FEWEST:
        return blank
    assigned = design.assignments(draws, seed)
    real, placebo = _real(design), permutation.paths(design, assigned)
    att = float(permutation.average(real, WINDOW, AFTER)[0])
    null = permutation.average(placebo, WINDOW, AFTER)
    half = permutation.critical(null)
    early = replace_window(design, EARLY)
    early_real, early_null = _real(early), permutation.paths(early, assigned)
    return replace(
        blank,
        att=att,
        low=att - half,
        high=att + half,
        p=permutation.p_value(att, null),
        detectable=permutation.detectable(null),
        event_study=_event_study(early_real, early_null),
        anticipation=_anticipation(early_real, early_null),
        size_check=size_check(design, world, att, null, placebo, AFTER, seed),
        checks=_checks(design),
        leave_one_out=_leave_one_out(design),
        by_designee=_by_designee(design, real),
        honest=_honest(early_real, early_null),
        settings={"draws": draws, "seed": seed, "after": AFTER, "against": WINDOW.base},
    )


def replace_window(design: Design, window: Window) -> Design:
    """Return the same events and pool with another window."""
    return Design(design.table, design.events, design.pool, window)


def _blank(world: World, name: str, dating: str, design: Design) -> Effect:
    one = outcome(name)
    used = {code for code, _ in design.events}
    left = {code: _why(design, code, year) for code, year in designations(world, dating) if code not in used}
    return Effect(
        outcome=name,
        says=one.says,
        unit=one.unit,
        log=one.log,
        n=len(design.events),
        designees=design.events,
        controls=len(design.pool),
        excluded=left,
        source=world.sources.get(one.indicator, ""),
        event=dating,
        own_facts=world.own,
    )


def _why(design: Design, code: str, year: int) -> str:
    if code not in design.table.units:
        return "no figures"
    first, last = design.table.times[0], design.table.times[-1]
    if year + 1 > last:
        return f"designated in {year}, figures end in {last}"
    return f"designated in {year}: fewer than two years with figures before or after ({first}-{last})"


def _event_study(real: Floats, placebo: Floats) -> tuple[YearEffect, ...]:
    line, nulls = permutation.by_year(real)[0], permutation.by_year(placebo)
    found = []
    for place, year in enumerate(range(EARLY.shown[0], EARLY.shown[1] + 1)):
        known = nulls[:, place][np.isfinite(nulls[:, place])]
        count = int(np.isfinite(real[0, :, place]).sum())
        if not count or not len(known):
            continue
        low, high = np.percentile(known, [2.5, 97.5])
        mean = float(line[place])
        found.append(YearEffect(year, mean, mean - float(high), mean - float(low), float(low), float(high), count))
    return tuple(found)


def _anticipation(real: Floats, placebo: Floats) -> dict[str, float]:
    """Return what moved in the two years before the event, against years -6 to -4."""
    mean = float(permutation.average(real, EARLY, RISE)[0])
    null = permutation.average(placebo, EARLY, RISE)
    half = permutation.critical(null)
    if not np.isfinite(mean):
        return {}
    return {"estimate": mean, "low": mean - half, "high": mean + half, "p": permutation.p_value(mean, null)}


def _checks(design: Design) -> dict[str, Any]:
    """Other estimators on the same cells: ours, diff-diff's two-stage, and Callaway-Sant'Anna."""
    table, first, rows = _windowed(design)
    own = did.impute(table, first)
    cohorts = group_time(table, first)
    found: dict[str, Any] = {
        "imputation": own.att,
        "callaway_santanna": {"att": cohorts.simple.effect, "se": cohorts.simple.standard_error},
    }
    from mnna.models.effects.library_check import two_stage

    found["two_stage_diff_diff"] = two_stage(rows, unit="unit", time="time", outcome="value", first_treated="first")
    return found


def _windowed(design: Design) -> tuple[Any, dict[str, float], list[dict[str, Any]]]:
    """Return the pool and the designees, these only in the base years and after."""
    from mnna.models.tidy import Grid

    first = {code: float(year) for code, year in design.events}
    table = design.table.only((*design.pool, *first))
    values = table.values.copy()
    for code, year in design.events:
        outside = ~design.window.columns(table.times, year, (design.window.base[0], AFTER[1]))
        values[table.position(code), outside] = np.nan
    kept = Grid(table.units, table.times, values)
    return kept, first, _rows(kept, first)


def _rows(table: Any, first: dict[str, float]) -> list[dict[str, Any]]:
    found = []
    for i, code in enumerate(table.units):
        for j, year in enumerate(table.times):
            if np.isfinite(table.values[i, j]):
                found.append({"unit": code, "time": year, "value": table.values[i, j], "first": first.get(code, 0.0)})
    return found


def _leave_one_out(design: Design) -> dict[str, float]:
    found = {}
    for out, _ in design.events:
        rest: Sequence[tuple[str, int]] = [one for one in design.events if one[0] != out]
        smaller = Design(design.table, tuple(rest), design.pool, design.window)
        found[out] = float(permutation.average(_real(smaller), WINDOW, AFTER)[0])
    return found


def _by_designee(design: Design, real: Floats) -> dict[str, float]:
    mean = permutation.means(real[0, :, AFTER[0] - WINDOW.shown[0] :])
    return {code: float(one) for (code, _), one in zip(design.events, mean, strict=True)}


def _honest(real: Floats, placebo: Floats) -> tuple[dict[str, float], ...]:
    """Rambachan and Roth's bounds on our event study against year -1, with the placebos' covariance."""
    from mnna.models.effects.library_check import honest_bounds

    line, nulls = permutation.by_year(real)[0], permutation.by_year(placebo)
    last = -EARLY.shown[0] - 1
    keep = [i for i in range(len(line)) if i != last and np.isfinite(line[i])]
    estimates, noise = line[keep] - line[last], (nulls - nulls[:, [last]])[:, keep]
    noise = noise[np.isfinite(noise).all(axis=1)]
    before = sum(i < last for i in keep)
    if not np.isfinite(estimates).all() or len(noise) < 100 or before < 2:
        return ()
    return tuple(honest_bounds(estimates, np.cov(noise.T), before))
