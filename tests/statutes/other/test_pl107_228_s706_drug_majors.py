"""Section 706: the majors list alone bars nothing; having failed demonstrably does, unless aid is vital."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked

ID = "restriction-drug-majors"


def test_being_on_the_list_bars_nothing() -> None:
    found = asked(ID, "MEX", "2025-06-01")
    assert found.verdict == "no" and found.terms["on_majors_list"] is True


def test_a_failure_bars_unless_the_president_reports_aid_as_vital() -> None:
    barred, vital = asked(ID, "AFG", "2026-01-15"), asked(ID, "COL", "2026-01-15")
    assert barred.verdict == "yes" and vital.verdict == "no"
    assert vital.terms["failed_demonstrably"] is True and vital.terms["reported_vital"] is True
    assert barred.terms["reported_vital"] is False


@pytest.mark.parametrize("country", ["GBR", "KEN"])
def test_a_country_off_the_list_is_not_barred(country: str) -> None:
    found = asked(ID, country, "2025-06-01")
    assert (found.verdict, found.terms["on_majors_list"]) == ("no", False)
