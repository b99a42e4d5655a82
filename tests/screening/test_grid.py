"""Country and day turned into stretches: they cover all of time once, and meet where law or status changes."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from mnna.registry.load import Registry
from mnna.registry.readings import reading_of
from mnna.screening.grid import Grid, build
from mnna.statutes import catalog

FMS = catalog.case_law("fms")


@pytest.fixture(scope="module")
def grid(registry: Registry) -> Grid:
    return build(["KOR", "MEX"], [FMS, catalog.case_law("lease")], registry, False)


def test_each_country_and_channel_has_every_segment_once(grid: Grid) -> None:
    keys = [
        grid.key(stretch.country, stretch.channel, segment)
        for stretch in grid.stretches
        for segment in range(stretch.first, stretch.end)
    ]
    assert sorted(keys) == list(range(2 * 2 * grid.segments))
    assert grid.segments == len(grid.cuts) + 1 and list(grid.cuts) == sorted(set(grid.cuts))


def test_stretches_meet_where_the_country_gets_a_status(grid: Grid) -> None:
    named = date(2008, 10, 15)
    assert named in grid.cuts
    mine = [s for s in grid.stretches if (grid.countries[s.country], grid.laws[s.channel]) == ("KOR", FMS)]
    (at,) = [later for _, later in pairwise(mine) if later.on == named]
    (before,) = [earlier for earlier, later in pairwise(mine) if later is at]
    assert before.residue != at.residue and before.end == at.first == grid.cuts.index(named) + 1


def test_the_first_stretch_lies_before_the_law(grid: Grid) -> None:
    first = grid.stretches[0]
    assert first.first == 0 and first.on == FMS.provisions[0].since - timedelta(days=1)
    assert grid.residues[first.residue].provision is None


def test_finer_cuts_move_stretches_and_leave_them_whole(grid: Grid) -> None:
    finer = tuple(sorted({*grid.cuts, date(2030, 1, 1)}))
    moved = grid.over(finer)
    assert grid.over(grid.cuts) is grid and moved.segments == grid.segments + 1
    assert [s.on for s in moved.stretches] == [s.on for s in grid.stretches]
    for stretch in moved.stretches:
        assert stretch.first == 0 or finer[stretch.first - 1] == stretch.on
    assert {s.end for s in moved.stretches if s.end == moved.segments}


def test_the_answer_turns_past_the_budget_and_the_whole_answer_also_after_the_day_of_the_text(
    registry: Registry,
) -> None:
    text = reading_of(FMS.provisions[-1].source)
    assert text is not None
    after, past = text.text_as_of + timedelta(days=1), text.trusted_to + timedelta(days=1)
    assert {after, past} <= set(build(["MEX"], [FMS], registry, True).cuts)
    assert past in build(["MEX"], [FMS], registry, False).cuts
    assert after not in build(["MEX"], [FMS], registry, False).cuts


def test_nothing_asked_is_an_empty_grid(registry: Registry) -> None:
    empty = build((), (), registry, False)
    assert empty.stretches == empty.cuts == () and empty.segments == 1
