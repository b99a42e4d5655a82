"""What should count: the user's preferences are kept, the missing stay uncertain, and it is said what this is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from mnna.errors import BadQuestion, UnknownWord
from mnna.models.choice.criteria import Criterion, criteria, extremes
from mnna.models.choice.smaa import smaa
from mnna.models.choice.weights import draw_weights
from mnna.models.panel import World

DAY = date(2026, 11, 24)


def test_mexico_comes_first_for_those_who_value_trade_and_nearness(world: World) -> None:
    found = criteria(country="Mexico", on=DAY, draws=20_000, world=world)
    assert "For that one must value trade with the United States" in found.reading
    said = found.to_dict()
    assert "not who will be named" in said["should"]
    mexico = next(row for row in said["candidates"] if row["candidate"] == "MEX")
    assert 0 < mexico["first"] < 0.5 and sum(mexico["central_weights"].values()) == pytest.approx(1.0, abs=1e-6)
    assert sum(row["first"] for row in said["candidates"]) == pytest.approx(1.0)
    assert "VEN" in said["missing"]["us_troops_active_duty"]


def test_the_users_order_changes_the_answer_in_its_direction(world: World) -> None:
    chosen = [
        Criterion("us_goods_trade_total", "high", "log"),
        Criterion("vdem_polyarchy"),
        Criterion("population", "high", "log"),
    ]
    free = criteria(chosen, candidates=["MEX", "CRI", "IND"], on=DAY, draws=5000, world=world)
    trade = criteria(chosen, candidates=["MEX", "CRI", "IND"], on=DAY, draws=5000, world=world,
                     order=["us_goods_trade_total", "vdem_polyarchy", "population"])  # fmt: skip
    place = free.acceptability.candidates.index("MEX")
    assert trade.acceptability.first[place] > free.acceptability.first[place]
    held = criteria(
        chosen, candidates=["MEX", "CRI"], on=DAY, draws=2000, world=world, bounds={"vdem_polyarchy": (0.9, 1.0)}
    )
    assert held.acceptability.first.tolist() == [0.0, 1.0]


def test_same_seed_same_answer(world: World) -> None:
    one, two = (criteria(on=DAY, draws=3000, seed=5, world=world) for _ in range(2))
    assert np.array_equal(one.acceptability.ranks, two.acceptability.ranks) and one == two


def test_what_cannot_be_compared(world: World) -> None:
    with pytest.raises(BadQuestion, match=r"ARG: it was announced on 16 October 1997 and designated on 6 January 1998"):
        criteria(candidates=["ARG", "MEX"], on=DAY, world=world)
    with pytest.raises(BadQuestion, match="only one"):
        criteria(candidates=["MEX"], on=DAY, world=world)
    with pytest.raises(UnknownWord):
        criteria([Criterion("happiness")], on=DAY, world=world)


def test_where_all_are_alike_nobody_is_ahead_and_no_likeness_is_claimed(world: World) -> None:
    peaceful = ["MEX", "CRI", "CHL"]
    found = criteria(
        [Criterion("civil_conflict_intensity", "low")], candidates=peaceful, on=DAY, draws=2000, world=world
    )
    assert found.acceptability.first == pytest.approx([1 / 3] * 3, abs=0.05)
    assert found.to_dict()["rank_correlation_with_topsis"] is None


def test_a_weight_may_be_set(world: World) -> None:
    chosen = [Criterion("us_goods_trade_total", "high", "log"), Criterion("vdem_polyarchy")]
    set_ = criteria(chosen, candidates=["MEX", "CRI"], on=DAY, draws=100, world=world,
                    bounds={"vdem_polyarchy": (0.25, 0.25)})  # fmt: skip
    assert str(set_.acceptability.entropy) == "0.0"  # and not -0.0, as it was said
    assert set_.acceptability.central[set_.acceptability.candidates.index("MEX")] == pytest.approx([0.75, 0.25])


def test_missing_figures_are_bounded_and_their_share_is_told(world: World) -> None:
    found = criteria(on=DAY, draws=4000, world=world)
    rows = {one.candidate: one for one in found.candidates}
    for one in rows.values():
        assert one.first_worst <= one.first_best and one.rank_best <= one.rank_worst
        assert one.first <= one.first_best + 0.06  # other draws, and the bounds take what is measured as exact
        missing = sum(one.candidate in codes for codes in found.missing.values())
        assert one.imputed == pytest.approx(missing / len(found.criteria), abs=0.02)
        assert one.confidence is None or one.confidence < 1.0  # 1 would say that nothing varies
    assert rows["PRK"].imputed > 0.1 and rows["PRK"].rank_best < rows["PRK"].rank_worst


def test_the_registrys_screen_is_an_option_and_is_shown(world: World) -> None:
    open_to_all, screened = (criteria(on=DAY, draws=1000, screen=one, world=world) for one in (False, True))
    assert "The legal screen would leave out Panama and Costa Rica, of the first ten" in open_to_all.reading
    assert {"CUB", "CHN", "RUS", "PRK", "IRN"} <= set(open_to_all.barred) <= set(open_to_all.topsis)
    assert screened.barred == open_to_all.barred and not set(screened.barred) & set(screened.topsis)
    assert f"The legal screen leaves out {len(screened.barred)} countries, listed below." in screened.reading
    named = criteria(on=DAY, draws=200, candidates=["CHN", "MEX"], screen=True, world=world)
    assert set(named.topsis) == {"CHN", "MEX"}  # those the user names are compared


def test_democracy_is_only_as_sure_as_v_dem_says(world: World) -> None:
    exact, blurred = (criteria(on=DAY, draws=2000, world=one) for one in (replace(world, intervals={}), world))
    assert not exact.measured and list(blurred.measured) == ["vdem_polyarchy"]
    sure, unsure = (
        {one.candidate: one.confidence or 1.0 for one in found.candidates}["AUT"] for found in (exact, blurred)
    )
    assert sure > 0.9 and unsure < 0.5  # Switzerland is as good, but for what V-Dem cannot tell apart
    later = criteria([Criterion("vdem_polyarchy")], candidates=["CHE", "AUT"], on=DAY, draws=2000, world=world)
    assert 0.05 < min(later.acceptability.first) < 0.5


def test_without_missing_figures_the_bounds_are_one() -> None:
    values = np.array([[1.0, 0.0], [0.0, 1.0], [0.4, 0.4]])
    weights = draw_weights(["a", "b"], 1000, 1, (), None)
    found, exact = extremes(values, weights), smaa(values, weights, seed=1)
    assert found.first[0] == pytest.approx(found.first[1]) and found.first[0] == pytest.approx(exact.first)
    assert found.rank[0] == pytest.approx(exact.expected_rank) and not found.imputed.any()


def test_a_candidate_without_any_figure_may_be_anywhere() -> None:
    values = np.array([[np.nan, np.nan], [0.2, 1.0], [0.9, 0.3], [0.0, 0.0], [1.0, 0.5]])
    weights = draw_weights(["a", "b"], 500, 1, (), None)
    found = extremes(values, weights)
    assert (found.first[0, 0], found.first[1, 0]) == (0.0, 1.0)
    assert (found.rank[1, 0], found.rank[0, 0]) == (1.0, 5.0)
    assert found.imputed == pytest.approx([1.0, 0.0, 0.0, 0.0, 0.0])


def test_every_way_to_fill_the_gaps_lies_within() -> None:
    rng = np.random.default_rng(4)
    values = rng.random((7, 3))
    values[rng.random((7, 3)) < 0.3] = np.nan
    weights = draw_weights(["a", "b", "c"], 300, 2, (), None)
    found = extremes(values, weights)
    for _ in range(50):
        filled = np.where(np.isnan(values), rng.random((7, 3)), values)
        exact = smaa(filled, weights, seed=1)
        assert (found.first[0] <= exact.first + 1e-9).all() and (exact.first <= found.first[1] + 1e-9).all()
        assert (found.rank[1] <= exact.expected_rank + 1e-4).all()
        assert (exact.expected_rank <= found.rank[0] + 1e-4).all()
