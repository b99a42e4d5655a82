"""The rivals of the rule: simple forecasts and fitted models, back-tested in the same way."""

from __future__ import annotations

from mnna.models.forecast.rank import Ranking


def test_the_rivals_are_what_they_should_be(now: Ranking) -> None:
    by_name = {one.name: one for one in now.rivals}
    assert by_name["chance"].auc == 0.5
    assert by_name["UN closeness"].auc < 0.55  # voting does not predict designation
    assert by_name["US trade"].median_rank > 2 * now.backtest.median_rank
    assert by_name["US troops"].median_rank == now.backtest.median_rank
    assert {"alphabet", "GDP", "US aid", "region of the last designee, then troops"} <= set(by_name)
    assert sum(": " in name for name in by_name) == 4  # two ridges, Firth, conditional logit
