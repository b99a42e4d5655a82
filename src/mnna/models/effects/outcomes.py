"""Outcomes that designation may have changed, as grids, and the countries that designees are compared with."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import numpy as np

from mnna.errors import CannotAnswer, UnknownWord
from mnna.models.forecast.risk_set import check, events
from mnna.models.panel import World
from mnna.models.tidy import Floats, Grid, of_figures
from mnna.models.transforms import MILLION
from mnna.series.uses import Counted, OutcomeRow, Transform, outcomes, use

ON_MATRICES: Mapping[Transform, Callable[[Floats], Floats]] = {
    "plain": np.asarray,
    "log": np.log,
    "log1p": np.log1p,
    "asinh_million": lambda values: np.asarray(np.arcsinh(values / MILLION)),
}
"""The transforms of outcomes, on whole matrices; infinite or NaN where a transform is undefined."""


def outcome(name: str) -> OutcomeRow:
    """Return the outcome with the id `name`; raises `UnknownWord`, which lists the known ids."""
    if not isinstance(name, str) or name not in outcomes():
        raise UnknownWord(f"the outcome {name!r}", "there is no such outcome", tuple(outcomes()), "")
    return outcomes()[name]


def loaded(world: World) -> tuple[str, ...]:
    """Return the ids of the outcomes for which this world has figures."""
    return tuple(name for name, one in outcomes().items() if world.has(one.indicator))


def measured(world: World, one: OutcomeRow) -> Grid:
    """Return the transformed outcome as countries by years; raises `CannotAnswer` where no figures are loaded."""
    if not world.has(one.indicator):
        wrong = f"there are no figures for {one.indicator} here"
        raise CannotAnswer(f"the effect on {one.id}", wrong, loaded(world), use(one.indicator).bring)
    figures = world.figures[one.indicator]
    years = sorted({year for _, year in figures})
    table = of_figures(figures, sorted({code for code, _ in figures}), range(years[0], years[-1] + 1))
    with np.errstate(divide="ignore", invalid="ignore"):
        values = ON_MATRICES[one.transform](table.values)
    return Grid(table.units, table.times, np.where(np.isfinite(values), values, np.nan))


def never_designated(world: World, one: OutcomeRow, table: Grid) -> tuple[str, ...]:
    """Return the countries of the table that were never designated, treated as designated, or members of NATO.

    Designees are compared with these. Where the outcome's row sets `some`, only countries with a positive value count.
    """
    out = {*world.namings, *world.treated_as, *world.joined_nato}
    lively = np.nanmax(np.where(np.isfinite(table.values), table.values, -np.inf), axis=1) > 0
    return tuple(u for u, some in zip(table.units, lively, strict=True) if u not in out and (some or not one.some))


def designations(world: World, dating: str = "determined") -> tuple[tuple[str, int], ...]:
    """Return the President's designations since 1996, up to the world's day, as (country, year), oldest first."""
    found = [(day.year, code) for code, day in designation_days(world, dating).items()]
    return tuple((code, year) for year, code in sorted(found))


def designation_days(world: World, dating: str) -> dict[str, date]:
    """Return the day of each of the President's designations since 1996, up to the world's day, by country."""
    return {one.country: one.on for one in events(world, check(dating)) if one.tested and one.on <= world.on}


def exposure(day: date, counted: Counted) -> float:
    """Return the share of the period counted in the figure of the day's year that comes after the day (0 to 1).

    For a count on 30 September it is 0 or 1. For a sum over the calendar or the fiscal year it is a fraction.
    """
    if counted == "september":
        return float(day <= date(day.year, 9, 30))
    begins, ends = date(day.year, 1, 1), date(day.year, 12, 31)
    if counted == "fiscal":
        begins, ends = date(day.year - 1, 10, 1), date(day.year, 9, 30)
    return max(0, (ends - day).days) / ((ends - begins).days + 1)
