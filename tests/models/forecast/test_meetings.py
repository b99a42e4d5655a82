"""Meetings of leaders: what counts on a day, and how often one came with an announcement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mnna.models.forecast.forecast_sets import History
from mnna.models.forecast.meetings import KINDS, _counted, _windows, calendar, covered
from mnna.models.panel import Meeting, World, load_world
from mnna.series.meetings import covered as through


def recent(world: World, country: str, day: date) -> int:
    return _counted(world, country, _windows(day))


def test_only_meetings_begun_before_the_day_and_within_the_years_count(world: World) -> None:
    day = date(2019, 3, 19)
    listed = (
        Meeting(date(2017, 3, 18), "leader"),  # too old by a day
        Meeting(date(2017, 3, 19), "leader"),
        Meeting(date(2016, 3, 19), "president"),
        Meeting(date(2016, 3, 19), "secretary"),  # counts two years only
        Meeting(date(2019, 3, 18), "secretary"),
        Meeting(day, "leader"),  # the day itself is not known the day before
    )
    invented = replace(world, meetings={"BRA": listed})
    assert recent(invented, "BRA", day) == 3 and recent(invented, "PER", day) == 0


def test_after_the_lists_end_the_last_full_count_stands(world: World) -> None:
    last = max(through(kind) for kind in KINDS) + timedelta(days=1)
    assert recent(world, "IND", last) == recent(world, "IND", date(2026, 11, 24)) > 0


def test_the_lists_are_those_of_the_historian(world: World) -> None:
    kinds = {
        kind: [one.on for listed in world.meetings.values() for one in listed if one.kind == kind] for kind in KINDS
    }
    assert all(max(found) == through(kind) for kind, found in kinds.items())
    assert {kind: len(found) for kind, found in kinds.items()} == {"leader": 2385, "president": 566, "secretary": 2521}
    assert Meeting(date(2019, 3, 17), "leader") in world.meetings["BRA"]  # named on its last day
    assert not any(one.on == date(2022, 3, 10) for one in world.meetings["COL"])  # missing in the source


def test_no_later_meeting_is_in_the_world_of_a_day() -> None:
    early = load_world(on=date(2010, 1, 1))
    assert max(one.on for listed in early.meetings.values() for one in listed) <= date(2010, 1, 1)


def test_a_meeting_on_the_calendar(past: History) -> None:
    found = calendar(past)
    assert (found.announced, found.of, found.through) == (10, 14, covered())  # those to 2024
    assert 1500 < found.meetings < 2100 and f"about 1 in {round(found.meetings / 10)}" in found.says
