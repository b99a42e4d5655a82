"""Cooperative research, projects, loans and counterterrorism research: three ideas of an ally."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.finding import Finding, find
from mnna.registry.load import load_registry
from mnna.statutes.catalog import authority

TABLE = [
    ("cooperative-rd", "MEX", "2001-12-27", "no", "other friendly countries were let in the next day"),
    ("cooperative-rd", "MEX", "2001-12-28", "yes", "a friendly country"),
    ("cooperative-rd", "NZL", "2000-06-01", "no", "FAA 517 is not the title-10 list"),
    ("cooperative-rd", "JPN", "1995-06-01", "yes", "on the title-10 list"),
    ("cooperative-rd", "COL", "2025-06-01", "yes", "a friendly country whatever the title-10 list says"),
    ("cooperative-rd", "TWN", "2025-06-01", "yes", "a friendly country"),
    ("cooperative-rd", "FRA", "1990-06-01", "yes", "a NATO member"),
    ("cooperative-rd", "IRN", "2025-06-01", "no", "on the terrorism list"),
    ("cooperative-rd", "CUB", "2018-06-01", "yes", "off the terrorism list then; presumed friendly, and says so"),
    ("cooperative-rd", "RUS", "2025-06-01", "unknown", "denied arms by the ITAR"),
    ("cooperative-rd", "FRA", "1989-11-28", "unknown", "not encoded"),
    ("cooperative-projects", "MEX", "2025-06-01", "yes", "any friendly country on a finding of interest"),
    ("cooperative-projects", "JPN", "1986-11-13", "no", "only NATO then"),
    ("cooperative-projects", "JPN", "1986-11-14", "yes", "subsection (j) was added"),
    ("cooperative-projects", "NATO", "2025-06-01", "yes", "named in (a)"),
    ("cooperative-projects", "PRK", "2025-06-01", "no", "on the terrorism list"),
    ("rdte-loans", "COL", "2022-05-22", "no", "designated the next day"),
    ("rdte-loans", "COL", "2022-05-23", "yes", "an ally under FAA 517"),
    ("rdte-loans", "NZL", "1996-07-20", "no", "the title-10 list then"),
    ("rdte-loans", "NZL", "1996-07-21", "yes", "the FAA 517 list since"),
    ("rdte-loans", "ISR", "1990-06-01", "yes", "on the title-10 list"),
    ("rdte-loans", "TWN", "2002-09-29", "no", "before section 1206"),
    ("rdte-loans", "TWN", "2002-09-30", "yes", "a loan is a transfer"),
    ("rdte-loans", "MEX", "2026-06-01", "no", "no friendly-country limb here"),
    ("rdte-loans", "NATO", "2025-06-01", "no", "the section speaks of countries"),
    ("counterterrorism-rd", "COL", "2022-05-22", "no", "on neither list"),
    ("counterterrorism-rd", "COL", "2025-06-01", "unknown", "the title-10 list is not published"),
    ("counterterrorism-rd", "AUS", "2025-06-01", "yes", "on the title-10 list"),
    ("counterterrorism-rd", "TWN", "2025-06-01", "unknown", "section 1206 is arguable"),
    ("counterterrorism-rd", "TWN", "2001-06-01", "no", "before section 1206"),
    ("counterterrorism-rd", "MEX", "2025-06-01", "no", "neither NATO member nor listed"),
]


def ask(id_: str, country: str, day: str, **given: bool) -> Finding:
    return find(authority(id_), load_registry(), country, date.fromisoformat(day), given)


@pytest.mark.parametrize(("id_", "country", "day", "verdict", "why"), TABLE)
def test_table(id_: str, country: str, day: str, verdict: str, why: str) -> None:
    assert ask(id_, country, day).verdict == verdict, why


@pytest.mark.parametrize(
    ("country", "days"), [("MEX", 30), ("COL", None), ("JPN", 0), ("FRA", 0), ("TWN", None), ("NATO", 0)]
)
def test_the_list_saves_a_wait(country: str, days: int | None) -> None:
    assert ask("cooperative-rd", country, "2025-06-01").terms["wait_days"] == days


def test_the_report_is_a_step_unless_surely_excused() -> None:
    told = {c: ask("cooperative-rd", c, "2025-06-01").steps for c in ("MEX", "COL", "JPN", "FRA")}
    report = {c: any("four committees" in step for step in steps) for c, steps in told.items()}
    assert report == {"MEX": True, "COL": True, "JPN": False, "FRA": False}


def test_what_is_presumed_is_said() -> None:
    assert ask("cooperative-rd", "CUB", "2018-06-01").presumes
    assert not ask("cooperative-rd", "MEX", "2025-06-01").presumes


def test_a_user_may_say_whether_a_country_is_friendly() -> None:
    assert ask("cooperative-rd", "IRQ", "2025-06-01", friendly=True).verdict == "yes"
    assert ask("cooperative-rd", "MEX", "2025-06-01", friendly=False).verdict == "no"


def test_only_nato_projects_are_excused_from_the_notices() -> None:
    assert ask("cooperative-projects", "FRA", "2025-06-01").terms["sales_notices_excused"] is True
    assert ask("cooperative-projects", "JPN", "2025-06-01").terms["sales_notices_excused"] is False
