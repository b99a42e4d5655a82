"""Cross-servicing agreements: NATO is in, everyone else must be designated, and no list is held."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked


@pytest.mark.parametrize(("designated", "verdict"), [(True, "yes"), (False, "no")])
def test_the_designation_settles_it(designated: bool, verdict: str) -> None:
    assert asked("cross-servicing-agreement", "COL", "2025-06-01", acsa=designated).verdict == verdict


@pytest.mark.parametrize(("day", "second"), [("2019-12-19", False), ("2019-12-20", True)])
def test_the_second_notice_began_in_2019(day: str, second: bool) -> None:
    found = asked("cross-servicing-agreement", "COL", day, acsa=True)
    assert any("before the agreement is made" in step for step in found.steps) is second
    assert ("agreement_notice_days" in found.terms) is second


@pytest.mark.parametrize(("day", "limits"), [("2018-08-12", False), ("2018-08-13", True)])
def test_no_commitment_to_hostilities_since_2018(day: str, limits: bool) -> None:
    steps = asked("cross-servicing-agreement", "FRA", day).steps
    assert any("no commitment" in step for step in steps) is limits


def test_nato_governments_need_no_second_notice() -> None:
    assert not any(
        "before the agreement is made" in s for s in asked("cross-servicing-agreement", "FRA", "2025-06-01").steps
    )


def test_others_were_designated_since_1986() -> None:
    found = asked("cross-servicing-agreement", "COL", "1990-06-01")
    assert found.verdict == "unknown" and found.terms["designation_notice_days"] == 30
    assert asked("cross-servicing-agreement", "COL", "1990-06-01", acsa=True).verdict == "yes"
