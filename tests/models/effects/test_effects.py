"""What designation changed: contract, honesty where little can be said, known answers on altered data."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from mnna.models.effects.effect import Effect
from mnna.models.effects.effects import alike, effect_design, effects
from mnna.models.effects.in_words import tries
from mnna.models.effects.outcomes import designations
from mnna.models.forecast.features import known_before
from mnna.models.panel import World

DRAWS = 499


@pytest.fixture(scope="module")
def troops(world: World) -> Effect:
    return effects("us_troops", draws=DRAWS, world=world)


def test_the_contract(troops: Effect) -> None:
    found: dict[str, Any] = troops.to_dict()
    wanted = {"outcome", "unit", "n", "att", "low", "high", "p", "detectable", "event_study", "size_check", "reading"}
    assert wanted <= set(found)
    assert [one["year"] for one in found["event_study"]] == list(range(-6, 6))
    assert {"estimate", "low", "high"} <= set(found["event_study"][0])
    assert found["low"] < found["att"] < found["high"] and found["n"] == len(found["designees"])


def test_no_effect_on_troops_is_claimed_and_the_one_it_leans_on_is_named(troops: Effect, world: World) -> None:
    assert troops.p is not None and troops.p > 0.05
    assert "No change was found" in troops.reading and "are ruled out (95%)" in troops.reading
    furthest = max(troops.leave_one_out, key=lambda code: abs(troops.leave_one_out[code] - (troops.att or 0)))
    assert f"The estimate depends most on {world.name(furthest)}" in troops.limits
    assert troops.size_check["rejected"] == pytest.approx(0.05, abs=0.03)
    theirs = troops.size_check["lookalikes"]
    assert theirs["mean"] < -0.1  # many go on to lose some
    assert f"chance gives as large a difference {tries(theirs['p'])}" in troops.limits
    assert troops.p_holm is not None and troops.p_holm >= troops.p


def test_counts_before_and_after_the_break_of_2008_are_not_compared(troops: Effect, world: World) -> None:
    """Kuwait's figures after are of 2008 and 2009 alone, when those deployed are counted, so it is left out."""
    assert "KWT" not in troops.by_designee and "counts differently from 2008 on" in troops.excluded["KWT"]
    leap = {(code, y): 1e6 for code in ("PHL", "THA", "MAR", "PAK") for y in (2008, 2009)}
    table = {**world.figures["us_troops_active_duty"], **leap}
    other = effects(
        "us_troops", draws=99, world=replace(world, figures={**world.figures, "us_troops_active_duty": table})
    )
    assert other.by_designee["PHL"] == pytest.approx(troops.by_designee["PHL"], abs=1e-9)
    assert other.att == pytest.approx(troops.att, abs=1e-9)


def test_the_year_of_designation_counts_by_what_was_left_of_it(troops: Effect, world: World) -> None:
    """Jordan, the Philippines and Thailand were designated after the count of 30 September."""
    assert {code for code, share in troops.exposure.items() if share == 0.0} == {"JOR", "PHL", "THA"}
    assert set(troops.exposure.values()) == {0.0, 1.0}
    trade = effects("us_trade", draws=99, world=world).exposure
    assert trade["JOR"] == pytest.approx(49 / 366) and trade["THA"] == pytest.approx(
        1 / 365
    )  # 12 November, 30 December
    aid = effects("us_aid", draws=99, world=world).exposure
    assert aid["JOR"] == 0.0 and aid["COL"] == pytest.approx(130 / 365, abs=0.01)


def test_trade_turns_on_how_lively_designees_are(world: World) -> None:
    """They move half as much as the rest, so a test of plain means cannot see what the t values suggest."""
    found = effects("us_trade", draws=DRAWS, world=world)
    assert found.p is not None and found.p_plain_mean is not None and found.p_holm is not None
    assert found.p < 0.15 and found.p_plain_mean > 0.3 and found.p_holm > 0.1
    assert found.low is not None and found.high is not None and found.high - found.low < 0.4
    assert found.size_check["spread_ratio"] < 0.7


