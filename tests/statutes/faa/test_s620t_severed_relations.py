"""FAA 620(t): severed relations cut assistance until they are resumed."""

from __future__ import annotations

from tests.statutes.asking import asked, verdict

ID = "restriction-severed-relations"


def test_the_bar_ends_on_the_day_relations_are_resumed() -> None:
    assert [verdict(ID, "CUB", day) for day in ("2015-07-19", "2015-07-20")] == ["yes", "no"]
    assert [verdict(ID, "IRN", day) for day in ("1980-04-06", "1980-04-07")] == ["no", "yes"]


def test_what_the_guide_calls_suspended_is_not_taken_for_severed() -> None:
    assert verdict(ID, "GNQ", "1978-06-01") == "unknown"


def test_the_grant_it_cuts_names_it_and_how_it_ends() -> None:
    found = asked("excess-defense-articles", "IRQ", "2000-06-01")
    assert ID in found.suspended_by and any("relations are resumed" in route for route in found.routes)
