"""Satellites: the licensing regime for allies of 1999 and 2000, and launches from allied soil."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.engine.finding import Finding, find
from mnna.registry.load import load_registry
from mnna.statutes.catalog import authority

TABLE = [
    ("satellite-licensing", "JPN", "1999-03-14", "unknown", "not encoded"),
    ("satellite-licensing", "JPN", "1999-11-28", "no", "no regime for allies"),
    ("satellite-licensing", "JPN", "1999-11-29", "yes", "the statute orders one"),
    ("satellite-licensing", "JPN", "2000-07-01", "yes", "the regulation"),
    ("satellite-licensing", "COL", "2022-05-22", "no", "designated the next day"),
    ("satellite-licensing", "COL", "2022-05-23", "yes", "the determination counts, not the ITAR's list"),
    ("satellite-licensing", "TWN", "2002-09-29", "no", "before section 1206"),
    ("satellite-licensing", "TWN", "2002-09-30", "yes", "section 1206"),
    (
        "satellite-licensing",
        "AFG",
        "2022-09-23",
        "no",
        "the designation ended, though the ITAR's list kept it",
    ),
    ("satellite-licensing", "MEX", "2024-06-01", "no", "neither"),
    ("launch-monitoring-exception", "JPN", "1998-10-16", "unknown", "not encoded"),
    ("launch-monitoring-exception", "JPN", "1998-10-17", "yes", "an ally"),
    ("launch-monitoring-exception", "BRA", "2019-07-30", "no", "designated the next day"),
    ("launch-monitoring-exception", "BRA", "2019-07-31", "yes", "an ally"),
    ("launch-monitoring-exception", "CHN", "2024-06-01", "no", "the case the controls were made for"),
    ("launch-monitoring-exception", "TWN", "2024-06-01", "yes", "treated as an ally by the ITAR"),
    ("launch-monitoring-exception", "MEX", "2024-06-01", "no", "neither"),
]


def ask(id_: str, country: str, day: str, **given: bool) -> Finding:
    return find(authority(id_), load_registry(), country, date.fromisoformat(day), given)


@pytest.mark.parametrize(("id_", "country", "day", "verdict", "why"), TABLE)
def test_table(id_: str, country: str, day: str, verdict: str, why: str) -> None:
    assert ask(id_, country, day).verdict == verdict, why


def test_until_the_rule_of_2000_the_regime_is_a_step() -> None:
    assert "sets up the regime" in ask("satellite-licensing", "JPN", "2000-06-30").steps[0]
    assert "sets up the regime" not in " ".join(ask("satellite-licensing", "JPN", "2000-07-01").steps)


@pytest.mark.parametrize(("day", "lags"), [("2024-06-01", True), ("2025-07-07", False)])
def test_the_lagging_list_is_mentioned_while_it_lags(day: str, lags: bool) -> None:
    assert any("lags behind" in step for step in ask("satellite-licensing", "COL", day).steps) is lags


def test_ordinary_satellites_passed_to_commerce_in_2014() -> None:
    assert "passed to Commerce" not in ask("satellite-licensing", "JPN", "2014-11-09").because
    assert "passed to Commerce" in ask("satellite-licensing", "JPN", "2014-11-10").because
    assert ask("satellite-licensing", "JPN", "2024-06-01").terms["mde_below_usd"] == 14_000_000


def test_state_may_still_impose_controls() -> None:
    assert "may impose" in ask("launch-monitoring-exception", "BRA", "2024-06-01").steps[0]
