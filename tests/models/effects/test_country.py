"""One designee against its synthetic self."""

from __future__ import annotations

import pytest

from mnna.errors import BadQuestion, CannotAnswer
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
    """Jordan's trade before 1997 is a mixture of others': the ratio of its misfits would be endless."""
    said = country_effect("us_trade", "JOR", world=world).to_dict()
    assert said["placebo"]["rank"] is None and said["placebo"]["p"] is None and 0 < said["placebo"]["p_gap"] < 1
    assert "follow it exactly" in said["reading"] and "the close match before proves nothing" in said["reading"]


def test_constant_placebos_break_nothing(world: World) -> None:
    said = country_effect("us_eda", "TUN", world=world).to_dict()
    assert len(said["placebo"]["exact"]) > 5 and 0 < said["placebo"]["p"] <= 1


@pytest.mark.parametrize(
    ("outcome", "country", "first"),
    [("us_troops", "THA", 2004), ("us_trade", "THA", 2004), ("us_trade", "JOR", 1997), ("us_trade", "MAR", 2004)],
)
def test_the_year_of_designation_is_one_after_only_if_most_of_its_figure_is(
    world: World, outcome: str, country: str, first: int
) -> None:
    """Thailand was designated on 30 December 2003, Jordan on 12 November 1996, Morocco on 3 June 2004."""
    found = country_effect(outcome, country, world=world)
    assert found.test.real.treated_from == first and f"from {first} on" in found.reading
    assert f"{country} from {first}, " in found.summary()
    assert found.year == int(str(world.namings[country].determined)[:4])
    assert (f"so {found.year} counts as a year before" in found.reading) == (first > found.year)


def test_where_no_year_after_has_a_figure_there_is_no_answer(world: World) -> None:
    """Kenya was designated on 24 June 2024, most of the way through the last fiscal year with figures."""
    with pytest.raises(CannotAnswer, match="0 after with figures"):
        country_effect("us_aid", "KEN", world=world)
