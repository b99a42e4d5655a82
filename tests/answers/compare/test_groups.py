"""The place of a number in a group: percentiles and robust deviations."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.answers.compare.groups import at_risk, entrants, outside_nato, percentile, rescaled, robust
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


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=50), st.floats(-1e6, 1e6))
def test_a_percentile_lies_between_0_and_100_and_follows_the_value(group: list[float], value: float) -> None:
    found = percentile(value, group)
    assert found is not None and 0 <= found <= 100
    assert percentile(max(group) + 1, group) == 100 and percentile(min(group) - 1, group) == 0
    assert percentile(None, group) is None and percentile(value, []) is None


def test_half_of_those_equal_count() -> None:
    assert percentile(2.0, [1.0, 2.0, 3.0]) == 50
    assert percentile(0.0, [0.0] * 9 + [1.0]) == 45


def test_robust_scale() -> None:
    middle, spread = robust([float(n) for n in range(11)])
    assert (middle, spread) == pytest.approx((5.0, 1.4826 * 3))
    assert robust([0.0] * 9 + [10.0]) == pytest.approx((0.0, 1.2533))  # more than half equal: the mean deviation
    assert robust([1.0] * 20)[1] is None and robust([1.0, 2.0])[1] is None
    assert robust([float(n) for n in range(10)])[1] and robust([float(n) for n in range(9)])[1] is None


def test_each_scale_keeps_the_order_of_its_values() -> None:
    assert [rescaled(value, "log") for value in (0.0, 1.0, math.e)] == pytest.approx([math.log(1e-9), 0, 1])
    assert [rescaled(value, "log1p") for value in (-5.0, 0.0, math.e - 1)] == pytest.approx([0, 0, 1])
    assert [rescaled(value, "asinh") for value in (-math.sinh(2), 0.0, math.sinh(1))] == pytest.approx([-2, 0, 1])
    assert [rescaled(value, "plain") for value in (-5.0, 0.0, 7.0)] == [-5, 0, 7]
