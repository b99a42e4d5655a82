"""TVPA 110: aid is withheld from Tier 3 governments that the President determines, for a fiscal year."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "restriction-trafficking-tier3"


def test_a_determination_bars_and_its_absence_does_not() -> None:
    assert verdict(ID, "CHN", "2024-06-01") == "yes"
    assert verdict(ID, "MEX", "2024-06-01") == "no" == verdict(ID, "COL", "2024-06-01")


def test_the_determination_is_due_45_to_90_days_after_the_report() -> None:
    terms = asked(ID, "CHN", "2024-06-01").terms
    assert (terms["determination_earliest_days"], terms["determination_latest_days"]) == (45, 90)
    assert terms["tier_3"] is True and "national-interest" in str(terms["waiver"])


@pytest.mark.parametrize("on", ["2002-12-31"])
def test_before_the_first_determination_there_was_no_such_bar(on: str) -> None:
    assert verdict(ID, "CHN", on) == "no"


@pytest.mark.parametrize(
    ("code", "year"),
    [("PRK", 2004), ("SDN", 2005), ("KHM", 2006), ("SYR", 2007), ("IRN", 2009), ("ERI", 2011)],
)
def test_each_determination_of_the_first_years_bars_those_it_names(code: str, year: int) -> None:
    assert verdict(ID, code, f"{year}-06-01") == "yes"
    assert verdict(ID, "COL", f"{year}-06-01") == "no"


@pytest.mark.parametrize(("on", "stands"), [("2003-12-18", False), ("2003-12-19", True), ("2024-06-01", True)])
def test_the_later_waiver_stands_since_its_amendment(on: str, stands: bool) -> None:
    """Subsection (f) was added on 19 December 2003, by P.L. 108-193 s. 6(i)."""
    assert ("22 USC 7107(f)" in str(asked(ID, "PRK", on).to_dict())) == stands
