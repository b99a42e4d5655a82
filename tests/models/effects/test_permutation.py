"""The permutation test: right size where nothing happened, power where something did, and its own arithmetic."""

from __future__ import annotations

import numpy as np
import pytest

from mnna.models.effects import did, permutation
from mnna.models.effects.effects import AFTER, WINDOW, effect_design
from mnna.models.effects.permutation import Design, Window
from mnna.models.panel import World
from mnna.models.tidy import Grid


def invented(seed: int, effect: float = 0.0, persistence: float = 0.8) -> Design:
    """Ninety units by 38 years of persistent noise; thirteen of them treated, each in a year of its own."""
    rng = np.random.default_rng(seed)
    shocks = rng.normal(size=(90, 38))
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


def p_of(design: Design, draws: int = 199, seed: int = 0) -> float:
    """The p value of a design's real events."""
    real = permutation.average(permutation.paths(design, design.event_rows()[None]), WINDOW, AFTER)[0]
    placebo = permutation.average(permutation.paths(design, design.assignments(draws, seed)), WINDOW, AFTER)
    return permutation.p_value(float(real), placebo)


def test_false_positives_are_near_nominal_on_invented_data() -> None:
    rejected = sum(p_of(invented(seed)) <= 0.05 for seed in range(120))
    assert 1 <= rejected <= 13  # binomial(120, .05): outside once in two hundred times


@pytest.mark.parametrize("outcome", ["un_distance", "us_troops"])
def test_false_positives_are_near_nominal_on_placebo_events_in_real_data(world: World, outcome: str) -> None:
    design = effect_design(world, outcome)
    null = permutation.average(permutation.paths(design, design.assignments(999, 1)), WINDOW, AFTER)
    fresh = permutation.average(permutation.paths(design, design.assignments(300, 2)), WINDOW, AFTER)
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
        values[row, ~design.window.columns(design.table.times, year, (WINDOW.base[0], AFTER[1]))] = np.nan
    plain = did.impute(Grid(design.table.units, design.table.times, values), first, "unit")
    stacked = permutation.paths(design, design.event_rows()[None])
    assert permutation.average(stacked, WINDOW, AFTER)[0] == pytest.approx(plain.att, abs=1e-9)


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
    null = np.random.default_rng(0).normal(size=4999)
    size = permutation.detectable(null)
    assert size == pytest.approx(2.8, abs=0.1)  # 1.96 + .84
    assert np.mean(np.abs(null + size) >= permutation.critical(null)) == pytest.approx(0.8, abs=0.01)


def test_holm() -> None:
    assert permutation.holm({"a": 0.01, "b": 0.04, "c": 0.03}) == pytest.approx({"a": 0.03, "c": 0.06, "b": 0.06})
