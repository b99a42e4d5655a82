"""Applying the changes of each day since 1960 to the first snapshot rebuilds the registry of every later day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mnna.registry.load import Registry, load_registry
from mnna.registry.spans_by_country import SpansByKey
from mnna.registry.status_changes import PAST, WORDS, StatusChange, status_changes

FIRST, LAST = date(1960, 1, 1), date(2026, 11, 28)
ONE = timedelta(days=1)

Held = dict[str, dict[str, str]]
"""Status to country to `yes`, `no` or `unknown`; what is said of a country that no row names stands under ``""``."""


def snapshot(registry: Registry, on: date) -> Held:
    """What the registry says that day of every status and country it has a row of."""
    found: Held = {status: {"": registry.unnamed(status, on)} for status in registry.kinds}
    for country, status in registry.by_key:
        found[status][country] = WORDS[registry.holds(country, status, on)]
    return found


def applied(held: Held, changes: Iterable[StatusChange]) -> Held:
    """The snapshot after the changes of a day."""
    found = {status: dict(row) for status, row in held.items()}
    for change in sorted(changes, key=lambda change: bool(change.country)):
        row = found[change.status]
        turned = (change.country,) if change.country else [country for country in row if country not in change.apart]
        row.update(dict.fromkeys(turned, change.after))
    return found


def by_day(registry: Registry) -> dict[date, list[StatusChange]]:
    found: dict[date, list[StatusChange]] = defaultdict(list)
    for change in status_changes(registry, FIRST, LAST):
        found[change.on].append(change)
    return found


def replayed(registry: Registry) -> dict[date, Held]:
    """What the changes make of the first snapshot, on each day that has one."""
    held, days = snapshot(registry, FIRST - ONE), by_day(registry)
    found = {FIRST - ONE: held}
    for on in sorted(days):
        held = found[on] = applied(held, days[on])
    return found


@pytest.fixture(scope="module")
def rebuilt() -> dict[date, Held]:
    return replayed(load_registry())


def test_every_day_of_a_change_and_its_eve(rebuilt: dict[date, Held]) -> None:
    registry, days = load_registry(), sorted(rebuilt)
    assert len(days) > 300
    for before, on in pairwise(days):
        assert snapshot(registry, on - ONE) == rebuilt[before], on
        assert snapshot(registry, on) == rebuilt[on], on


@settings(max_examples=25, deadline=None)
@given(on=st.dates(FIRST, LAST))
def test_any_day(rebuilt: dict[date, Held], on: date) -> None:
    assert snapshot(load_registry(), on) == rebuilt[max(day for day in rebuilt if day <= on)]


def test_one_changed_row_is_noticed(rebuilt: dict[date, Held]) -> None:
    """The replay tells a registry with one day less from ours."""
    registry = load_registry()
    rows = registry.by_key["KEN", "mnna"]
    later = tuple(row._replace(since=row.since + ONE) for row in rows)
    other = Registry(registry.kinds, SpansByKey.as_given({**registry.by_key, ("KEN", "mnna"): later}), registry.folders)
    assert replayed(other).keys() != rebuilt.keys()


def test_a_window_of_days_turns_twice() -> None:
    found = [
        (change.on, change.before, change.after)
        for change in status_changes(load_registry(), date(2026, 1, 1), date(2026, 2, 1))
        if (change.country, change.status) == ("SAU", "mnna")
    ]
    assert found == [(date(2026, 1, 1), "no", "unknown"), (date(2026, 1, 23), "unknown", "yes")]


def test_a_list_past_its_budget_turns_all_but_the_user_s_own_rows(tmp_path: Path) -> None:
    text = "country,status,since,since_by,until,until_by,holds,instrument,citation,source,confidence,checked_on,note\n"
    text += "FRA,sosa,2024-01-01,,,,yes,Own act,,dfars-225-872-1,high,,\n"
    (tmp_path / "spans.csv").write_text(text)
    (row,) = [
        change
        for change in status_changes(load_registry(tmp_path), date(2024, 12, 1), date(2024, 12, 31))
        if not change.country and change.status == "sosa"
    ]
    assert (row.why, row.after, row.apart) == (PAST, "unknown", ("FRA",))
