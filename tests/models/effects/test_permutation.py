"""The permutation test: right size where nothing happened, power where something did, and its own arithmetic."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from mnna.models.effects import did, permutation
from mnna.models.effects.effects import AFTER, WINDOW, effect_design
from mnna.models.effects.permutation import Design, Window
from mnna.models.panel import World
from mnna.models.tidy import Floats, Grid, Ints


def invented(seed: int, effect: float = 0.0, persistence: float = 0.8, ratio: float = 1.0) -> Design:
    """Ninety units by 38 years of persistent noise; thirteen of them treated, each in a year of its own.

    The treated move `ratio` times as much as the others.
    """
    rng = np.random.default_rng(seed)
    shocks = rng.normal(size=(90, 38))
    shocks[:13] *= ratio
    values = np.empty_like(shocks)
    values[:, 0] = shocks[:, 0]
    for year in range(1, 38):
        values[:, year] = persistence * values[:, year - 1] + shocks[:, year]
    events = tuple((f"u{i}", 1993 + 2 * i) for i in range(13))
    times = tuple(range(1985, 2023))
    for i, (_, year) in enumerate(events):
        values[i, [t >= year for t in times]] += effect
    units = tuple(f"u{i}" for i in range(90))
    return Design(Grid(units, times, values), events, units[13:], Window()).usable()


def t_of(design: Design, assigned: Ints) -> Floats:
    """The t value of each draw."""
    return permutation.studentized(permutation.paths(design, assigned), design, AFTER).t


def p_of(design: Design, draws: int = 199, seed: int = 0) -> float:
    """The p value of a design's real events."""
    real = t_of(design, design.event_rows()[None])[0]
    return permutation.p_value(float(real), t_of(design, design.assignments(draws, seed)))


@pytest.mark.parametrize("ratio", [0.5, 1.0, 2.0])
def test_false_positives_are_near_nominal_however_lively_the_treated_are(ratio: float) -> None:
    """A test of plain means rejects one in five at twice as lively, and never at half."""
    rejected = sum(p_of(invented(seed, ratio=ratio)) <= 0.05 for seed in range(60))
    assert 1 <= rejected <= 8  # binomial(60, .05): above once in a hundred times


@pytest.mark.parametrize("outcome", ["un_distance", "us_troops"])
def test_false_positives_are_near_nominal_on_placebo_events_in_real_data(world: World, outcome: str) -> None:
    design = effect_design(world, outcome)
    null, fresh = (t_of(design, design.assignments(draws, draws)) for draws in (999, 300))
    rejected = np.mean([permutation.p_value(float(one), null) <= 0.05 for one in fresh])
    assert 0.015 <= rejected <= 0.095


def test_a_large_effect_is_found() -> None:
    assert p_of(invented(3, effect=3.0)) <= 0.01


def test_the_engine_is_the_imputation_estimator() -> None:
    """One stacked solve gives what the plain estimator gives on the same cells."""
    design = invented(5)
    first = {unit: float(year) for unit, year in design.events}
    values = design.table.values.copy()
    for unit, year in design.events:
        row = design.table.position(unit)
        values[row, ~design.columns(year, (WINDOW.base[0], AFTER[1]))] = np.nan
    plain = did.impute(Grid(design.table.units, design.table.times, values), first, "unit")
    stacked = permutation.paths(design, design.event_rows()[None])
    assert permutation.studentized(stacked, design, AFTER).mean[0] == pytest.approx(plain.att, abs=1e-9)


def test_no_unit_plays_two_parts_and_seeds_repeat() -> None:
    design = invented(1)
    draws = design.assignments(50, 7)
    assert all(len(set(row)) == len(row) for row in draws)
    assert set(draws.ravel()) <= set(design.pool_rows())
    assert np.array_equal(draws, design.assignments(50, 7))
    assert not np.array_equal(draws, design.assignments(50, 8))


def test_the_confidence_set_is_what_the_test_does_not_reject() -> None:
    null = np.random.default_rng(0).normal(size=999)
    edge = permutation.critical(null)
    assert permutation.p_value(edge, null) > 0.05 >= permutation.p_value(edge + 1e-9, null)
    assert permutation.critical(null[:10]) == float("inf")  # ten draws can never reject at 5 %


def test_a_detectable_effect_is_found_four_times_in_five() -> None:
    null = permutation.over_events(np.random.default_rng(0).normal(size=(4999, 40)))
    size = permutation.detectable(1.0, null)
    assert size == pytest.approx(2.85, abs=0.1)  # 1.96 + .84 standard errors, a little more for 39 degrees of freedom
    found = np.abs((null.mean + size * np.median(null.error)) / null.error) >= permutation.critical(null.t)
    assert found.mean() == pytest.approx(0.8, abs=0.01)
    assert permutation.detectable(2.0, null) == pytest.approx(2 * size)


def test_the_error_is_over_the_events_that_have_a_figure() -> None:
    found = permutation.over_events(np.array([[1.0, 3.0, np.nan], [2.0, np.nan, np.nan]]))
    assert found.mean.tolist() == [2.0, 2.0] and found.error[0] == pytest.approx(1.0)
    assert np.isnan(found.error[1]) and np.isnan(found.t[1])


def test_the_events_own_year_counts_by_its_exposure() -> None:
    design = replace(invented(2), exposure={"u0": 0.0, "u1": 0.25})
    gaps = permutation.paths(design, design.event_rows()[None])
    after = gaps[0, :, -design.window.shown[0] :]
    found = permutation.per_event(gaps, design, AFTER)[0]
    assert found[0] == pytest.approx(after[0, 1:].mean())
    assert found[1] == pytest.approx((0.25 * after[1, 0] + after[1, 1:].sum()) / 5.25)
    assert found[2] == pytest.approx(after[2].mean())


def test_no_year_is_compared_with_one_beyond_a_break() -> None:
    """u5 is treated in 2003: with a break in 2006 only 2003 to 2005 are left, with one in 2004 too few."""
    design = replace(invented(4), breaks=(2006,)).usable()
    values = design.table.values.copy()
    values[5, [t >= 2006 for t in design.table.times]] += 100.0
    raised = replace(design, table=replace(design.table, values=values))
    rows = design.event_rows()[None]
    assert np.array_equal(permutation.paths(raised, rows)[0, 5], permutation.paths(design, rows)[0, 5], equal_nan=True)
    assert "u5" not in dict(replace(design, breaks=(2004,)).usable().events)


def test_holm() -> None:
    assert permutation.holm({"a": 0.01, "b": 0.04, "c": 0.03}) == pytest.approx({"a": 0.03, "c": 0.06, "b": 0.06})
