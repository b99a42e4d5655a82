"""Satellites: the licensing regime for allies of 1999 and 2000, and launches from allied soil."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked


def test_until_the_rule_of_2000_the_regime_is_a_step() -> None:
    assert "sets up the regime" in asked("satellite-licensing", "JPN", "2000-06-30").steps[0]
    assert "sets up the regime" not in " ".join(asked("satellite-licensing", "JPN", "2000-07-01").steps)


@pytest.mark.parametrize(("day", "lags"), [("2024-06-01", True), ("2025-07-07", False)])
def test_the_lagging_list_is_mentioned_while_it_lags(day: str, lags: bool) -> None:
    assert any("lags behind" in step for step in asked("satellite-licensing", "COL", day).steps) is lags


def test_ordinary_satellites_passed_to_commerce_in_2014() -> None:
    assert "passed to Commerce" not in asked("satellite-licensing", "JPN", "2014-11-09").because
    assert "passed to Commerce" in asked("satellite-licensing", "JPN", "2014-11-10").because
    assert asked("satellite-licensing", "JPN", "2024-06-01").terms["mde_below_usd"] == 14_000_000


def test_state_may_still_impose_controls() -> None:
    assert "may still impose" in asked("launch-monitoring-exception", "BRA", "2024-06-01").steps[0]
