"""The versions of the rule side by side: what was found by others on the same data comes out again."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from mnna.models.forecast.forecast_sets import Choices, History, history
from mnna.models.forecast.rank import Ranking
from mnna.models.forecast.versions import log_score, versions
from mnna.models.panel import World
from tests.models.forecast.known import DAY, of_first_table


def test_one_is_the_headline_and_it_is_the_ranking(now: Ranking) -> None:
    (headline,) = [one for one in now.versions if one.headline]
    assert headline.screened and headline.known_through is None
    assert headline.first == tuple(one.country for one in now.ranking[:10])
    assert (headline.median_rank, headline.top10) == (now.backtest.median_rank, now.backtest.top10)
    assert "because" in now.why_headline and "late" in now.why_headline


def test_meetings_to_the_day_before_did_better_on_the_same_designations(world: World) -> None:
    """The first to try them found median 7.5, AUC .940, ten of sixteen and 5.3 times chance, with windows cut off where
    the lists end; against 10, .906, 8 and 2.7 for troops alone."""
    by = {one.id: one for one in versions(history(of_first_table(world), DAY))}
    alone, both = by["rule-open"], by["meetings-day-open"]
    assert (alone.median_rank, alone.top10) == (10.0, 8) and alone.auc == pytest.approx(0.906, abs=0.002)
    assert both.median_rank == pytest.approx(7.5, abs=0.6) and both.top10 == 10
    assert both.auc == pytest.approx(0.940, abs=0.003)
    assert both.log_score == pytest.approx(5.3, abs=0.4) and alone.log_score == pytest.approx(2.7, abs=0.4)
    assert by["meetings-day"].log_score > 1.5 * by["rule"].log_score
    assert both.known_through == date(2024, 11, 12)


def test_a_feature_that_says_nothing_is_worth_chance(past: History) -> None:
    rng = np.random.default_rng(0)
    noise = log_score(past, lambda field: rng.normal(size=(len(field.countries), 1)))
    assert noise == pytest.approx(1.0, abs=0.3)


def test_without_designations_there_is_no_score(world: World) -> None:
    early = versions(history(world, date(1997, 1, 1), Choices()))
    assert all(np.isnan(one.log_score) for one in early)
    assert all(len(one.first) == 10 for one in early)


def test_who_is_left_out_and_why(now: Ranking, world: World) -> None:
    left = {one.country: one for one in now.left_out}
    assert left["CUB"].rank == 1.0 and "22 USC 2371(a)" in left["CUB"].why
    assert "126.1" in left["CHN"].why and "10 USC 4872" in left["RUS"].why
    assert not {one.country for one in now.ranking} & set(left)
    assert "Left out of the ranking, though high by the rule: Cuba" in now.reading
    assert world.barred("CUB", date(2016, 1, 1)) == "" != world.barred("CUB", date(2015, 1, 1))
    assert DAY >= now.on
