"""The law in a memo: the sentences of the statute, bars that name the country, and what would lift them."""

from __future__ import annotations

import re
from typing import Literal

import pytest

from mnna.briefs.gather import BriefContext, gather
from mnna.briefs.memo import points
from mnna.briefs.memo.answer import NextAnswer
from mnna.briefs.memo.compose import next_ally
from mnna.briefs.memo.points import HIGH, LOW, SHOWN
from mnna.series.uses import criteria

TODAY = "2026-11-24"


def about(code: str, on: str = TODAY) -> BriefContext:
    return gather(code, None, on, "mnna", None)


def test_what_the_law_asks_is_the_text_on_designation() -> None:
    told = points.asked(about("MEX"))
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
    found = [one.id for one in points.bars(about(code, on))]
    assert set(ids) <= set(found) and (ids or not found)


def test_a_rule_for_all_countries_is_no_bar_on_record() -> None:
    context = about("MEX")
    applies = [pair.id for pair in context.today.bars if pair.having.verdict == "yes"]
    assert applies and not points.bars(context)


def test_a_list_read_too_long_ago_is_named_as_not_known() -> None:
    """The tables of 22 CFR 126.1 were read as of 7 November 2025, and the executive may change them on any day."""
    later, then = points.bars_not_known(about("CUB")), points.bars_not_known(about("CUB", "2026-04-01"))
    assert "restriction-itar-126-1" in {one.id for one in later}
    assert "restriction-itar-126-1" not in {one.id for one in then}


@pytest.mark.parametrize(("code", "named"), [("CHN", True), ("MEX", False)])
def test_one_named_when_a_list_was_last_read_is_told_so(code: str, named: bool) -> None:
    found = next(one for one in points.bars_not_known(about(code)) if one.id == "restriction-itar-126-1")
    assert found.says.endswith(": it was named when the list was last read") is named


def test_a_bar_that_turns_on_the_case_is_not_one_whose_list_was_not_read() -> None:
    context = about("MEX")
    of_a_case = {one.id for one in points.bars_of_a_case(context)}
    assert "restriction-leahy-state" in of_a_case
    assert not of_a_case & {one.id for one in points.bars_not_known(context)}


def test_each_bar_names_what_would_lift_it() -> None:
    context = about("CUB")
    assert {one.id for one in points.waivers(context)} == {one.id for one in points.bars(context)}


def test_what_is_open_names_the_fact_once() -> None:
    found = points.open_needs(about("MEX"))
    assert found and len({one.says for one in found}) == len(found)
    assert all(one.says.startswith("A source that says ") for one in found)


def test_of_a_list_that_follows_it_is_asked_what_it_would_say() -> None:
    """Mexico is not on the title-10 list today; what is open is whether a designation would bring it there."""
    (said, *_) = (one.says for one in points.open_needs(about("MEX")))
    assert said.endswith("whether Mexico, once designated, would hold the status “Major non-NATO ally (10 USC 2350a)”.")
    flank = [one.says for one in points.open_needs(about("EGY")) if "flank" in one.says]
    assert all(" holds the status " in said for said in flank)


def test_no_waiver_is_told_as_none() -> None:
    told = {one.id: one.says for one in points.waivers(about("IRN"))}
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
    found = {one.id: one.says for one in points.bars_not_known(about(code))}
    assert found[bar].partition(":")[2] == tail.removeprefix(":")


def test_what_was_read_later_is_not_told_of_an_earlier_day() -> None:
    found = {one.id: one.says for one in points.bars_not_known(about("SSD", "2013-01-15"))}
    assert not any("last read" in says for says in found.values())


@pytest.fixture(scope="module")
def mexico() -> NextAnswer:
    return next_ally("MEX", TODAY)


def test_a_figure_speaks_in_the_direction_of_its_criterion(mexico: NextAnswer) -> None:
    from mnna.answers.compare import compare

    better = {one.indicator: one.better for one in criteria()}
    rows = {row.measure.id: row for row in compare("MEX", to=[], on=TODAY).rows}
    for made, side in ((mexico.case_for, "for"), (mexico.case_against, "against")):
        for one in (point for point in made if point.id in rows):
            place = rows[one.id].candidate.percentile_among_entrants
            assert place is not None
            toward = place if better[rows[one.id].measure.indicator] == "high" else 100 - place
            assert toward >= HIGH if side == "for" else toward <= LOW


def test_what_stands_on_one_side_does_not_stand_on_the_other(mexico: NextAnswer) -> None:
    both = {one.says for one in mexico.case_for} & {one.says for one in mexico.case_against}
    assert not both and 0 < len(mexico.case_for) <= SHOWN and 0 < len(mexico.case_against) <= SHOWN


def test_a_figure_is_told_with_its_year_unless_it_never_changes(mexico: NextAnswer) -> None:
    told = {one.id: one.says for one in mexico.case_for}
    assert told["dist_washington_km"] == "Distance to Washington: 3,030 km, lower than all 22 allies at entry."
    assert any(" in 2025, in constant dollars higher than all 22" in said for said in told.values())


def test_allies_that_stood_equal_are_not_counted_as_higher_or_lower() -> None:
    """Of 22 allies 15 had no civil conflict at entry, as many as six a minor one, as India and Iraq have."""
    told = {one.id: one.says for one in next_ally("IND", "2026-06-30").case_against}
    assert told["civil_conflict_intensity"] == (
        "Civil conflict: minor in 2024, higher than 15 of 22 allies at entry and equal to 6."
    )


def test_money_of_different_years_is_compared_in_constant_dollars() -> None:
    """Vietnam's trade of 2025, $209 billion, is more than Japan's of 1995 in dollars of each year, and less in fact."""
    told = {one.id: one.says for one in next_ally("VNM", "2026-06-30").case_for}
    assert told["us_goods_trade_total"] == (
        "Goods trade with the US: $209 billion in 2025, in constant dollars higher than 21 of 22 allies at entry."
    )


@pytest.mark.parametrize("side", ["case_for", "case_against"])
def test_nothing_later_than_the_day_is_told(side: Literal["case_for", "case_against"]) -> None:
    told = " ".join(one.says for one in getattr(next_ally("MEX", "2015-06-01"), side))
    assert told and not any(year in told for year in ("2016", "2019", "2022", "2024", "2026"))


def test_bars_come_first_among_what_speaks_against() -> None:
    found = next_ally("CUB", TODAY)
    assert found.case_against[0].id == found.bars[0].id


@pytest.mark.parametrize("code", ["VEN", "IRQ", "LSO", "SYC", "BRN"])
def test_no_figure_is_cited_that_is_much_older_than_the_day(code: str) -> None:
    """Venezuela's last GDP is of 2014, Lesotho's homicides of 2008, the troops in the Seychelles of 1995."""
    found = next_ally(code, TODAY)
    told = [one.says for one in (*found.case_for, *found.case_against) if one.id]
    years = [int(year) for said in told for year in re.findall(r" in (\d{4}), ", said)]
    assert told and all(year >= 2021 for year in years)


def test_a_proposal_without_a_proposer_is_no_argument() -> None:
    assert not any("listed as proposed" in one.says for one in next_ally("ARM", TODAY).case_for)
    assert any("by the Obama administration, to" in one.says for one in next_ally("OMN", TODAY).case_for)


def test_a_step_of_the_status_is_no_argument_for_keeping_it() -> None:
    told = " ".join(one.says for one in next_ally("PER", TODAY).case_for)
    assert told and "2026-04" not in told and "Congress told" not in told
