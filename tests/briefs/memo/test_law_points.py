"""The law in a memo: the sentences of the statute, bars that name the country, and what would lift them."""

from __future__ import annotations

import pytest

from mnna.briefs.gather import BriefContext, gather
from mnna.briefs.memo import law_points

TODAY = "2026-11-24"


def about(code: str, on: str = TODAY) -> BriefContext:
    return gather(code, None, on, "mnna", None)


def test_what_the_law_asks_is_the_text_on_designation() -> None:
    told = law_points.asked(about("MEX"))
    assert told[0].says.startswith("The President notifies Congress in writing at least 30 days before")
    assert {one.citation for one in told} == {"22 USC 2321k(a)"} and all(one.says.endswith(".") for one in told)


BARRED = [
    ("MEX", TODAY, []),
    ("CUB", TODAY, ["restriction-terrorism-list"]),
    ("CUB", "2026-04-01", ["restriction-terrorism-list", "restriction-itar-126-1"]),
    ("SYR", "2026-04-01", ["restriction-terrorism-list", "restriction-itar-126-1"]),
    ("PAK", "1995-06-01", ["restriction-pressler"]),
]


@pytest.mark.parametrize(("code", "on", "ids"), BARRED)
def test_a_bar_is_told_where_a_list_names_the_country(code: str, on: str, ids: list[str]) -> None:
    found = [one.id for one in law_points.bars(about(code, on))]
    assert set(ids) <= set(found) and (ids or not found)


def test_a_rule_for_all_countries_is_no_bar_on_record() -> None:
    context = about("MEX")
    applies = [pair.id for pair in context.today.bars if pair.having.verdict == "yes"]
    assert applies and not law_points.bars(context)


def test_a_list_read_too_long_ago_is_named_as_not_known() -> None:
    """The tables of 22 CFR 126.1 were read as of 7 November 2025, and the executive may change them on any day."""
    later, then = law_points.bars_not_known(about("CUB")), law_points.bars_not_known(about("CUB", "2026-04-01"))
    assert "restriction-itar-126-1" in {one.id for one in later}
    assert "restriction-itar-126-1" not in {one.id for one in then}


@pytest.mark.parametrize(("code", "named"), [("CHN", True), ("MEX", False)])
def test_one_named_when_a_list_was_last_read_is_told_so(code: str, named: bool) -> None:
    found = next(one for one in law_points.bars_not_known(about(code)) if one.id == "restriction-itar-126-1")
    assert found.says.endswith(": it was named when the list was last read") is named


def test_a_bar_that_turns_on_the_case_is_not_one_whose_list_was_not_read() -> None:
    context = about("MEX")
    of_a_case = {one.id for one in law_points.bars_of_a_case(context)}
    assert "restriction-leahy-state" in of_a_case
    assert not of_a_case & {one.id for one in law_points.bars_not_known(context)}


def test_each_bar_names_what_would_lift_it() -> None:
    context = about("CUB")
    assert {one.id for one in law_points.waivers(context)} == {one.id for one in law_points.bars(context)}


def test_what_is_open_names_the_fact_once() -> None:
    found = law_points.open_needs(about("MEX"))
    assert found and len({one.says for one in found}) == len(found)
    assert all(one.says.startswith("A source that says ") for one in found)


def test_of_a_list_that_follows_it_is_asked_what_it_would_say() -> None:
    """Mexico is not on the title-10 list today; what is open is whether a designation would bring it there."""
    (said, *_) = (one.says for one in law_points.open_needs(about("MEX")))
    assert said.endswith("whether Mexico, once designated, would hold the status “Major non-NATO ally (10 USC 2350a)”.")
    flank = [one.says for one in law_points.open_needs(about("EGY")) if "flank" in one.says]
    assert all(" holds the status " in said for said in flank)


def test_no_waiver_is_told_as_none() -> None:
    told = {one.id: one.says for one in law_points.waivers(about("IRN"))}
    assert ": relations are resumed" in told["restriction-severed-relations"]
    assert "by the President, 15 days after a report to Congress" in told["restriction-terrorism-list"]


NAMED_THEN = [
    ("SSD", "restriction-child-soldiers", ": it was named when the list was last read"),
    ("AFG", "restriction-drug-majors", ": it was named when the list was last read"),
    ("VEN", "restriction-drug-majors", ": it was named when the list was last read, and the bar was waived"),
    ("NGA", "restriction-religious-freedom", ": it was named when the list was last read"),
    ("TUR", "restriction-caatsa", ": it was named when the list was last read"),
    ("MEX", "restriction-child-soldiers", ""),
]


@pytest.mark.parametrize(("code", "bar", "tail"), NAMED_THEN)
def test_a_yearly_list_that_ran_out_still_tells_who_was_named(code: str, bar: str, tail: str) -> None:
    """`status` says it of the same lists; the memo said it only of lists without a last day of their own."""
    found = {one.id: one.says for one in law_points.bars_not_known(about(code))}
    assert found[bar].partition(":")[2] == tail.removeprefix(":")


def test_what_was_read_later_is_not_told_of_an_earlier_day() -> None:
    found = {one.id: one.says for one in law_points.bars_not_known(about("SSD", "2013-01-15"))}
    assert not any("last read" in says for says in found.values())
