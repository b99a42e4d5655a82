"""FAA 620M: a unit under a credible charge is barred, its country and other units are not."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "restriction-leahy-state"


@pytest.mark.parametrize("on", ["2008-06-01", "2012-06-01", "2015-06-01", "2024-06-01"])
def test_the_unit_decides_and_no_status_of_the_country(on: str) -> None:
    for country in ("COL", "GBR", "MEX"):
        assert verdict(ID, country, on) == "unknown"
        assert verdict(ID, country, on, unit_violation_state=False) == "no"
        told = asked(ID, country, on, unit_violation_state=True, effective_steps_reported=False)
        assert told.verdict == "yes" and "unit" in str(told.terms["reaches"])


def test_effective_steps_of_the_government_lift_it() -> None:
    assert verdict(ID, "COL", "2024-06-01", unit_violation_state=True, effective_steps_reported=True) == "no"
    assert verdict(ID, "COL", "2024-06-01", unit_violation_state=True) == "unknown"


def test_before_it_is_encoded_nothing_is_said() -> None:
    assert verdict(ID, "COL", "2007-12-25", unit_violation_state=True) == "unknown"
