"""The ranking and its back-test: recomputed another way, blind to the future, beside the first published table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from mnna.errors import BadDate, BadQuestion, UnknownCountry
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


def test_the_answer_about_mexico_says_it_stood_in_the_top_ten_and_was_not_named(world: World, now: Ranking) -> None:
    said = rank(DAY, country="Mexico", world=world).country
    assert said is not None and said.rank is not None and said.rank <= 10
    assert "without being named" in said.reading and str(len(said.top10_years)) in said.reading
    troops = next(one for one in said.traits if one.feature == "us_troops")
    assert troops.in_rule and troops.of_year == 2025 and 0.9 < (troops.percentile or 0) < 1
    assert troops.designees == sum(one.rank <= one.at_risk - one.missing for one in now.backtest.placings)


def test_those_not_at_risk_are_told_why(world: World) -> None:
    for country, why in [
        ("ARG", "announced on 16 October 1997 and designated on 6 January 1998"),
        ("SWE", "member of NATO"),
        ("TWN", "treated as though"),
    ]:
        said = rank(DAY, country=country, world=world).country
        assert said is not None and said.rank is None and why in said.reading
    with pytest.raises(BadQuestion):
        rank(DAY, country="PRI", world=world)
    with pytest.raises(UnknownCountry):
        rank(DAY, country="Ruritania", world=world)
