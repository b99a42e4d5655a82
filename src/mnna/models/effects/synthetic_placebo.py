"""Placebo tests of a synthetic control: every other unit as if treated, and the treated unit at a false date."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from mnna.errors import BadFacts, BadQuestion
from mnna.models.effects.synthetic_control import (
    STARTS,
    Predictor,
    Problem,
    SyntheticControl,
    averaged,
    solve,
    standardized,
)
from mnna.models.tidy import Unit, label
from mnna.with_parent import end_with_parent

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class PlaceboTest:
    """Every unit's fit as if it had been treated.

    `rank` and `p` use the ratio of the misfit after treatment to the misfit before. An exact fit before (of a constant,
    or with too many donors for too few years) has no finite ratio; such units are left out and listed in `exact`. Where
    the treated unit's own fit is exact, `rank` is None and `p` is NaN, and only the sizes of the gaps can be compared.
    """

    treated: str
    fits: dict[str, SyntheticControl]

    @property
    def real(self) -> SyntheticControl:
        """The fit of the unit that was really treated."""
        return self.fits[self.treated]

    @property
    def ratios(self) -> dict[str, float]:
        """The ratio of every unit whose fit before is not exact, largest first."""
        found = {name: one.ratio for name, one in self.fits.items() if not one.exact}
        return dict(sorted(found.items(), key=lambda one: (-one[1], one[0])))

    @property
    def exact(self) -> tuple[str, ...]:
        """The units whose fit before is exact."""
        return tuple(name for name, one in self.fits.items() if one.exact)

    @property
    def rank(self) -> int | None:
        """The treated unit's rank by ratio, 1 the largest; None for an exact fit."""
        if self.real.exact:
            return None
        return 1 + sum(one > self.real.ratio for one in self.ratios.values())

    @property
    def p(self) -> float:
        """The share of units, the treated one included, whose ratio is at least as large as the treated one's."""
        return self._share(self.ratios)

    def close(self, times: float = 5.0) -> float:
        """Return `p` among only the units whose mean squared gap before is at most `times` the treated unit's."""
        limit = times * self.real.pre_mspe
        return self._share({name: one for name, one in self.ratios.items() if self.fits[name].pre_mspe <= limit})

    def _share(self, ratios: dict[str, float]) -> float:
        if self.real.exact:
            return float("nan")
        return sum(one >= self.real.ratio for one in ratios.values()) / len(ratios)

    @property
    def p_gap(self) -> float:
        """The share of units whose mean gap is at least as large as the treated unit's; it does not use the fit before.

        Other units whose outcome was constant before treatment are left out (zeros stay zeros).
        """
        before = self.real.before
        moved = [one for name, one in self.fits.items() if name == self.treated or np.ptp(one.path[before]) > 0]
        return sum(abs(one.effect) >= abs(self.real.effect) for one in moved) / len(moved)


def placebo_test(
    task: Problem,
    treated: Unit,
    *,
    starts: int = STARTS,
    seed: int = 0,
    workers: int = 1,
    progress: Progress | None = None,
    units: Iterable[Unit] | None = None,
) -> PlaceboTest:
    """Return the fit of every unit as if it had been treated; the treated unit is not a donor of the placebos.

    `units` restricts the placebos. `progress(done, all)` is called after each fit. The number of `workers` (processes)
    does not change the answer.
    """
    treated, wanted = label(treated), None if units is None else {label(one) for one in units}
    chosen = [one for one in task.units if one != treated and (wanted is None or one in wanted)]
    jobs = [(task, treated, starts, seed, ())] + [(task, one, starts, seed, (treated,)) for one in chosen]
    fits: dict[str, SyntheticControl] = {}
    for fitted in _run(jobs, workers):
        fits[fitted.treated] = fitted
        if progress is not None:
            progress(len(fits), len(jobs))
    return PlaceboTest(treated, fits)


def _run(jobs: list[tuple[Any, ...]], workers: int) -> Iterable[SyntheticControl]:
    """Yield `solve(*job)` for each job, in order, in other processes if `workers` is above 1."""
    if workers <= 1:
        yield from map(solve, *zip(*jobs, strict=True))
        return
    with ProcessPoolExecutor(workers, initializer=end_with_parent) as pool:
        yield from pool.map(solve, *zip(*jobs, strict=True))


def in_time_placebo(task: Problem, treated: Unit, treated_from: int) -> SyntheticControl:
    """Return the fit at a false, earlier date, without the years from the real date on; a good design shows no gap.

    The fit matches the outcomes before the false date, or the predictors over their years before it. Raises
    `BadQuestion` where the false date is not earlier or fewer than three years come before it, and `BadFacts` where a
    predictor has no year before it.
    """
    early = sum(year < treated_from for year in task.years)
    if not (treated_from < task.treated_from and early >= 3):
        wrong = "it must be earlier than the real date, with three years before it"
        wrong = f"{wrong} (the real one is {task.treated_from})"
        raise BadQuestion(f"an in-time placebo at {treated_from}", wrong, (), "Name another year.")
    return solve(earlier(task, treated_from), treated)


def earlier(task: Problem, treated_from: int) -> Problem:
    """Return the problem as if treatment had begun earlier, without the years from the real treatment on.

    Predictors keep only their years before the earlier date. Raises `BadFacts` where a predictor has no year left.
    """
    keep = [i for i, year in enumerate(task.years) if year < task.treated_from]
    early = [i for i in keep if task.years[i] < treated_from]
    shorter = replace(
        task,
        years=tuple(task.years[i] for i in keep),
        outcome=task.outcome[:, keep],
        matched=tuple(i for i in early if not task.built or i in task.matched) or tuple(early),
        treated_from=treated_from,
    )
    if not task.built:
        names, matched = tuple(task.predictors[i] for i in early), task.outcome[:, early]
        return replace(shorter, predictors=names, standardized=matched, raw=matched, fixed_v=np.ones(len(early)))
    built = tuple((_before(one, treated_from), found) for one, found in task.built)
    raw = np.column_stack([averaged(one, found, treated_from - 1) for one, found in built])
    names = tuple(one.name for one, _ in built)
    for unit, column in np.argwhere(~np.isfinite(raw)):
        wrong = f"{task.units[unit]} has no figure of it before {treated_from}"
        raise BadFacts(f"the predictor {names[column]}", wrong, (), "Build the problem anew, without that unit.")
    return replace(shorter, predictors=names, standardized=standardized(raw), raw=raw, built=built)


def _before(one: Predictor, year: int) -> Predictor:
    kept = tuple(y for y in one.years if y < year)
    if not kept:
        do = "Build the problem anew with earlier years, or choose a later false date."
        raise BadFacts(f"the predictor {one.name}", f"it has no year before {year}", (), do)
    return replace(one, years=kept)
