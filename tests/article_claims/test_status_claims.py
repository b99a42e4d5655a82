"""Claims about who holds what: the reason each ruling gives, and how far it can be known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.answers.data_context import evidence as real_evidence
from mnna.article_claims import statute_notes, types
from mnna.article_claims.status_claims import _fits
from mnna.article_claims.verdicts import Here, Ruling
from tests.answers.worlds import evidence, leader, registry, span, step

Told = Callable[..., Ruling]
MNNA = {"country": "MEX", "status": "mnna"}
ALLY = "“Major non-NATO ally (FAA 517)”"
MERIDA = "“Merida Initiative partner”"


@pytest.mark.parametrize(
    ("type_", "world", "args", "because"),
    [
        ("status_on", "ally", MNNA, f"On 1 June 2024 Mexico held {ALLY}, since 1 March 2020 by an instrument."),
        ("status_on", "ally", MNNA | {"on": date(2020, 2, 15)},
         f"On 15 February 2020 Mexico did not hold {ALLY}. It had been announced on 1 January 2020 and "
         "notified on 1 February 2020, which does not make the status. The designation came on 1 March 2020."),
        ("status_on", "ally", MNNA | {"on": date(2020, 1, 31)},
         f"On 31 January 2020 Mexico did not hold {ALLY}. It had been announced on 1 January 2020, which "
         "does not make the status. The designation came on 1 March 2020."),
        ("status_on", "ally", MNNA | {"on": date(2019, 12, 31)}, f"On 31 December 2019 Mexico did not hold {ALLY}."),
        ("announced_on", "ally", MNNA | {"day": date(2020, 1, 1)},
         f"{ALLY} was announced for Mexico on 1 January 2020 (an event)."),
        ("notified_on", "ally", MNNA | {"day": date(2020, 1, 1)},
         f"Congress was notified of {ALLY} for Mexico on 1 February 2020 (an event)."),
        ("designated_on", "ally", MNNA | {"day": date(2020, 1, 1)},
         f"Mexico was designated {ALLY} on 1 March 2020 (an event)."),
        ("announced_on", "ally", {"country": "MEX", "status": "merida", "day": date(2020, 1, 1)},
         "No source records the day on which it was announced for Mexico."),
        ("announced_on", "ally", {"country": "BRA", "status": "merida", "day": date(2020, 1, 1)},
         "No such step is recorded for Brazil, and it never held the status."),
        ("list_includes", "ally", {"status": "mnna", "countries": ["MEX", "COL"]},
         f"On 1 June 2024 {ALLY} was held by Mexico since 1 March 2020. It was not held by Colombia."),
        ("list_includes", "empty", {"status": "mnna", "countries": ["MEX"]},
         f"On 1 June 2024 {ALLY} was held by none of them. It was not held by Mexico."),
        ("list_includes", "ally", {"status": "mnna-title10", "countries": ["MEX"]},
         "On 1 June 2024 “Major non-NATO ally (10 USC 2350a)” was held by none of them. Not known: Mexico."),
        ("count_of_status_is", "ally", {"status": "mnna-title10", "count": 1},
         "On 1 June 2024 0 to 1 countries held “Major non-NATO ally (10 USC 2350a)”, 0 percent of 197 states; 1 "
         "claimed."),
        ("status_ended_in", "ally", {"country": "MEX", "status": "merida", "year": 2017},
         f"{MERIDA} ended for Mexico on 1 May 2017."),
        ("status_began_in", "ally", {"country": "BRA", "status": "mnna", "year": 2017},
         f"By 1 June 2024 {ALLY} had not begun for Brazil."),
        ("status_ended_in", "ally", MNNA | {"year": 2017}, f"By 1 June 2024 {ALLY} had not ended for Mexico."),
        ("status_began_in", "ally", {"country": "MEX", "status": "mnna-title10", "year": 2017},
         "Whether Mexico holds “Major non-NATO ally (10 USC 2350a)”, and since when, is not known."),
        ("leader_changes_in", "ally", {"countries": ["MEX", "USA", "FRA"], "year": 2021},
         "Mexico: B took office on 1 January 2021. United States: nobody new took office in 2021; D did on "
         "1 January 2022. No leaders of France are recorded."),
        ("leader_changes_in", "ally", {"countries": ["MEX"], "year": 2024},
         "A forecast on 1 June 2024: 2024 was not over."),
    ],
)  # fmt: skip
def test_the_reason(told: Told, type_: str, world: str, args: dict[str, Any], because: str) -> None:
    assert told(type_, world, **args).because == because


def test_a_day_only_known_to_lie_in_a_window_settles_a_day_outside_it(told: Told) -> None:
    may = {"country": "COL", "status": "mnna"}  # announced on a day from 1 to 31 May 2020
    assert told("announced_on", "ally", **may, day=date(2020, 4, 30)).verdict == "wrong"
    assert told("announced_on", "ally", **may, day=date(2020, 5, 1)).verdict == "not verifiable"
    assert told("announced_on", "ally", **may, day=date(2020, 5, 31)).verdict == "not verifiable"
    assert told("announced_on", "ally", **may, day=date(2020, 6, 1)).verdict == "wrong"


def test_what_is_cited_is_where_the_fact_was_read(told: Told) -> None:
    assert told("announced_on", "ally", **MNNA, day=date(2020, 1, 1)).citations == ("an instrument", "A source")
    assert told("status_ended_in", "ally", country="MEX", status="merida", year=2017).citations == (
        "P.L. 110-252",
        "A source",
    )
    assert told("status_on", "ally", **MNNA).citations == ("a citation",)


def test_an_end_is_told_beside_what_is_not_held(told: Told) -> None:
    world = evidence(
        registry([span("MEX", "mnna", "2010-01-01", "2015-01-01"), span("MEX", "mnna", "2005-01-01", "2007-01-01")])
    )
    because = told("status_on", world, **MNNA).because
    assert because == f"On 1 June 2024 Mexico did not hold {ALLY}. It had ended on 1 January 2015."


def test_a_status_begun_twice_began_in_either_year(told: Told) -> None:
    world = evidence(registry([span("MEX", "mnna", "2005-01-01", "2007-01-01"), span("MEX", "mnna", "2010-03-04")]))
    for year, verdict in ((2005, "right"), (2010, "right"), (2007, "wrong")):
        ruled = told("status_began_in", world, **MNNA, year=year)
        assert (ruled.verdict, ruled.because) == (verdict, f"{ALLY} began for Mexico on 1 January 2005, 4 March 2010.")
    assert told("status_began_in", world, **MNNA, year=2010, month=3).verdict == "right"
    assert told("status_began_in", world, **MNNA, year=2010, month=4).verdict == "wrong"


def test_a_beginning_in_a_window_is_known_as_far_as_the_window_lies_in_the_period(told: Told) -> None:
    world = evidence(registry([span("MEX", "mnna", "2010-03-04", since_by="2010-05-01")]))
    assert told("status_began_in", world, **MNNA, year=2010).verdict == "right"
    assert told("status_began_in", world, **MNNA, year=2010, month=4).verdict == "not verifiable"
    assert told("status_began_in", world, **MNNA, year=2010, month=5).verdict == "not verifiable"
    assert told("status_began_in", world, **MNNA, year=2010, month=6).verdict == "wrong"


def test_an_ally_by_treaty_may_be_counted_from_the_signature(told: Told) -> None:
    pact = {"country": "MEX", "status": "rio-treaty"}
    world = evidence(registry([span("MEX", "rio-treaty", "2010-03-04"), span("MEX", "mnna", "2010-03-04")]))
    for year, verdict in ((2007, "wrong"), (2008, "not verifiable"), (2009, "not verifiable"), (2010, "right")):
        assert told("status_began_in", world, **pact, year=year).verdict == verdict
    assert told("status_began_in", world, **pact, year=2009).because.endswith("; its day is not held here.")
    assert told("status_began_in", world, **MNNA, year=2009).verdict == "wrong"


DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@given(DAYS, DAYS, DAYS)
def test_a_window_fits_a_period_it_lies_in(one: date, other: date, asked: date) -> None:
    first, last = sorted((one, other))
    for period in (asked.isoformat()[:4], asked.isoformat()[:7]):
        days = [day.isoformat()[: len(period)] for day in (first, last)]
        expected = True if days == [period, period] else None if days[0] <= period <= days[1] else False
        assert _fits(first, last, period) is (expected if days[0] != days[1] else days[0] == period)


def test_counts_of_a_list_that_is_not_wholly_known(told: Told) -> None:
    world = evidence(registry([span("MEX", "mnna", "2010-01-01"), span("COL", "mnna", "2010-01-01", holds="unknown")]))
    verdicts = {count: told("count_of_status_is", world, status="mnna", count=count).verdict for count in range(4)}
    assert verdicts == {0: "wrong", 1: "not verifiable", 2: "not verifiable", 3: "wrong"}
    most = {count: told("count_of_status_at_most", world, status="mnna", count=count).verdict for count in range(4)}
    assert most == {0: "wrong", 1: "not verifiable", 2: "right", 3: "right"}


def test_most_is_more_than_half_and_a_gain_on_the_day_itself_is_none(told: Told) -> None:
    spans = [span(code, "mnna", "2010-01-01") for code in ("MEX", "COL")] + [span("MEX", "rio-treaty", "2011-01-01")]
    ask = {"status": "mnna"}
    assert told("treaties_after_designation", evidence(registry(spans)), **ask).verdict == "wrong"
    assert told("treaties_after_designation", evidence(registry(spans)), **ask, more_than_percent=49).verdict == "right"
    same_day = [span("MEX", "mnna", "2010-01-01"), span("MEX", "rio-treaty", "2010-01-01")]
    assert (
        told("treaties_after_designation", evidence(registry(same_day)), **ask, more_than_percent=0).verdict == "wrong"
    )


def test_an_act_of_the_executive_is_no_treaty(told: Told) -> None:
    ruled = told("treaties_after_designation", "real", status="mnna")
    assert "none gained a treaty of mutual defense" in ruled.because
    assert "Acts of the executive that are no such treaty: Bahrain, Comprehensive Security" in ruled.because


def test_a_leader_of_the_same_party_is_told(told: Told, tmp_path: Path) -> None:
    led = [leader("MEX", "A", "x", "2015-01-01", "2021-01-01"), leader("MEX", "B", "x", "2021-01-01")]
    world = evidence(registry((), tmp_path, [step("MEX", "mnna", "announced", "2020-01-01")], led))
    ruled = told("leader_changes_in", world, countries=["MEX"], year=2021)
    assert (ruled.verdict, ruled.because) == ("right", "Mexico: B took office on 1 January 2021 (same party, x).")
    assert told("leader_changes_in", world, countries=["MEX"], year=2020).because.endswith("B did on 1 January 2021.")


def test_what_designation_takes_counts_the_acts_so_far(told: Told) -> None:
    acts = ["Presidential Determination 1", "P.L. 1-1", "Presidential Determination 2"]
    spans = [
        span(code, "mnna", "2010-01-01", instrument=act) for code, act in zip(("MEX", "COL", "PER"), acts, strict=True)
    ]
    spans.append(span("BRA", "mnna", "2025-01-01", instrument="P.L. 2-2"))
    ruled = told(
        "designation_requires", evidence(registry(spans)), status="mnna", act="signature of the other government"
    )
    assert ruled.because.startswith("Designation does not require “signature of the other government”. ")
    assert ruled.because.endswith("Of 3 so far, 2 were determinations by the President, the rest by statute.")


def test_a_year_of_the_list_before_the_status_is_named_in_the_reason() -> None:
    here = Here(real_evidence(), statute_notes.embedded(), date(2025, 6, 1))
    found = types.find("status_began_in").ask(here, {"country": "EGY", "status": "mnna", "year": 1987})
    assert found.verdict == "wrong" and "(10 USC 2350a)”, began for it on a day in 1987" in found.because


def test_a_list_of_treaty_allies_cites_the_treaty_of_each(told: Told) -> None:
    ruled = told("list_includes", "real", status="mutual-defense-treaty", countries=["AUS", "JPN"])
    assert (ruled.verdict, len(ruled.citations)) == ("right", 2)
