"""The first and the last day of a span of time belong to it, at every word that takes one and for every kind of row."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mnna.answers.changes import ChangesAnswer, changes
from mnna.answers.notices import notices
from mnna.answers.timeline import timeline

FIRST, LAST = date(1987, 1, 1), date(2026, 11, 24)


def days_of(answer: ChangesAnswer) -> list[date]:
    """The first and the last day of each kind of change, which differ in how they are found."""
    kinds: dict[str, list[date]] = {}
    for row in answer.changes:
        kinds.setdefault(row.kind, []).append(row.on)
    return sorted({end for days in kinds.values() for end in (min(days), max(days))})


@pytest.mark.parametrize("country", [None, "COL", "TWN"])
def test_the_changes_of_a_day_are_those_of_all_time_on_that_day(country: str | None) -> None:
    whole = changes(country, since=FIRST, until=LAST)
    for day in days_of(whole):
        found = changes(country, since=day, until=day).changes
        assert sorted(map(str, found)) == sorted(str(row) for row in whole.changes if row.on == day), day


def test_the_notices_of_a_day_are_those_of_all_time_on_that_day() -> None:
    dated = [row.notified_on for row in notices("ISR").notices if row.notified_on]
    for day in (min(dated), max(dated)):
        found = [row.notified_on for row in notices("ISR", since=day, until=day).notices]
        assert found == [day] * dated.count(day)


@pytest.mark.parametrize("country", ["COL", "FRA", "TWN"])
def test_a_timeline_has_what_happened_from_its_first_day_to_its_last(country: str) -> None:
    whole = timeline(country, LAST)
    single = [entry for entry in whole.entries if entry.precision == "day" and not entry.until]
    days = {end(one.on for one in single if one.kind == entry.kind) for entry in single for end in (min, max)}
    for day in sorted(days):
        at, told = date.fromisoformat(day), [entry for entry in single if entry.on == day]
        assert all(entry in timeline(country, at).entries for entry in told), day
        assert not any(entry in timeline(country, at - timedelta(1)).entries for entry in told), day
        assert all(entry in timeline(country, LAST, since=at).entries for entry in told), day


@pytest.mark.parametrize("country", ["COL", "FRA", "AFG"])
def test_a_timeline_leaves_out_what_was_over_before_its_first_day(country: str) -> None:
    ended = [entry for entry in timeline(country, LAST).entries if len(entry.until) == 10]
    assert ended
    for entry in ended[:: max(1, len(ended) // 6)]:
        over = date.fromisoformat(entry.until)
        starts = (over - timedelta(1), over, over + timedelta(1))
        seen = [entry in timeline(country, LAST, since=at).entries for at in starts]
        assert seen == [True, True, False], entry
