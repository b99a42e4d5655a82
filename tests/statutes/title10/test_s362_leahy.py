"""10 USC 362: the Defense Department's own Leahy law, with a waiver that the State Department's lacks."""

from __future__ import annotations

from tests.statutes.asking import asked, verdict

ID = "restriction-leahy-dod"


def test_the_unit_decides() -> None:
    assert verdict(ID, "MEX", "2024-06-01") == "unknown"
    assert verdict(ID, "MEX", "2024-06-01", unit_violation_defense=False) == "no"
    assert verdict(ID, "MEX", "2024-06-01", unit_violation_defense=True, unit_excused_defense=False) == "yes"
    assert verdict(ID, "MEX", "2024-06-01", unit_violation_defense=True, unit_excused_defense=True) == "no"


def test_the_secretary_may_waive_and_must_report() -> None:
    terms = asked(ID, "MEX", "2024-06-01").terms
    assert "Secretary of Defense" in str(terms["waiver"]) and terms["report_days"] == 15


def test_the_charge_of_the_other_law_says_nothing_here() -> None:
    assert verdict(ID, "MEX", "2024-06-01", unit_violation_state=True) == "unknown"
