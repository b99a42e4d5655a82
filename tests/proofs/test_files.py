"""A row of a file gets the answer of the single case, as does the SQL text: for all values, countries and days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from mnna.registry.load import Registry
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
