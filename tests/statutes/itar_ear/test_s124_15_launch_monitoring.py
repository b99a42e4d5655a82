"""ITAR 124.15: launches from NATO and major non-NATO allies need no mandatory monitors."""

from __future__ import annotations

from tests.statutes.asking import asked

ID = "launch-monitoring-exception"


def test_a_no_names_the_designation() -> None:
    assert "designation as a major non-NATO ally" in " ".join(asked(ID, "MEX", "2024-06-01").routes)


def test_what_state_may_still_do_counts_from_the_day_the_rule_names() -> None:
    assert asked(ID, "AUS", "1999-03-14").steps == ()
    assert "22 CFR 124.15(c)" in asked(ID, "AUS", "1999-03-15").steps[0]
