"""Commercial leasing with military financing: which act is the law of a day, and whom it lets in."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from mnna.engine.finding import Finding, find
from mnna.registry.load import load_registry
from mnna.statutes.aeca.s23a_commercial_leasing import ALLIES_DEFINED, AUTHORITY

TABLE = [
    ("ISR", "1988-01-01", "yes", "22 USC 2763(a)", "named in the section, before any act"),
    ("GBR", "1988-09-30", "no", "22 USC 2763(a)", "the first act came the next day"),
    ("GBR", "1988-10-01", "yes", "P.L. 100-461 §580", "a NATO member under the first act"),
    ("AUS", "1996-07-20", "yes", "P.L. 104-107 §528", "on the title-10 list"),
    ("NZL", "1996-07-20", "no", "P.L. 104-107 §528", "not on the title-10 list"),
    ("NZL", "1996-07-21", "yes", "P.L. 104-107 §528", "an ally under FAA 517 from that day"),
    ("COL", "2022-05-22", "no", "P.L. 117-103 div. K §7035(b)(4)", "not yet an ally"),
    ("COL", "2022-05-23", "yes", "P.L. 117-103 div. K §7035(b)(4)", "an ally from that day"),
    ("COL", "2024-03-22", "yes", "P.L. 117-328 div. K §7035(b)(3)", "the older act, carried"),
    ("COL", "2024-03-23", "yes", "P.L. 118-47 div. F §7035(b)(3)", "the act of fiscal year 2024"),
    ("COL", "2025-03-14", "yes", "P.L. 118-47 div. F §7035(b)(3)", "still the act of fiscal year 2024"),
    ("COL", "2025-09-30", "yes", "P.L. 119-4; P.L. 118-47 div. F §7035(b)(3)", "carried to the end of the year"),
    ("COL", "2025-10-01", "unknown", "22 USC 2763(a)", "between two acts"),
    ("COL", "2026-02-02", "unknown", "22 USC 2763(a)", "the day before the act for fiscal year 2026"),
    ("COL", "2026-02-03", "yes", "P.L. 119-75 div. F §7035(b)(3)", "the act for fiscal year 2026"),
    ("FRA", "2026-12-11", "yes", "P.L. 119-75 div. F §7035(b)(3)", "the last day of the continuing resolution"),
    ("FRA", "2026-12-12", "unknown", "22 USC 2763(a)", "another act is needed"),
    ("EGY", "2026-06-01", "yes", "22 USC 2763(a)", "permanent law"),
    ("TWN", "2025-06-01", "unknown", "P.L. 119-4", "section 1206 is arguable"),
    ("MEX", "2025-10-01", "no", "22 USC 2763(a)", "whatever the next act says of allies"),
    ("AFG", "2022-09-22", "no", "P.L. 117-103 div. K §7035(b)(4)", "an ally, but on the child soldiers list"),
    ("AFG", "2022-09-23", "no", "P.L. 117-103 div. K §7035(b)(4)", "terminated"),
]


def ask(country: str, day: str, **given: bool) -> Finding:
    return find(AUTHORITY, load_registry(), country, date.fromisoformat(day), given)


@pytest.mark.parametrize(("country", "day", "verdict", "cited", "why"), TABLE)
def test_table(country: str, day: str, verdict: str, cited: str, why: str) -> None:
    found = ask(country, day)
    assert found.verdict == verdict, why
    assert cited in found.citations[0], why


def test_every_day_has_one_act_and_the_acts_are_in_order() -> None:
    days = [provision.since for provision in AUTHORITY.provisions]
    assert days == sorted(set(days)) and ALLIES_DEFINED in days
    assert all(one.until == other.since for one, other in pairwise(AUTHORITY.provisions))


def test_the_act_is_among_the_terms() -> None:
    assert ask("COL", "2024-06-01").terms == {"act": "P.L. 118-47 div. F §7035(b)(3)"}
    assert ask("JPN", "1999-01-01").terms == {"act": "P.L. 105-277 div. A §101(d) [title V, s. 529]"}


def test_knowing_the_act_of_the_year_settles_leasing() -> None:
    assert ask("COL", "2025-11-01", leasing_extended=True).verdict == "yes"
    assert ask("COL", "2025-11-01", leasing_extended=False).verdict == "no"
