"""No flat answer rests on a text or list past its budget, whatever the status, provision, parameter, list and day."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mnna
from mnna.engine.finding import find, find_here, situation
from mnna.engine.holdings import holding
from mnna.engine.notice import decide
from mnna.engine.time import behind
from mnna.registry.load import load_registry
from mnna.registry.readings import Trust, lapsed, read_through, reading_of, readings
from mnna.rules.evaluate import Trace, evaluate
from mnna.rules.nodes import Status
from mnna.statutes import catalog
from mnna.statutes.parameters import parameters

REGISTRY = load_registry()
CODES = ["MEX", "COL", "ARE", "AUS", "CAN", "ISR", "KOR", "POL", "PAK", "SYR", "TWN", "EGY", "PRK", "NATO"]
DAYS = st.dates(date(1995, 1, 1), date(2035, 1, 1))
NOW = st.one_of(DAYS, st.sampled_from(sorted({one.trusted_to for one in readings().values()})[:-1])).filter(
    lambda day: day < date(9000, 1, 1)
)


@contextmanager
def today(day: date) -> Iterator[None]:
    before = os.environ["MNNA_TODAY"]
    os.environ["MNNA_TODAY"] = day.isoformat()
    try:
        yield
    finally:
        os.environ["MNNA_TODAY"] = before


def parts(trace: Trace) -> Iterator[Trace]:
    yield trace
    for below in trace.of:
        yield from parts(below)


def past(text: Trust | None, on: date, now: date) -> bool:
    """The same as `lapsed`, said anew from the contract: past the budget, and the budget was over by today."""
    return text is not None and min(on, now) > text.trusted_to


@given(st.sampled_from(sorted(REGISTRY.kinds)), st.sampled_from(CODES), DAYS, NOW)
def test_no_list_past_its_budget_says_yes_or_no(status: str, country: str, on: date, now: date) -> None:
    with today(now):
        if past(REGISTRY.trust(status), on, now):
            assert REGISTRY.holds(country, status, on) is None
            assert "(the one read is of" in (holding(REGISTRY, country, status, on).needs or "")


@given(st.sampled_from(sorted(catalog.AUTHORITIES)), st.sampled_from(CODES), DAYS, NOW)
def test_no_flat_answer_rests_on_a_text_list_or_figure_past_its_budget(
    id_: str, country: str, on: date, now: date
) -> None:
    law = catalog.authority(id_)
    with today(now):
        found = find(law, REGISTRY, country, on)
        provision = law.at(on)
        if provision is None or found.verdict == "unknown" or found.suspended_by:
            return
        assert not past(reading_of(provision.source), on, now)
        for part in parts(evaluate(provision.rule, situation(REGISTRY, country, on, {}))):
            if isinstance(part.node, Status) and part.value is not None:
                assert not past(REGISTRY.trust(part.node.id), on, now), part.node.id
            if part.dated is not None:
                assert not past(reading_of(part.dated.source), on, now)
        if found.as_of is not None:
            assert found.as_of < on


@given(st.sampled_from(sorted(catalog.CHANNELS)), st.sampled_from(CODES), DAYS, NOW)
def test_no_flat_notice_rests_on_a_text_past_its_budget(channel: str, country: str, on: date, now: date) -> None:
    law = catalog.case_law(channel)
    with today(now):
        found = decide(law, REGISTRY, country, on, {})
        if found.verdict != "unknown":
            provision = law.at(on)
            assert provision is not None and not past(reading_of(provision.source), on, now)


@given(st.sampled_from(sorted(catalog.AUTHORITIES)), st.sampled_from(CODES), NOW, st.integers(1, 4000))
def test_a_projection_never_knows_more_than_the_texts_of_today(id_: str, country: str, now: date, days: int) -> None:
    later = now + timedelta(days=days)
    with today(now):
        for one in readings().values():
            assert lapsed(one, later) is lapsed(one, now)
        find(catalog.authority(id_), REGISTRY, country, later)


def test_every_figure_rests_on_a_reading() -> None:
    for one in parameters().values():
        assert all(reading_of(dated.source) is not None for dated in one.history), one.id


@pytest.mark.parametrize("days", [0, 89, 1000])
def test_the_main_job_does_not_rot(days: int) -> None:
    allied = {span.country for span in REGISTRY.spans if span.status == "mnna"}
    candidate = next(country for country in ("MEX", "CHL", "IDN", "VNM") if country not in allied)
    with today(read_through()):
        fresh = mnna.what_if(candidate)
    with today(read_through() + timedelta(days=days)):
        found = mnna.what_if(candidate)
        verdicts = {one.id: (one.before.verdict, one.after.verdict) for one in found.changed}
        assert verdicts["depleted-uranium-rounds"] == ("no", "yes")
        assert len(found.partition.gain) >= 4
        if days != 89:
            assert found.partition == fresh.partition
        assert ("today is 1,000 days later" in found.day_note) is (days == 1000)
        assert found.day_note.startswith("As of ")


def test_a_text_past_its_budget_is_unknown_and_shows_the_last_reading() -> None:
    law = catalog.authority("depleted-uranium-rounds")
    with today(date(2029, 1, 1)):
        found = find(law, REGISTRY, "COL", date(2028, 1, 1))
        assert found.verdict == "unknown" and found.terms == {} and found.as_of == date(2026, 3, 26)
        assert found.needs[0].startswith("a later text of the United States Code")
        assert "As then read: " in found.because
        assert find(law, REGISTRY, "COL", date(2026, 6, 1)).verdict == "yes"
    with today(date(2026, 11, 28)):
        assert find(law, REGISTRY, "COL", date(2028, 1, 1)).verdict == "yes", "a projection of what today knows"


def test_a_notice_past_the_budget_of_its_text_is_unknown() -> None:
    law = catalog.case_law("fms")
    with today(date(2029, 1, 1)):
        found = decide(law, REGISTRY, "COL", date(2028, 1, 1), {})
        assert (found.verdict, found.review_days, found.as_of) == ("unknown", None, date(2026, 3, 26))
        assert "As then read: " in found.because and found.needs


def test_a_text_that_is_not_past_its_budget_stands() -> None:
    law = catalog.authority("depleted-uranium-rounds")
    provision = law.at(date(2026, 11, 28))
    assert provision is not None and behind(provision, ()).past_budget(date(2026, 11, 28)) is None
    here = situation(REGISTRY, "COL", date(2026, 11, 28), {})
    assert find_here(law, REGISTRY, "COL", here).as_of == date(2026, 3, 26)


def test_an_answer_rests_on_the_statuses_that_are_known_and_not_on_those_that_are_not() -> None:
    provision = catalog.authority("rdte-loans").provisions[-1]
    known, unknown = (Trace(Status(id_, id_), value) for id_, value in (("mnna", False), ("nato", None)))
    assert behind(provision, [Trace(Status("five-eyes", "one of five"), True, (known, unknown))]).statuses == {
        "five-eyes",
        "mnna",
    }
