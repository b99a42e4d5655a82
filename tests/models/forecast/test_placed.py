"""A country's place is its place in the ranking, and the word for it follows from the back-test."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.models.forecast.placed import placed, resemblance
from mnna.models.forecast.rank import Ranking
from mnna.models.panel import World
from tests.models.forecast.known import DAY


def test_the_rank_is_that_of_the_ranking(world: World, now: Ranking) -> None:
    for one in now.ranking[:30:7]:
        found = placed(world, now.on, one.country)
        assert found is not None and found.rank == one.rank and found.at_risk == len(now.ranking)
        assert found.median_rank == now.backtest.median_rank and len(found.misses) == len(now.backtest.misses)
        assert found.low is not None and found.high is not None and found.low <= one.rank <= found.high


def test_one_that_the_law_bars_is_left_out_with_the_reason(world: World, now: Ranking) -> None:
    left = {one.country: one.why for one in now.left_out}
    assert {"CUB", "CHN"} <= left.keys()
    for code, why in left.items():
        found = placed(world, now.on, code)
        assert found is not None and found.left_out == why
        assert found.rank is None and found.resembles is None and found.low is None
    mexico = placed(world, now.on, "MEX")
    assert mexico is not None and mexico.left_out is None


def test_the_rule_is_tested_only_by_what_came_since(world: World, now: Ranking) -> None:
    found = placed(world, now.on, "MEX")
    assert found is not None and found.out_of_sample == now.origin.out_of_sample == 0
    assert found.designees == now.origin.known


def test_one_without_a_figure_has_no_rank(world: World, now: Ranking) -> None:
    code = next(one.country for one in now.ranking if one.score is None)
    found = placed(world, now.on, code)
    assert found is not None and found.rank is None and found.resembles is None


@pytest.mark.parametrize(
    ("code", "on"), [("COL", DAY), ("FRA", DAY), ("MEX", date(1990, 1, 1)), ("MEX", date(1, 1, 1))]
)
def test_one_that_could_not_be_named_has_no_place(world: World, code: str, on: date) -> None:
    assert placed(world, on, code) is None


@given(st.floats(1, 200), st.floats(1, 200), st.floats(1, 200))
def test_a_better_rank_never_resembles_less(rank: float, median: float, beyond: float) -> None:
    order = ("strongly", "somewhat", "little")
    worst = median + beyond
    assert order.index(resemblance(rank, median, worst)) <= order.index(resemblance(rank + 1, median, worst))
    assert resemblance(median, median, worst) == "strongly" and resemblance(worst, median, worst) == "somewhat"
