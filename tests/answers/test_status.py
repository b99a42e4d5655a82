"""The word `status` over invented registries: held, past, open, and lists that disagree."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.answers.status import HEADLINE, StatusAnswer, status, status_in
from mnna.dates import spoken
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.registry.records import Span
from mnna.registry.statuses import headline
from tests.answers.worlds import registry, span

ON = date(2024, 6, 1)
KINDS = load_registry().kinds


def asked(*spans: Span, on: date = ON) -> StatusAnswer:
    return status_in(registry(spans), countries()["MEX"], on)


@pytest.mark.parametrize(
    ("since", "until", "held", "past"),
    [
        ("2020-01-01", None, True, False),
        ("2024-06-01", None, True, False),
        ("2024-06-02", None, False, False),
        ("2020-01-01", "2024-06-02", True, False),
        ("2020-01-01", "2024-06-01", False, True),
        ("2020-01-01", "2023-01-01", False, True),
    ],
)
def test_a_span_is_held_past_or_neither(since: str, until: str | None, held: bool, past: bool) -> None:
    found = asked(span("MEX", "mnna", since, until), span("COL", "mnna", since, until))
    assert ([one.country for one in found.held], [one.country for one in found.past]) == (
        ["MEX"] * held,
        ["MEX"] * past,
    )


def test_what_is_not_known_has_its_reason() -> None:
    found = dict(asked(span("MEX", "mnna-title10", "2020-01-01", holds="unknown")).open_)
    assert found["mnna-title10"] == KINDS["mnna-title10"].note and "mnna" not in found
    late = KINDS["mnna"].known_from
    if late is not None:
        early = dict(asked(on=date(late.year - 1, 1, 1)).open_)
        assert early["mnna"] == f"not encoded before {spoken(late)}"


@pytest.mark.parametrize(("country", "on", "later"), [("SSD", "2005-06-01", "2011"), ("NIU", "2005-06-01", "2023")])
def test_a_reason_names_no_later_day(country: str, on: str, later: str) -> None:
    whys = dict(status(country, on=on).open_)
    assert "none says whether" in whys["territory-or-disputed"] and later not in whys["territory-or-disputed"]


def test_lists_of_one_thing_that_differ_are_told_and_equal_ones_are_not() -> None:
    same = [span("MEX", id_, "2020-01-01") for id_ in ("mnna", *KINDS["mnna"].also_listed)]
    assert asked(*same).disagreements == ()
    (told,) = asked(*same[:-1]).disagreements
    left_out = KINDS[KINDS["mnna"].also_listed[-1]]
    assert told == left_out.if_they_differ.format(status="yes", list="no")


def test_headlines_are_those_of_the_table() -> None:
    assert HEADLINE == tuple(kind.id for kind in headline(KINDS)) and "mnna" in HEADLINE


def test_the_summary_names_what_is_held() -> None:
    assert asked(span("MEX", "mnna", "2020-01-01")).summary() == "Mexico (MEX) on 2024-06-01: mnna"
    assert asked().summary() == "Mexico (MEX) on 2024-06-01: none"


def test_its_json_has_the_names_readers_know() -> None:
    told = status("MEX", "2024-06-01").to_dict()
    assert {"statuses", "steps", "unknown", "past", "proposals", "disagreements", "note", "name"} <= told.keys()
    assert "registry" not in told and told["on"] == "2024-06-01"
