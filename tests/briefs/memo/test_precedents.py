"""Precedents are the nearest allies of the comparison, with their own act and what followed."""

from __future__ import annotations

from mnna.answers.compare import compare
from mnna.briefs.memo.compose import next_ally

TODAY = "2026-11-24"


def test_they_are_the_nearest_of_the_comparison() -> None:
    near = compare("MEX", to=[], on=TODAY).nearest[:3]
    found = next_ally("MEX", TODAY).precedents
    assert [one.country for one in found] == [one.country for one in near]
    assert all(one.citation and one.instrument in one.says for one in found)


def test_an_ended_status_is_told_as_ended() -> None:
    told = {one.country: one.followed for code in ("IRQ", "TJK", "UZB") for one in next_ally(code, TODAY).precedents}
    ended = told.get("AFG")
    assert ended is None or "ended on 23 September 2022" in ended
    assert all("It still has the status" in said for code, said in told.items() if code != "AFG")


def test_figures_that_the_source_counts_in_another_way_are_not_set_side_by_side() -> None:
    """From 2018 on the count of troops leaves out those deployed: Tunisia's of 2014 and 2018 are two things."""
    told = {one.country: one for one in next_ally("KEN", TODAY).precedents}
    assert "goods trade" in told["TUN"].followed and "troops" not in told["TUN"].followed
    assert told["TUN"].says.startswith("Tunisia, designated on 10 July 2015 by Presidential Determination")
