"""Placebo tests of a synthetic control: the same for every other unit, and the same at an earlier, false date."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import Any

from mnna.errors import BadQuestion
from mnna.models.synthetic_control import STARTS, Problem, SyntheticControl, earlier, solve
from mnna.models.tidy import as_object

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class PlaceboTest:
    """Every unit's fit as if it had been treated; `rank` is the treated one's by post/pre ratio (1 the largest) and
    `p` the share of units with a ratio at least as large, itself included."""

    treated: str
    fits: dict[str, SyntheticControl]

    @property
    def real(self) -> SyntheticControl:
        """The treated unit's own fit."""
        return self.fits[self.treated]

    @property
    def rank(self) -> int:
        """The treated unit's place by ratio."""
        return 1 + sum(one.ratio > self.real.ratio for one in self.fits.values())

    @property
    def p(self) -> float:
        """The placebo p value of the ratio."""
        return sum(one.ratio >= self.real.ratio for one in self.fits.values()) / len(self.fits)

    @property
    def p_gap(self) -> float:
        """The placebo p value of the mean absolute effect, which does not divide by the fit before.

        Where many donors are constant, their perfect fit makes ratios explode and the ratio's p worthless.
        """
        own = abs(self.real.effect)
        return sum(abs(one.effect) >= own for one in self.fits.values()) / len(self.fits)

    def close(self, times: float = 5.0) -> float:
        """The ratio's p value among units whose error before is at most `times` the treated one's."""
        kept = [one for one in self.fits.values() if one.pre_mspe <= times * self.real.pre_mspe]
        return sum(one.ratio >= self.real.ratio for one in kept) / len(kept)

    def to_dict(self) -> dict[str, Any]:
        """The test as a JSON object, each placebo by its ratio and effect."""
        order = sorted(self.fits.values(), key=lambda one: -one.ratio)
        placebos = [{"unit": one.treated, "ratio": one.ratio, "effect": one.effect, "gap": one.gap} for one in order]
        return as_object(
            {
                "treated": self.treated,
                "rank": self.rank,
                "of": len(self.fits),
                "p": self.p,
                "p_gap": self.p_gap,
                "p_close_fits": self.close(),
                "ratio": self.real.ratio,
                "placebos": placebos,
            }
        )


def placebo_test(
    task: Problem,
    treated: str,
    *,
    starts: int = STARTS,
    seed: int = 0,
    workers: int = 1,
    progress: Progress | None = None,
    units: Iterable[str] | None = None,
) -> PlaceboTest:
    """Fit every unit in turn as if treated (`units` restricts the placebos); the treated one is no placebo's donor.

    `progress(done, all)` is called after each fit. The answer is the same for any number of `workers`.
    """
    chosen = [one for one in task.units if one != treated and (units is None or one in set(units))]
    jobs = [(task, treated, starts, seed, ())] + [(task, one, starts, seed, (treated,)) for one in chosen]
    fits: dict[str, SyntheticControl] = {}
    for fitted in _run(jobs, workers):
        fits[fitted.treated] = fitted
        if progress is not None:
            progress(len(fits), len(jobs))
    return PlaceboTest(treated, fits)


def _run(jobs: list[tuple[Any, ...]], workers: int) -> Iterable[SyntheticControl]:
    if workers <= 1:
        yield from map(_job, jobs)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(_job, jobs)


def _job(job: tuple[Any, ...]) -> SyntheticControl:
    return solve(*job)


def in_time_placebo(task: Problem, treated: str, treated_from: int) -> SyntheticControl:
    """The fit at a false, earlier date, with nothing from the real one on; a good design shows no gap after it.

    Matches the outcomes before the false date. Raises `BadQuestion` where fewer than three years lie before it, or it
    is not earlier.
    """
    early = sum(year < treated_from for year in task.years)
    if not (treated_from < task.treated_from and early >= 3):
        raise BadQuestion(
            f"an in-time placebo at {treated_from}",
            f"it must be earlier than the real date, with three years before it (the real one is {task.treated_from})",
            (),
            "Name another year.",
        )
    return solve(earlier(task, treated_from), treated)
