"""The case for and against: figures by their direction, the record by its bearing, nothing later than the day."""

from __future__ import annotations

import re
from typing import Literal

import pytest

from mnna.briefs.memo.answer import NextAnswer
from mnna.briefs.memo.arguments import HIGH, LOW, SHOWN
from mnna.briefs.memo.compose import next_ally
from mnna.series.uses import criteria

TODAY = "2026-11-24"


@pytest.fixture(scope="module")
def mexico() -> NextAnswer:
    return next_ally("MEX", TODAY)


def test_a_figure_speaks_in_the_direction_of_its_criterion(mexico: NextAnswer) -> None:
    from mnna.answers.compare import compare

    better = {one.indicator: one.better for one in criteria()}
    rows = {row.measure.id: row for row in compare("MEX", to=[], on=TODAY).rows}
    for points, side in ((mexico.case_for, "for"), (mexico.case_against, "against")):
        for one in (point for point in points if point.id in rows):
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
