"""The world as of a day: what happens later is not in it, and nothing printed for the day changes when it is added."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from mnna import series
from mnna.models import api
from mnna.models.effects.effects import effects
from mnna.models.effects.outcomes import designations, measured, never_designated, outcome
from mnna.models.forecast.placed import placed
from mnna.models.panel import AsAsked, World, as_code, load_world
from mnna.registry.days import today
from mnna.series import lookup
from tests.registry.test_read_tables import HEADER
from tests.registry.test_read_tables import table as spans_table

DAY = date(2026, 6, 30)


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which, after the day, Mexico is designated, India joins NATO and Chile is treated as an ally."""
    rows = (
        "MEX,mnna,2026-07-15,,,,yes,An order,,my-source,high,,",
        "IND,nato,2026-08-01,,,,yes,A protocol,,my-source,high,,",
        "CHL,treated-as-mnna,2026-09-01,,,,yes,A statute,,my-source,high,,",
    )
    return spans_table(tmp_path_factory.mktemp("later"), HEADER, *rows)


def test_what_comes_after_the_day_is_not_in_the_world(later: Path) -> None:
    then, after = load_world(later, DAY), load_world(later, date(2026, 10, 1))
    assert "MEX" not in then.namings and "MEX" in after.namings
    assert "IND" not in then.joined_nato and "IND" in after.joined_nato
    assert "CHL" not in then.treated_as and "CHL" in after.treated_as
    assert not then.own and {"MEX mnna", "IND nato", "CHL treated-as-mnna"} <= {
        one.partition(" from ")[0] for one in after.own
    }


@pytest.mark.parametrize("name", ["un_distance", "us_eda"])
def test_a_designation_still_to_come_changes_no_effect(later: Path, name: str) -> None:
    plain = api.effects(name, draws=99, on=DAY).to_dict()
    assert api.effects(name, draws=99, on=DAY, facts=later).to_dict() == plain


def test_a_designation_still_to_come_changes_no_ranking(later: Path) -> None:
    with_it, without = (placed(load_world(facts, DAY), DAY, "MEX") for facts in (later, None))
    assert with_it == without and with_it is not None and with_it.rank is not None


def test_a_country_designated_later_is_still_compared_with(later: Path) -> None:
    of = outcome("us_trade")
    for day, inside in ((DAY, True), (date(2026, 10, 1), False)):
        world = load_world(later, day)
        assert ({"MEX", "IND", "CHL"} <= set(never_designated(world, of, measured(world, of)))) is inside


def test_a_designation_after_today_is_no_event_by_default(tmp_path: Path) -> None:
    """Each row added to the registry for a day to come would otherwise change what is printed today."""
    tomorrow = today() + timedelta(days=1)
    row = f"MEX,mnna,{tomorrow.isoformat()},,,,yes,An order,,my-source,high,,"
    world = load_world(spans_table(tmp_path, HEADER, row))
    assert "MEX" not in world.namings and world.on == today()


def test_an_announced_designation_counts_from_its_announcement(world: World) -> None:
    """Peru was announced in 2025 and designated in 2026."""
    between = load_world(on=date(2025, 12, 31))
    naming = world.namings["PER"]
    assert naming.announced < date(2025, 12, 31) < naming.determined
    assert "PER" in between.namings
    assert "PER" in dict(designations(between, "announced")) and "PER" not in dict(designations(between))


def test_figures_of_years_not_over_are_left_out() -> None:
    early = load_world(on=date(2012, 3, 1))
    for name, table in early.figures.items():
        last = max(year for _, year in table)
        assert last == early.last_years[name] and (last <= 2011 or name == "dist_washington_km")
    assert effects("us_trade", draws=99, world=early).n < effects("us_trade", draws=99, world=load_world()).n


def test_the_same_question_has_the_same_world() -> None:
    assert load_world(on=DAY) is load_world(on=DAY)


def test_a_country_is_found_by_code_or_name(world: World) -> None:
    assert as_code(world, "MEX") == as_code(world, "Mexico") == "MEX"


def test_what_the_source_gets_wrong_is_withheld(world: World) -> None:
    assert any(world.withheld.values())
    for name, pairs in world.withheld.items():
        for country, year in pairs:
            assert world.withholds(name, country, year) and (country, year) not in world.figures[name]


def test_what_is_held_back_is_of_the_embedded_table_only(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ("KWT", 2003) in lookup.withheld("us_troops_active_duty")
    own = replace(series.indicator("us_troops_active_duty"), origin="own")
    monkeypatch.setattr(lookup, "indicator", lambda name: own)
    assert lookup.withheld("us_troops_active_duty") == frozenset()


def test_a_value_is_made_when_it_is_asked_for_and_once() -> None:
    made: list[str] = []

    def make(name: str) -> int:
        made.append(name)
        return len(made)

    held = AsAsked(("a", "b"), make)
    assert list(held) == ["a", "b"] and len(held) == 2 and not made
    assert (held["b"], held["b"], held.get("c")) == (1, 1, None) and made == ["b"]
