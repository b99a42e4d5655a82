"""Spans and kinds as records: which days they cover, and how they are named."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.registry.load import load_registry
from mnna.registry.records import Span, StatusKind, asked_for
from tests.answers.worlds import span

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("on", "covers"),
    [
        ("2020-01-09", False), ("2020-01-10", None), ("2020-01-19", None), ("2020-01-20", True), ("2020-02-09", True),
        ("2020-02-10", None), ("2020-02-19", None), ("2020-02-20", False),
    ],
)  # fmt: skip
def test_days_that_are_not_certain_are_unknown(on: str, covers: bool | None) -> None:
    found = span("MEX", "mnna", "2020-01-10", "2020-02-10", since_by="2020-01-20")
    found = found._replace(until_by=date(2020, 2, 20))
    assert found.covers(date.fromisoformat(on)) is covers


DAYS = st.dates(date(2000, 1, 1), date(2001, 1, 1))


@given(days=st.lists(DAYS, min_size=4, max_size=4), on=DAYS, holds=st.sampled_from(["yes", "no", "unknown"]))
def test_a_span_covers_only_days_it_touches(days: list[date], on: date, holds: str) -> None:
    since, since_by, until, until_by = sorted(days)
    found = Span("MEX", "mnna", since, since_by, until, until_by, holds, "", "", (), "high", None, "")
    assert found.touches(on) is (since <= on < until_by)
    covers = found.covers(on)
    if holds == "no" or not found.touches(on):
        assert covers is False
    elif holds == "unknown":
        assert covers is None
    else:
        assert covers is (True if since_by <= on < until else None)


def test_days_as_json_and_in_words() -> None:
    found = span("MEX", "mnna", "2020-01-10", since_by="2020-01-20")
    assert found.days_to_dict() == {
        "since": "2020-01-10", "since_by": "2020-01-20", "until": None, "until_by": None,
    }  # fmt: skip
    assert found.start == "a day between 10 and 20 January 2020" and found.days().endswith(found.start)


def test_a_kind_has_a_name_and_what_a_country_with_it_is() -> None:
    bare = StatusKind("x", "A title", "", "", "no", None, "", (), "")
    assert (bare.name, bare.being) == ("A title", "a holder of the status “A title”")
    named = bare._replace(short="Short", predicate="an ally")
    assert (named.name, named.being) == ("Short", "an ally")


def test_a_country_stands_in_json_as_its_code() -> None:
    from mnna.registry.countries import countries

    assert countries()["MEX"].as_json() == "MEX" and load_registry().kind("mnna").bears == "gives"


def test_what_a_proposal_asked_for_is_in_words() -> None:
    told = [asked_for(one) for one in ("designate", "review", "other (full NATO membership)", "designate (formal)")]
    assert told == ["to designate", "review", "full NATO membership", "designate (formal)"]
