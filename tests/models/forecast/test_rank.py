"""The ranking and its back-test: recomputed another way, blind to the future, beside the first published table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mnna.errors import BadDate, BadQuestion
from mnna.models.forecast.rank import Ranking, rank
from mnna.models.panel import World
from tests.models.forecast.known import DAY


def test_nothing_later_than_the_day_is_looked_at(world: World) -> None:
    """Figures and designations after the day may be anything at all: the answer of that day does not move."""
    day = date(2021, 6, 30)
    altered = {
        name: {
            key: 1e9 if key[1] >= day.year and name != "dist_washington_km" else value for key, value in table.items()
        }
        for name, table in world.figures.items()
    }
    namings = {code: one for code, one in world.namings.items() if one.announced <= day}
    blind = replace(world, figures=altered, namings=namings)
    assert rank(day, world=blind).to_dict() == rank(day, world=world).to_dict()


def test_ranking_on_a_day_in_the_past(world: World) -> None:
    found = rank("2021-06-30", world=world)
    codes = [one.country for one in found.ranking]
    assert {"COL", "QAT", "KEN", "SAU", "PER"} <= set(codes)
    assert not {"BRA", "ARG", "DEU", "TWN", "USA"} & set(codes)
    assert found.backtest.placings[-1].country == "BRA"


def test_the_contract(now: Ranking) -> None:
    found = now.to_dict()
    assert {"on", "event", "rule", "ranking", "backtest", "rivals"} <= set(found)
    assert found["rule"] == ["us_troops"]
    assert {"country", "rank", "score", "years_in_top10"} <= set(found["ranking"][0])
    assert {"median_rank", "auc", "top10", "top20", "chance_median", "designees"} <= set(found["backtest"])
    assert {"country", "year", "rank", "at_risk"} <= set(found["backtest"]["designees"][0])
    assert all({"name", "median_rank", "auc"} <= set(one) for one in found["rivals"])
    assert len(found["backtest"]["misses"]) == sum(one["rank"] > 10 for one in found["backtest"]["designees"])


def test_determination_dates_move_the_events(world: World) -> None:
    found = rank(DAY, "determined", world=world).backtest
    years = {one.country: one.year for one in found.placings}
    assert (years["PER"], years["ARG"], years["KWT"]) == (2026, 1998, 2004)
    with pytest.raises(BadQuestion):
        rank(DAY, "published", world=world)
    with pytest.raises(BadDate):
        rank("1990-01-01", world=world)
