"""Who was designated, and who could have been."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.answers.compare.entrants import at_risk, entrants, outside_nato
from mnna.answers.data_context import evidence
from mnna.registry.countries import countries
from mnna.series.coverage_codes import place


def test_who_could_have_been_designated() -> None:
    real = evidence()
    risk = set(at_risk(real, 2021))
    assert {"MEX", "COL", "QAT", "IND"} <= risk
    assert not {"USA", "CAN", "BRA", "TWN", "PRI", "NATO"} & risk
    assert "TWN" in at_risk(real, 2001) and "TWN" not in at_risk(real, 2002)
    assert "FIN" in risk and "FIN" not in at_risk(real, 2023)  # a NATO member from 2023
    assert "BRA" in outside_nato(real, 2021)
    assert "SSD" not in at_risk(real, 2005)  # did not exist


def test_who_was_designated_by_a_day() -> None:
    real = evidence()
    early, late = ({one.country for one in entrants(real, day)} for day in (date(2022, 4, 29), date(2024, 6, 24)))
    assert early < late and late - early == {"COL", "KEN"} and "QAT" in early and "AFG" in early
    held = {span.country for span in real.registry.spans if span.status == "mnna" and span.since <= date(2022, 4, 29)}
    assert early == held


@pytest.mark.parametrize("year", [1989, 2001, 2012, 2026])
def test_the_groups_are_those_that_do_not_hold_what_takes_a_country_out(year: int) -> None:
    real, day = evidence(), date(year, 12, 31)
    states = [code for code, one in countries().items() if one.sovereign == "yes" and code != "USA"]
    for group, statuses in ((outside_nato, ("nato",)), (at_risk, ("nato", "mnna", "treated-as-mnna"))):
        told = set(group(real, year))
        for code in states:
            out = any(real.registry.holds(code, status, day) for status in statuses)
            assert (code in told) == (not out and place(code).existed(year)), (code, year)
