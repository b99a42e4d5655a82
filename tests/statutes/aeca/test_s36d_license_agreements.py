"""AECA 36(d) as a table: country, day, facts given; verdict, days; why."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.notice import decide
from mnna.registry.load import load_registry
from mnna.statutes.catalog import case_law

LAW = case_law("license-agreement")

TABLE = [
    ("COL", "1976-06-29", {}, "unknown", None, "the subsection did not exist"),
    ("COL", "1990-01-01", {}, "yes", None, "certified, but the text then set no days"),
    ("DEU", "1996-07-20", {}, "no", None, "NATO members were outside the subsection"),
    ("DEU", "1996-07-21", {}, "yes", 15, "brought in by P.L. 104-164"),
    ("ESP", "1982-05-29", {}, "yes", None, "not yet a member"),
    ("ESP", "1982-05-30", {}, "no", None, "a member from that day"),
    ("JPN", "1996-07-20", {}, "yes", None, "not a member: always certified"),
    ("JPN", "1996-07-21", {}, "yes", 15, "named beside NATO"),
    ("KOR", "2008-10-14", {}, "yes", 30, "named the next day"),
    ("KOR", "2008-10-15", {}, "yes", 15, "P.L. 110-429"),
    ("ISR", "2010-10-08", {}, "yes", 15, "P.L. 111-266"),
    ("NATO", "2024-06-01", {}, "yes", 30, "(d)(2)(A) speaks of a country, not of the Organization"),
    ("COL", "2024-06-01", {}, "yes", 30, "a major non-NATO ally is any other country"),
    ("COL", "2024-06-01", {"manufactures_sme": False}, "no", None, "no manufacture of significant equipment"),
    ("GBR", "2025-12-17", {"aukus_exempt": True}, "yes", 15, "the day before the carve-out"),
    ("GBR", "2025-12-18", {"aukus_exempt": True}, "no", None, "P.L. 119-60"),
    ("GBR", "2025-12-18", {}, "unknown", 15, "not said whether exempt"),
    ("CAN", "2025-12-18", {"aukus_exempt": True}, "yes", 15, "Canada is no partner in 38(l)"),
]


@pytest.mark.parametrize(("country", "on", "given", "verdict", "days", "why"), TABLE)
def test_table(country: str, on: str, given: dict[str, bool], verdict: str, days: int | None, why: str) -> None:
    found = decide(LAW, load_registry(), country, date.fromisoformat(on), given)
    assert (found.verdict, found.review_days) == (verdict, days), why


def test_there_is_no_dollar_floor() -> None:
    found = decide(LAW, load_registry(), "COL", date(2024, 6, 1), {})
    assert (found.measure, found.usd) == ("none", None)
    assert found.presumes == (
        "it is presumed that the agreement involves manufacture abroad of significant military equipment; one that "
        "does not needs no certification under 36(d)",
    )


def test_before_1996_the_law_gave_no_days() -> None:
    found = decide(LAW, load_registry(), "COL", date(1990, 1, 1), {})
    assert (found.verdict, found.review_days) == ("yes", None)
    assert "for a time the law does not say" in found.because
