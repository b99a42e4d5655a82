"""The Child Soldiers Prevention Act: listed governments are barred unless waived, and the list is of a year."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "restriction-child-soldiers"


def test_a_listed_government_is_barred_and_a_waived_one_is_not() -> None:
    assert verdict(ID, "AFG", "2025-01-15") == "yes"
    assert verdict(ID, "PAK", "2022-01-15") == "no"


def test_the_waiver_is_the_presidents() -> None:
    assert "national-interest waiver" in str(asked(ID, "AFG", "2025-01-15").terms["waiver"])


@pytest.mark.parametrize("on", ["2009-06-20", "2009-01-01"])
def test_before_the_act_there_was_no_such_bar(on: str) -> None:
    assert asked(ID, "AFG", on).because == "No: there was no such law yet."
