"""Every specification, so that none can be picked."""

from __future__ import annotations

from dataclasses import replace
from math import comb

from mnna.models.forecast.forecast_sets import History
from mnna.models.forecast.multiverse import multiverse
from tests.models.forecast.known import DAY


def test_the_multiverse_holds_every_specification_and_the_rule_is_not_the_best_of_them(past: History) -> None:
    found = multiverse(past, up_to=2)
    every = {frozenset(one.covariates) for one in found.specifications}
    assert len(found.specifications) == len(every) == sum(comb(len(found.covariates), size) for size in (1, 2))
    lift = found.auc_change_when_included
    assert lift["us_troops"] > 0.05 > lift["un_closeness"]
    assert max(one.auc for one in found.specifications) > found.rule_auc  # which is why none may be picked
    told = found.to_dict()
    assert (told["on"], told["event"], told["designations"]) == (DAY.isoformat(), "announced", len(past.tested))
    assert "choosing after the fact" in told["reading"] and set(told["names"]) == set(told["covariates"])


def test_what_ties_with_the_rule_does_not_beat_it(past: History) -> None:
    found = multiverse(past, up_to=1)
    ranks, aucs = [one.median_rank for one in found.specifications], [one.auc for one in found.specifications]
    tied = replace(found, rule_median_rank=sorted(ranks)[1], rule_auc=sorted(aucs)[-2])
    lower, higher = (sum(one < tied.rule_median_rank for one in ranks), sum(one > tied.rule_auc for one in aucs))
    assert tied.share_better_than_rule == (lower / len(ranks), higher / len(aucs)) and lower < 2
