"""Everyone at risk at one moment, and how the history is set up."""

from __future__ import annotations

from mnna.models.forecast import backtest
from mnna.models.forecast.forecast_sets import Choices, History, history
from mnna.models.panel import World
from tests.models.forecast.known import DAY, FIRST_TABLE


def test_every_designation_since_1996_is_tested_and_statutory_ones_are_not(past: History, world: World) -> None:
    tested = {event.country for event, _ in past.tested}
    assert tested == {code for code, one in world.namings.items() if not one.by_statute} >= set(FIRST_TABLE)
    early = {event.country for event in past.events if not event.tested}
    assert early == {"AUS", "EGY", "ISR", "JPN", "KOR", "NZL"}


def test_a_population_floor_and_leaving_one_out(world: World, past: History) -> None:
    floor = history(world, DAY, Choices(population_floor=5e5))
    assert all(len(f.countries) < len(g.countries) for (_, f), (_, g) in zip(floor.tested, past.tested, strict=True))
    assert "AFG" not in {e.country for e in history(world, DAY, Choices(without=("AFG",))).events}
    names = [one.name for one in backtest.sensitivity(past)]
    assert "without AFG" in names and "figures two years old" in names
