"""AECA 27: projects with NATO, and since November 1986 with friendly countries."""

from __future__ import annotations

from tests.statutes.asking import asked

ID = "cooperative-projects"


def test_the_certificate_comes_thirty_days_before_and_takes_sales_notices_away_for_some() -> None:
    nato, other = asked(ID, "FRA", "2024-06-01"), asked(ID, "MEX", "2024-06-01")
    assert nato.terms["certification_days"] == other.terms["certification_days"] == 30
    assert nato.terms["sales_notices_excused"] is True and other.terms["sales_notices_excused"] is False
