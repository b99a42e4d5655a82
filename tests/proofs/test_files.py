"""A row of a file gets the answer of the single case, as does the SQL text: for all values, countries and days."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import timedelta
from random import Random
from typing import Any

import pytest

from mnna.registry.load import Registry
from mnna.rules.nodes import Kind, Value
from mnna.screening.breakpoints import STEP, Axis, axes, patterns, representative
from mnna.screening.columns import all_fields, all_worked_out
from mnna.screening.grid import Grid
from tests.proofs.claims import Refuted
from tests.proofs.command import command
from tests.proofs.files import Place, Row


@pytest.fixture(scope="module")
def rows(grounds: list[Place]) -> list[Row]:
    return [Row(place) for place in grounds]


def refuted(rows: list[Row], claim: Callable[[Row], Refuted | None], registry: Registry) -> list[str]:
    """The commands of the rows of which a claim does not hold, at most five."""
    found = ((row.place, at) for row in rows if (at := claim(row)) is not None)
    return [command(place.law, at, registry, place.country) for place, at in list(found)[:5]]


def test_what_a_rule_leaves_on_a_ground_gives_the_answer_of_the_rule(rows: list[Row], registry: Registry) -> None:
    assert len(rows) > 30 and refuted(rows, Row.partial_differs, registry) == []


def test_the_answer_table_gives_the_answer_of_the_rule(rows: list[Row], registry: Registry) -> None:
    assert refuted(rows, Row.table_differs, registry) == []


def test_the_table_asks_about_the_case_that_the_proof_lets_stand_in(grounds: list[Place]) -> None:
    """For a value at every turn of every axis, just below it, and unknown."""
    fields = {name: field for name, (field, _) in all_fields().items()} | dict(all_worked_out())
    shared = axes([place.residue for place in grounds], fields, fields)
    rng = Random(1)
    for residue in [place.residue for place in grounds]:
        for _ in range(20):
            row = {axis: rng.choice(_values(axis)) for axis in shared}
            digits = {axis: axis.digits(residue.bounds.get(axis.field, ()))[_place(axis, row[axis])] for axis in shared}
            pattern = sum(axis.weight * digit for axis, digit in digits.items())
            stands_in = {axis.field: _stands_in(axis, residue.bounds.get(axis.field, ()), row[axis]) for axis in shared}
            told = {name: value for name, value in stands_in.items() if value is not None}
            assert representative(residue, shared, pattern) == told and pattern < patterns(shared)


def _values(axis: Axis) -> list[Value | None]:
    if axis.kind in (Kind.TRUTH, Kind.TEXT):
        return [*(axis.domain or (False, True)), None]
    turns: list[Any] = list(axis.turns)
    return [*turns, *(turn - STEP[axis.kind] for turn in turns), None]


def _place(axis: Axis, value: Any) -> int:
    """Where the SQL places a value on an axis."""
    if value is None:
        return axis.places - 1
    words = axis.kind in (Kind.TRUTH, Kind.TEXT)
    return _values(axis).index(value) if words else bisect_right(axis.turns, value)


def _stands_in(axis: Axis, bounds: Sequence[Any], value: Any) -> Any:
    if value is None or not bounds or axis.kind in (Kind.TRUTH, Kind.TEXT):
        return value if bounds else None
    return max((bound for bound in bounds if bound <= value), default=bounds[0] - STEP[axis.kind])


def test_the_sql_text_gives_the_answer_of_the_rule(rows: list[Row], registry: Registry) -> None:
    assert refuted(rows, Row.sql_differs, registry) == []


def test_no_status_changes_within_a_ground(grid: Grid, registry: Registry) -> None:
    """Where a stretch of days ends and in its middle, the country holds the statuses that it holds on its first day."""
    for stretch in grid.stretches[:: max(1, len(grid.stretches) // 3000)]:
        if stretch.first == 0 or stretch.end > len(grid.cuts):
            continue
        country, last = grid.countries[stretch.country], grid.cuts[stretch.end - 1] - timedelta(days=1)
        middle = stretch.on + (last - stretch.on) / 2
        for status in grid.statuses[stretch.residue]:
            held = {registry.holds(country, status, on) for on in (stretch.on, middle, last)}
            assert len(held) == 1, (country, status, stretch.on, last)
