"""AECA 62 and 63 as a table: recipient, day, months; verdict, days; why."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mnna.engine.notice import Notice, decide
from mnna.registry.load import load_registry
from mnna.statutes.catalog import case_law

LAW = case_law("lease")

M = 1_000_000


def notice(recipient: str, on: str, **given: object) -> Notice:
    return decide(LAW, load_registry(), recipient, date.fromisoformat(on), given)  # type: ignore[arg-type]


TABLE = [
    ("KEN", "2024-06-01", 11, "no", None, "under a year"),
    ("KEN", "2024-06-01", 12, "yes", 30, "exactly a year is one year or longer"),
    ("KEN", "2024-06-01", 13, "yes", 30, "over a year"),
    ("KEN", "2024-06-01", None, "unknown", 30, "the length is not given"),
    ("COL", "2024-06-01", 24, "yes", 30, "a major non-NATO ally is any other country"),
    ("ITA", "1996-07-20", 24, "yes", 30, "until then thirty days for all"),
    ("ITA", "1996-07-21", 24, "yes", 15, "P.L. 104-164"),
    ("NATO", "2024-06-01", 24, "yes", 15, "the Organization is named"),
    ("AUS", "2026-06-01", 24, "yes", 15, "AECA 38(l) does not reach leases"),
    ("KOR", "2008-10-14", 24, "yes", 30, "named the next day"),
    ("KOR", "2008-10-15", 24, "yes", 15, "P.L. 110-429"),
    ("KEN", "1981-12-28", 24, "unknown", None, "chapter 6 did not exist"),
    ("KEN", "1981-12-29", 24, "yes", 30, "P.L. 97-113"),
]


@pytest.mark.parametrize(("recipient", "on", "months", "verdict", "days", "why"), TABLE)
def test_time_alone_decides(
    recipient: str, on: str, months: int | None, verdict: str, days: int | None, why: str
) -> None:
    found = notice(recipient, on, lease_months=months)
    assert (found.verdict, found.review_days) == (verdict, days), why
    assert (found.measure, found.usd) == (("none", None) if verdict == "yes" else (None, None))


@pytest.mark.parametrize("value", [0, 1, 900 * M])
def test_value_never_decides(value: int) -> None:
    worth = {"mde": Decimal(value), "total": Decimal(value)}
    assert notice("KEN", "2024-06-01", lease_months=11, **worth).verdict == "no"
    assert notice("KEN", "2024-06-01", lease_months=12, **worth).verdict == "yes"


VETO = [
    ("KEN", "2024-06-01", "13999999.99", False, "below 14 million"),
    ("KEN", "2024-06-01", "14000000", True, "63(a)(1)"),
    ("ITA", "2024-06-01", "24999999.99", False, "below 25 million"),
    ("ITA", "2024-06-01", "25000000", True, "63(a)(2)"),
    ("ITA", "2002-09-29", "14000000", True, "before P.L. 107-228 one figure for all"),
    ("ITA", "1996-07-20", "900000000", False, "until 1996 section 63 spared NATO members"),
    ("JPN", "1990-01-01", "900000000", False, "and Japan, Australia and New Zealand"),
    ("KOR", "1990-01-01", "900000000", True, "but not Korea"),
    ("NATO", "2024-06-01", "14000000", True, "63(a)(2) speaks of a member country"),
]


@pytest.mark.parametrize(("recipient", "on", "mde", "veto", "why"), VETO)
def test_section_63_veto(recipient: str, on: str, mde: str, veto: bool, why: str) -> None:
    found = notice(recipient, on, lease_months=24, mde=Decimal(mde), total=Decimal(mde))
    assert any("section 63 thresholds" in step for step in found.steps) is veto, why
