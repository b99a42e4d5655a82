"""What a what-if lays over the spans: a status begins or ends on a day, and nothing before it changes."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.record import to_json
from mnna.errors import BadQuestion
from mnna.registry.assumptions import Assumption, lay
from mnna.registry.load import Registry
from mnna.registry.records import Span
from mnna.registry.spans_by_country import SpansByKey
from mnna.registry.statuses import our_statuses
from tests.answers.worlds import span

ON = date(2026, 6, 1)
KINDS = dict(our_statuses())


def laid(act: str, status: str, *spans: Span) -> dict[tuple[str, str], tuple[Span, ...]]:
    found: dict[tuple[str, str], tuple[Span, ...]] = {}
    for one in spans:
        found[one.country, one.status] = (*found.get((one.country, one.status), ()), one)
    lay(found, KINDS, Assumption("MEX", status, ON, act))
    return found


def holds(spans: dict[tuple[str, str], tuple[Span, ...]], status: str, on: date) -> bool | None:
    return Registry(KINDS, SpansByKey.as_given(spans), ()).holds("MEX", status, on)


def test_a_status_begins_that_day_and_not_before() -> None:
    found = laid("designate", "aukus")
    assert holds(found, "aukus", ON) is True and holds(found, "aukus", date(2026, 5, 31)) is False
    (one,) = found["MEX", "aukus"]
    assert one.assumed and one.note == "assumed designation of aukus on 1 June 2026" and one.confidence == "low"


def test_designating_a_holder_changes_nothing() -> None:
    before = span("MEX", "mnna", "2020-01-01")
    assert laid("designate", "mnna", before) == {("MEX", "mnna"): (before,)}


def test_a_designation_leaves_the_lists_that_follow_unknown() -> None:
    found = laid("designate", "mnna")
    assert [holds(found, status, ON) for status in KINDS["mnna"].follows] == [None, None]


def test_a_status_ends_that_day_also_on_a_list_that_is_not_complete() -> None:
    for status in ("mnna", "defense-cooperation"):
        found = laid("terminate", status, span("MEX", status, "2020-01-01"))
        assert holds(found, status, date(2026, 5, 31)) is True and holds(found, status, ON) is False, status


def test_the_parts_of_a_status_end_with_it() -> None:
    part = next(kind.id for kind in KINDS.values() if kind.part_of == "nato-plus")
    found = laid("terminate", "nato-plus", span("MEX", "nato-plus", "2020-01-01"), span("MEX", part, "2020-01-01"))
    assert holds(found, part, ON) is False


def test_an_act_is_one_of_two() -> None:
    with pytest.raises(BadQuestion, match=r"to 'suspend'.*designate or terminate"):
        laid("suspend", "mnna")
    assert to_json(Assumption("MEX", "mnna", ON, "designate"))["on"] == "2026-06-01"
