"""`effects`: the estimated effect of designation on an outcome, and the smallest effect that would be detected."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np

from mnna.models.effects import did, parallel_trends, permutation
from mnna.models.effects.callaway_santanna import group_time
from mnna.models.effects.effect import Effect, YearEffect
from mnna.models.effects.in_words import limits, reading
from mnna.models.effects.outcomes import (
    designation_days,
    designations,
    exposure,
    loaded,
    measured,
    never_designated,
    outcome,
)
from mnna.models.effects.permutation import Design, Studentized, Window
from mnna.models.forecast import risk_set
from mnna.models.forecast.declared_rule import leading
from mnna.models.forecast.features import known_before
from mnna.models.panel import World
from mnna.models.tidy import Floats, Ints

DRAWS = 1999
SEED = 517
NOMINAL = 0.05
CHECK_DRAWS, ALIKE_DRAWS = 400, 499
ALIKE = 1 / 3  # share of the pool that counts as lookalikes: the countries with most US troops the year before
FEWEST = 3
AFTER = (0, 5)
RISE = (-2, -1)
WINDOW = Window((-5, -1), (-6, 5))
EARLY = Window((-6, -4), (-6, 5))


def effects(
    name: str, *, event: str = "determined", draws: int | None = None, seed: int | None = None, world: World
) -> Effect:
    """Return what designation changed in an outcome, as `models.api.effects`, with permutation inference.

    With fewer than three usable designations the estimate is None and `reading` says why.
    """
    outcome(name)
    dating = risk_set.check(event)
    drawn = draws or DRAWS, SEED if seed is None else seed
    found = _single(world, name, dating, *drawn)
    others = {one: _quick_p(world, one, dating, *drawn) for one in loaded(world) if one != name}
    p_values = {**others, name: found.p}
    adjusted = permutation.holm({one: p for one, p in p_values.items() if p is not None})
    held = replace(found, p_holm=adjusted.get(name))
    asked = (held, world, outcome(name))
    return replace(held, reading=reading(*asked), limits=limits(*asked))


def effect_design(world: World, name: str, dating: str = "determined") -> Design:
    """Return an outcome's grid, its usable designations and the countries never designated, for `permutation`."""
    one = outcome(name)
    table = measured(world, one)
    pool = never_designated(world, one, table)
    known = [(code, year) for code, year in designations(world, dating) if code in table.units]
    shares = {code: exposure(day, one.counted) for code, day in designation_days(world, dating).items()}
    return Design(table, tuple(known), pool, WINDOW, one.breaks, shares).usable()


def _real(design: Design) -> Floats:
    return permutation.paths(design, design.event_rows()[None, :])


def _tested(design: Design, assigned: Ints, span: tuple[int, int]) -> tuple[Floats, Studentized, Floats, Studentized]:
    """Return the real gaps, their mean and error in a span of years, the placebos' gaps, and their mean and error."""
    real, placebo = _real(design), permutation.paths(design, assigned)
    own, others = (permutation.studentized(one, design, span) for one in (real, placebo))
    return real, own, placebo, others


@lru_cache(maxsize=32)
def _quick_p(world: World, name: str, dating: str, draws: int, seed: int) -> float | None:
    design = effect_design(world, name, dating)
    if len(design.events) < FEWEST:
        return None
    _, own, _, others = _tested(design, design.assignments(draws, seed), AFTER)
    return permutation.p_value(float(own.t[0]), others.t)


@lru_cache(maxsize=32)
def _single(world: World, name: str, dating: str, draws: int, seed: int) -> Effect:
    design = effect_design(world, name, dating)
    blank = _blank(world, name, dating, design)
    if len(design.events) < FEWEST:
        return blank
    assigned = design.assignments(draws, seed)
    real, own, placebo, others = _tested(design, assigned, AFTER)
    found, mean = _estimate(own, others), permutation.per_event(real, design, AFTER)[0]
    error, t = float(own.error[0]), float(own.t[0])
    early_real, rise, early_null, rises = _tested(replace(design, window=EARLY), assigned, RISE)
    early = _estimate(rise, rises)  # the change in the two years before, against years -6 to -4
    return replace(
        blank,
        att=found["estimate"],
        low=found["low"],
        high=found["high"],
        standard_error=error,
        p=found["p"],
        p_plain_mean=permutation.p_value(found["estimate"], others.mean),
        detectable=permutation.detectable(error, others),
        event_study=_event_study(early_real, early_null),
        anticipation=early if np.isfinite([early["estimate"], early["high"]]).all() else {},
        size_check=size_check(design, world, t, others.t, placebo, AFTER, seed),
        checks=_checks(design),
        leave_one_out=_leave_one_out(design),
        by_designee={code: float(one) for (code, _), one in zip(design.events, mean, strict=True)},
        honest=_honest(early_real, early_null),
        settings={"draws": draws, "seed": seed, "after": AFTER, "against": WINDOW.base},
    )


def _estimate(own: Studentized, others: Studentized) -> dict[str, float]:
    """Return a mean as `estimate`, with its permutation interval (`low`, `high`) and its `p` value."""
    mean, half = float(own.mean[0]), permutation.critical(others.t) * float(own.error[0])
    p = permutation.p_value(float(own.t[0]), others.t)
    return {"estimate": mean, "low": mean - half, "high": mean + half, "p": p}


def _blank(world: World, name: str, dating: str, design: Design) -> Effect:
    """Return the answer without an estimate: the outcome, the designees used and excluded, and the source."""
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
        exposure={code: design.exposure[code] for code, _ in design.events},
        event=dating,
        own_facts=world.own,
    )