def test_other_estimators_stand_beside_ours(troops: Effect) -> None:
    assert troops.checks["imputation"] == pytest.approx(troops.checks["two_stage_diff_diff"], abs=1e-6)
    assert troops.checks["callaway_santanna"]["se"] > 0.1
    assert [one["relative"] for one in troops.honest] == [0.5, 1.0, 2.0]
    assert set(troops.leave_one_out) == {code for code, _ in troops.designees}


def test_un_votes_are_a_well_measured_nothing(world: World) -> None:
    found = effects("un_distance", draws=DRAWS, world=world)
    assert found.p is not None and found.p > 0.2 and abs(found.att or 1) < 0.1
    assert found.detectable is not None and found.detectable < 0.3


def raised(world: World, years: range, by: float) -> World:
    """The same world with UN distance raised for designees in some years around their designation."""
    table = dict(world.figures["unga_distance_usa"])
    for code, year in designations(world):
        for since in years:
            if (code, year + since) in table:
                table[code, year + since] += by
    return replace(world, figures={**world.figures, "unga_distance_usa": table})


def test_a_real_change_is_found_with_its_size(world: World) -> None:
    plain = effects("un_distance", draws=DRAWS, world=world)
    found = effects("un_distance", draws=DRAWS, world=raised(world, range(6), 0.5))
    assert found.att == pytest.approx((plain.att or 0) + 0.5, abs=0.02)
    assert found.p is not None and found.p <= 0.01 and "changed" in found.reading
    assert found.low is not None and found.low > 0.2


def test_what_rises_before_is_called_anticipation(world: World) -> None:
    found = effects("un_distance", draws=DRAWS, world=raised(world, range(-2, 6), 0.5))
    assert found.anticipation["p"] <= 0.05 and found.anticipation["estimate"] == pytest.approx(0.45, abs=0.15)
    assert "That is anticipation, not an effect." in found.reading
    assert abs(found.checks["callaway_santanna"]["att"]) < 0.15  # which starts from year -1 and so sees none


def test_too_few_designations_give_no_number(world: World) -> None:
    short = {key: v for key, v in world.figures["us_eda_current_value"].items() if key[1] >= 2013}
    found = effects("us_eda", draws=99, world=replace(world, figures={**world.figures, "us_eda_current_value": short}))
    assert found.n == 2 and found.att is None and found.p is None and found.event_study == ()
    assert "Nothing can be said" in found.reading and "Tunisia 2015" in found.reading
    assert found.to_dict()["att"] is None


def test_those_left_out_are_named_with_the_reason(troops: Effect) -> None:
    assert troops.excluded["PER"] == "designated in 2026, figures end in 2025"


def test_same_seed_same_answer(world: World, troops: Effect) -> None:
    again = effects("us_troops", draws=DRAWS, world=replace(world))
    assert again.to_dict() == troops.to_dict()


def test_lookalikes_had_many_us_troops_the_year_before(world: World) -> None:
    """Cuba and Honduras every year, Kuwait's neighbours in the Gulf; nobody without a count, nobody ever designated."""
    design = effect_design(world, "us_trade")
    for year in (1996, 2012, 2022):
        chosen = alike(design, world, year)
        assert {"HND", "SGP"} <= chosen <= set(design.pool) and len(chosen) == round(len(design.pool) / 3)
        known = known_before(world, year, design.pool, ("us_troops",)).values[:, 0]
        counts = dict(zip(design.pool, known, strict=True))
        assert min(counts[c] for c in chosen) >= np.nanmax([counts[c] for c in set(design.pool) - chosen])


def test_a_size_that_is_wrong_would_be_seen(world: World) -> None:
    """If countries with many US troops moved together by themselves, only the harder test would show it."""
    table = dict(world.figures["unga_distance_usa"])
    design = effect_design(world, "un_distance")
    rng = np.random.default_rng(0)
    drifts = rng.normal(size=35).cumsum()
    for code in sorted(alike(design, world, 2015)):
        for year, drift in zip(range(1990, 2025), drifts, strict=True):
            if (code, year) in table:
                table[code, year] += drift
    noisy = effects(
        "un_distance", draws=DRAWS, world=replace(world, figures={**world.figures, "unga_distance_usa": table})
    )
    assert noisy.size_check["rejected"] < 0.1 < noisy.size_check["lookalikes"]["rejected"]
