"""Measure how often the tests of `effects` are wrong, in simulated data with a known true effect.

Size: data without an effect, in which designees vary half as much as the others, as much, or twice as much. A test at
5% must reject in about 5% of them. Coverage: data in which trends differ by one step before the designation and by as
much every year after; a 95% confidence set that allows for it must contain the true effect in at least 95%.
"""

from __future__ import annotations

import numpy as np

from mnna.models.effects import parallel_trends, permutation
from mnna.models.effects.permutation import Design, Studentized, Window
from mnna.models.tidy import Floats, Grid, Ints

WORLDS, DRAWS, ALPHA = 1000, 199, 0.05
UNITS, YEARS, PERSISTENCE = 90, 38, 0.8
AFTER = (0, 5)
RATIOS = (0.5, 1.0, 2.0)
STEPS = (0.0, 0.02, 0.05, 0.1, 0.2)


def world(seed: int, ratio: float, designees: int) -> Design:
    """Return simulated data of persistent noise in which designees vary `ratio` times as much as the others."""
    shocks = np.random.default_rng(seed).normal(size=(UNITS, YEARS))
    shocks[:designees] *= ratio
    values = np.empty_like(shocks)
    values[:, 0] = shocks[:, 0]
    for year in range(1, YEARS):
        values[:, year] = PERSISTENCE * values[:, year - 1] + shocks[:, year]
    units = tuple(f"u{i}" for i in range(UNITS))
    years = np.linspace(1993, 2017, designees).astype(int)
    events = tuple((units[i], int(year)) for i, year in enumerate(years))
    return Design(Grid(units, tuple(range(1985, 1985 + YEARS)), values), events, units[designees:], Window())


def rejected(ratio: float, designees: int, worlds: int) -> tuple[float, float, float]:
    """Return the rejection rates without an effect, by the studentized test, by one on means, and by Student's t."""
    from scipy.stats import t as student

    hits = np.zeros(3)
    for seed in range(worlds):
        design = world(seed, ratio, designees)
        own, others = (_found(design, one) for one in (design.event_rows()[None], design.assignments(DRAWS, seed)))
        t, mean = float(own.t[0]), float(own.mean[0])
        hits += (
            permutation.p_value(t, others.t) <= ALPHA,
            permutation.p_value(mean, others.mean) <= ALPHA,
            2 * student.sf(abs(t), designees - 1) <= ALPHA,
        )
    found = hits / worlds
    return float(found[0]), float(found[1]), float(found[2])


def _found(design: Design, assigned: Ints) -> Studentized:
    return permutation.studentized(permutation.paths(design, assigned), design, AFTER)


def covered(step: float, worlds: int, relative: float = 1.0) -> float:
    """Return how often the confidence set for differing trends contains the true effect, with noise like UN votes."""
    before, after = 5, 6
    noise = _like_votes(before + after)
    root = np.linalg.cholesky(noise)
    truth = np.append(np.full(before, -step), step * relative * np.arange(1, after + 1))
    rng = np.random.default_rng(1)
    hits = [
        parallel_trends.covers(0.0, truth + root @ rng.normal(size=len(truth)), noise, before, relative)
        for _ in range(worlds)
    ]
    return float(np.mean(hits))


def _like_votes(size: int) -> Floats:
    """Return a covariance of gaps against year -1: persistent noise with the spread of the UN votes' gaps."""
    lag = np.abs(np.subtract.outer(np.arange(size + 1), np.arange(size + 1)))
    whole = 0.075**2 * PERSISTENCE**lag
    against = np.delete(np.eye(size + 1), 5, axis=0)
    against[:, 5] = -1.0
    return np.asarray(against @ whole @ against.T)


def main(small: bool = False) -> None:
    """Print size and coverage; `small` uses a hundred simulations."""
    worlds = 100 if small else WORLDS
    print(f"\nsize at {ALPHA:.0%}, {worlds} worlds each: the test, one of plain means, Student's t")
    for designees in (13, 3):
        for ratio in RATIOS:
            own, plain, student = rejected(ratio, designees, worlds)
            print(f"{designees} designees, {ratio:g} times as lively: {own:.1%}, {plain:.1%}, {student:.1%}")
    print(f"\ncoverage of the 95% set under trends that differ, {worlds} worlds each")
    for step in STEPS:
        print(f"true step {step:g}: {covered(step, worlds):.1%}")
