"""The section on status: what is held, the steps, and lists that disagree."""

from __future__ import annotations

from tests.briefs.reading import brief, said

TODAY = "2026-11-24"


def test_the_road_is_told_step_by_step() -> None:
    road = said(brief("COL", on=TODAY), "status")
    for step in (
        "10 March 2022: announced",
        "21 April 2022: notified",
        "23 May 2022: designated",
        "7 July 2025: listed",
    ):
        assert step in road


def test_steps_after_the_day_are_called_later() -> None:
    assert "23 May 2022: later: designated" in said(brief("COL", on="2022-05-01"), "status")


def test_lists_that_disagree_are_shown() -> None:
    assert "in law yes (22 USC 2321k), in the ITAR recital no" in said(brief("COL", on="2024-06-01"), "status")
