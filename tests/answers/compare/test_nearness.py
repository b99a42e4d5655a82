"""Which incumbents were most like the candidate, and how the distance is taken apart."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.answers.compare import MEASURES, Comparison, compare_in
from mnna.registry.countries import countries
from tests.answers.worlds import InventedFigures, registry, span
from tests.answers.worlds import evidence as invented


def _panels(values: dict[str, float], year: int = 2019) -> dict[str, dict[tuple[str, int], float]]:
    names = [measure.indicator for measure in MEASURES.values() if measure.indicator]
    return {name: {(code, year): value for code, value in values.items()} for name in names}


def test_in_a_world_where_another_is_alike_another_is_nearest() -> None:
    """The nearest is found from the figures: swap whose figures are like the candidate's and the order swaps."""
    states = [code for code, one in countries().items() if one.sovereign == "yes" and code not in ("USA", "MEX")]
    spread = {code: 1.0 + n for n, code in enumerate(states)}
    spans = [span(code, "mnna", "2020-01-01") for code in ("COL", "KEN")]
    orders = []
    for near, far in (("COL", "KEN"), ("KEN", "COL")):
        values = spread | {"MEX": 100.0, near: 100.0, far: 1.0}
        world = invented(registry(spans), InventedFigures(_panels(values)))
        shown = compare_in(world, countries()["MEX"], None, date(2020, 6, 1))
        orders.append([one.country for one in shown.nearness.nearest])
        assert shown.nearness.nearest[0].distance == 0
    assert orders == [["COL", "KEN"], ["KEN", "COL"]]


def test_the_distance_is_taken_apart(to_all: Comparison) -> None:
    shown = to_all.to_dict()
    for near in shown["nearest"]:
        assert sum(near["by"].values()) == pytest.approx(1, abs=0.01)
        assert near["rank_without_one_measure"]["best"] <= near["rank_without_one_measure"]["worst"]
    ranks = [near["distance"] for near in shown["nearest"]]
    assert ranks == sorted(ranks)
    left_out = {row["without"] for row in shown["sensitivity"]}
    nearest = len(shown["nearest"])
    assert all(len(row["nearest"]) == min(3, nearest) for row in shown["sensitivity"]) and nearest > 3
    used = {name for near in shown["nearest"] for name in near["by"]}
    assert left_out == used
    assert not shown["not_ranked"] and {"SAU", "PER"} <= {one["country"] for one in shown["nearest"]}


def test_the_nearest_do_not_depend_on_whom_one_asks_to_see(to_colombia: Comparison, to_all: Comparison) -> None:
    assert to_colombia.to_dict()["nearest"] == to_all.to_dict()["nearest"]