def _why(design: Design, code: str, year: int) -> str:
    """Return why a designee of `year` is excluded from the estimate."""
    if code not in design.table.units:
        return "no figures"
    first, last, times = design.table.times[0], design.table.times[-1], np.array(design.table.times)
    if year + 1 > last:
        return f"designated in {year}, figures end in {last}"
    for first_after in design.breaks:
        seen_beyond = np.isfinite(design.table.row(code)[times >= first_after]).any()
        if year < first_after <= year + AFTER[1] and seen_beyond:
            how = f"the source counts differently from {first_after} on"
            return f"designated in {year}: too few figures after it before {first_after}, and {how}"
    return f"designated in {year}: fewer than two years with figures before or after ({first}-{last})"


def _event_study(real: Floats, placebo: Floats) -> tuple[YearEffect, ...]:
    found = []
    for place, year in enumerate(range(EARLY.shown[0], EARLY.shown[1] + 1)):
        own, others = permutation.over_events(real[:, :, place]), permutation.over_events(placebo[:, :, place])
        count = int(np.isfinite(real[0, :, place]).sum())
        if count >= FEWEST and np.isfinite(others.t).any():
            one = _estimate(own, others)
            low, high = np.percentile(others.mean[np.isfinite(others.mean)], [2.5, 97.5])
            found.append(YearEffect(year, one["estimate"], one["low"], one["high"], float(low), float(high), count))
    return tuple(found)


def _checks(design: Design) -> dict[str, Any]:
    """Return other estimators' results on the same cells: imputation, diff-diff's two-stage, and Callaway-Sant'Anna."""
    from mnna.models.effects.library_check import two_stage_of

    first = {code: float(year) for code, year in design.events}
    table = design.table.only((*design.pool, *first))
    for code, year in design.events:  # keep all years of the pool, but of designees only the base years and later
        outside = ~design.columns(year, (design.window.base[0], AFTER[1]))
        table.values[table.position(code), outside] = np.nan
    cohorts = group_time(table, first).simple
    return {
        "imputation": did.impute(table, first).att,
        "callaway_santanna": {"att": cohorts.effect, "se": cohorts.standard_error},
        "two_stage_diff_diff": two_stage_of(table, first),
    }


def _leave_one_out(design: Design) -> dict[str, float]:
    found = {}
    for out in design.events:
        smaller = replace(design, events=tuple(one for one in design.events if one != out))
        found[out[0]] = float(permutation.studentized(_real(smaller), smaller, AFTER).mean[0])
    return found


def _honest(real: Floats, placebo: Floats) -> tuple[dict[str, float], ...]:
    """Return Rambachan and Roth's bounds from our event study against year -1; empty where data are too few.

    The covariance is that of the placebos, scaled by how much more or less the designees vary from event to event.
    """
    line, nulls = permutation.by_year(real)[0], permutation.by_year(placebo)
    last = -EARLY.shown[0] - 1
    keep = [i for i in range(len(line)) if i != last and np.isfinite(line[i])]
    estimates, noise = line[keep] - line[last], (nulls - nulls[:, [last]])[:, keep]
    noise = noise[np.isfinite(noise).all(axis=1)]
    before = sum(i < last for i in keep)
    ratio = _livelier(real - real[:, :, [last]], placebo - placebo[:, :, [last]])
    if not np.isfinite([*estimates, ratio]).all() or len(noise) < 100 or before < 2:
        return ()
    return tuple(parallel_trends.bounds(estimates, ratio**2 * np.cov(noise.T), before))


def _livelier(real: Floats, placebo: Floats) -> float:
    """Return the spread of the real events around their mean path, divided by the median spread of the placebos."""

    def stray(gaps: Floats) -> Floats:
        errors = permutation.over_events(np.swapaxes(gaps, 1, 2)).error
        return np.sqrt(permutation.means(errors**2))

    own, others = stray(real)[0], stray(placebo)
    return float(own / np.nanmedian(others)) if np.isfinite(others).any() else float("nan")


def size_check(
    design: Design, world: World, t: float, null: Floats, placebo: Floats, after: tuple[int, int], seed: int
) -> dict[str, Any]:
    """Return how often the test rejects when nothing happened, in the pool and among lookalikes.

    Placebo events anywhere in the pool must be rejected at the nominal rate, or the arithmetic is wrong. The harder
    question is whether designees resemble the pool at all, since they had more US troops than most countries. So
    placebo events are also assigned to never-designated countries that had many US troops the year before.

    `t` is the real estimate divided by its standard error, `null` the placebos' t values, `placebo` their gaps. In the
    result, `rejected` is the share of placebo draws that the test rejects, and `t_test_rejected` the share that
    Student's t test rejects. `spread_ratio` is how much designees varied before the event, divided by how much the pool
    did; the test allows for it. `lookalikes` is the check among countries that resemble the designees.
    """
    from scipy.stats import t as students

    fresh = permutation.paths(design, design.assignments(CHECK_DRAWS, seed + 1))
    values = permutation.studentized(fresh, design, after).t
    return {
        "nominal": NOMINAL,
        "rejected": _rejected(values, null),
        "draws": CHECK_DRAWS,
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
    own = _real(design)[0, :, before]
    theirs = placebo[:200, :, before]
    return float(np.nanstd(own) / np.nanstd(theirs)) if np.nanstd(theirs) > 0 else float("nan")
