"""The short answer is the bottom line of the brief."""

from __future__ import annotations

from mnna.briefs.short import short

from mnna.briefs.compose import brief

TODAY = "2026-11-24"


def test_it_says_what_the_brief_says_first() -> None:
    found = short("MEX", TODAY)
    assert found.bottom_line == brief("MEX", on=TODAY).bottom_line
    assert found.summary() == found.bottom_line[0] and found.name == "Mexico"


def test_its_json_names_the_country() -> None:
    told = short("Mexico", TODAY).to_dict()
    assert list(told)[1:5] == ["country", "name", "on", "bottom_line"]
    assert (told["country"], told["name"], told["on"]) == ("MEX", "Mexico", TODAY) and "registry" not in told
