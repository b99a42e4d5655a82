"""Cooperative research, projects, loans and counterterrorism research: three ideas of an ally."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked


@pytest.mark.parametrize(
    ("country", "days"), [("MEX", 30), ("COL", None), ("JPN", 0), ("FRA", 0), ("TWN", None), ("NATO", 0)]
)
def test_the_list_saves_a_wait(country: str, days: int | None) -> None:
    assert asked("cooperative-rd", country, "2025-06-01").terms["wait_days"] == days


def test_the_report_is_a_step_unless_surely_excused() -> None:
    told = {c: asked("cooperative-rd", c, "2025-06-01").steps for c in ("MEX", "COL", "JPN", "FRA")}
    report = {c: any("four committees" in step for step in steps) for c, steps in told.items()}
    assert report == {"MEX": True, "COL": True, "JPN": False, "FRA": False}


def test_what_is_presumed_is_said() -> None:
    assert asked("cooperative-rd", "MEX", "2018-06-01").presumes
    assert not asked("cooperative-rd", "MEX", "2025-06-01").presumes


def test_a_user_may_say_whether_a_country_is_friendly() -> None:
    assert asked("cooperative-rd", "IRQ", "2025-06-01", friendly=True).verdict == "yes"
    assert asked("cooperative-rd", "MEX", "2025-06-01", friendly=False).verdict == "no"


def test_only_nato_projects_are_excused_from_the_notices() -> None:
    assert asked("cooperative-projects", "FRA", "2025-06-01").terms["sales_notices_excused"] is True
    assert asked("cooperative-projects", "JPN", "2025-06-01").terms["sales_notices_excused"] is False
