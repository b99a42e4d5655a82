"""The word `what-if`: what is meant where no act is named, and acts that would do nothing."""

from __future__ import annotations

import pytest

import mnna
from mnna.interfaces.mcp.server import ask
from mnna.registry.load import load_registry
from tests.terminal import document, said

ON = "2026-06-01"


@pytest.mark.parametrize("country", ["MEX", "COL", "FRA", "TWN"])
def test_without_an_act_designation_as_a_major_non_nato_ally_is_meant(country: str) -> None:
    full = document("what-if", country, "--designate", "mnna", "--on", ON)
    assert document("what-if", country, "--on", ON) == full == mnna.what_if(country, on=ON).to_dict()
    assert ask("what_if", {"country": country, "on": ON})[1] == full


def test_a_holder_is_told_that_nothing_would_change_and_what_to_ask() -> None:
    answer = mnna.what_if("COL", on=ON)
    assert not answer.changed and "already, since 23 May 2022" in answer.note and "--terminate mnna" in answer.note
    told = said("what-if", "COL", "--on", ON)
    assert (
        "Colombia holds the status" in told and "mnna what-if COL --terminate mnna" in told
    ) or "--terminate mnna" in told


def test_ending_what_is_not_held_says_so() -> None:
    answer = mnna.what_if("MEX", terminate="mnna", on=ON)
    assert not answer.changed and "does not hold" in answer.note and "--designate mnna" in answer.note


def test_an_act_that_does_something_needs_no_note() -> None:
    assert mnna.what_if("MEX", on=ON).note == "" == mnna.what_if("COL", terminate="mnna", on=ON).note


def test_a_status_that_no_act_gives_says_so() -> None:
    fixed = [kind.id for kind in load_registry().kinds.values() if kind.grantable == "no"]
    told = [mnna.what_if("MEX", designate=status, on=ON).note for status in fixed]  # type: ignore[arg-type]
    assert len(fixed) > 3 and all("No act gives a country the status" in note or "already" in note for note in told)
    assert mnna.what_if("MEX", on=ON).note == ""


def test_a_status_named_twice_is_named_once_in_the_answer() -> None:
    twice = mnna.what_if("MEX", designate=["mnna", "mnna"], on="2026-06-01")
    assert twice.to_dict() == mnna.what_if("MEX", designate="mnna", on="2026-06-01").to_dict()


@pytest.mark.parametrize(
    ("country", "says"),
    [
        ("NATO", "NATO is an organization, and only countries are designated"),
        ("GRL", "Greenland is a territory, and only countries are designated"),
    ],
)
def test_what_is_no_country_is_said_to_be_none(country: str, says: str) -> None:
    assert mnna.what_if(country, on="2026-06-01").note.startswith(says)
    assert "only countries" not in mnna.what_if(country, designate="rdp-mou", on="2026-06-01").note
    assert mnna.what_if("TWN", terminate="treated-as-mnna", on="2026-06-01").note == ""
    assert mnna.what_if("MEX", on="2026-06-01").note == ""
