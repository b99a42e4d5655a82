"""The world map: every ally is named, and the map is that of the day."""

from __future__ import annotations

from tests.briefs.reading import brief, picture

TODAY = "2026-11-24"


def test_the_map_names_every_ally_and_marks_the_small_ones() -> None:
    drawn = picture(brief("MEX", on=TODAY), "world")
    assert "32 members of NATO; 21 major non-NATO allies" in drawn.alt
    assert "Bahrain" in drawn.alt
    assert "l4.4 4.4" in drawn.svg


def test_the_map_is_that_of_the_day() -> None:
    drawn = picture(brief("SAU", on="2026-01-10"), "world")
    assert "19 major non-NATO allies" in drawn.alt
    assert "Not known on that day: Saudi Arabia" in drawn.alt
