"""Rows as answers print them: sources joined, days as far as they are known, and doubt said."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.answers.spans import held, holder, proposed, road
from mnna.registry.load import Registry
from tests.answers.worlds import span


def test_a_span_keeps_its_days_and_joins_its_sources(registry: Registry) -> None:
    (row,) = (one for one in registry.spans if (one.country, one.status) == ("SAU", "mnna"))
    (printed,) = held([row])
    assert (printed.since, printed.since_by, printed.until) == (date(2026, 1, 1), date(2026, 1, 23), None)
    (other,) = held([one for one in registry.spans if (one.country, one.status) == ("AFG", "mnna")])
    assert other.source == "pd-2012-11;pd-2022-24;usc-22-2321k" and other.until == date(2022, 9, 23)


@pytest.mark.parametrize(("on", "holds"), [("2026-01-10", "unknown"), ("2026-01-23", "yes")])
def test_who_may_hold_it_on_a_day_is_not_said_to_hold_it(on: str, holds: str) -> None:
    found = holder(span("SAU", "mnna", "2026-01-01", since_by="2026-01-23"), "Saudi Arabia", date.fromisoformat(on))
    assert (found.name, found.holds, found.country, found.own) == ("Saudi Arabia", holds, "SAU", False)


def test_steps_and_proposals_keep_what_they_are_about(registry: Registry) -> None:
    steps = road(one for one in registry.steps if one.country == "COL")
    assert [step.step for step in steps][:3] == ["announced", "notified", "designated"]
    assert {step.status for step in steps} == {"mnna"}
    (first, *_) = proposed(registry.proposals)
    assert first.id == registry.proposals[0].id and first.direction == registry.proposals[0].direction
