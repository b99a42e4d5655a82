"""One designee against its synthetic self."""

from __future__ import annotations

import pytest

from mnna.errors import BadQuestion
from mnna.models.effects.country import country_effect
from mnna.models.panel import World


def test_one_country_against_its_synthetic_self(world: World) -> None:
    calls: list[int] = []
    found = country_effect("us_troops", "Colombia", world=world, progress=lambda done, _: calls.append(done))
    said = found.to_dict()
    assert said["designated"] == 2022 and said["placebo"]["of"] + len(said["placebo"]["exact"]) == len(calls)
    assert sum(found.test.real.weights.values()) == pytest.approx(1.0)
    assert said["in_time_placebo"]["year"] == 2017 and "illustration, not a proof" in said["reading"]
    assert "The mix was matched across 2008 and 2018, when the source began to count differently" in said["reading"]
    assert not {"ARG", "BRA", "USA"} & set(found.test.real.weights)
    with pytest.raises(BadQuestion, match="no President"):
        country_effect("us_troops", "MEX", world=world)


def test_a_country_followed_exactly_before_is_judged_by_the_gap_alone(world: World) -> None:
    """Brazil's trade of fifteen years is a mixture of 139 others': the ratio of its misfits would be endless."""
    said = country_effect("us_trade", "BRA", world=world).to_dict()
    assert said["placebo"]["rank"] is None and said["placebo"]["p"] is None and 0 < said["placebo"]["p_gap"] < 1
    assert "follow it exactly" in said["reading"] and "the close match before proves nothing" in said["reading"]


def test_constant_placebos_break_nothing(world: World) -> None:
    said = country_effect("us_eda", "TUN", world=world).to_dict()
    assert len(said["placebo"]["exact"]) > 5 and 0 < said["placebo"]["p"] <= 1
