"""The Child Soldiers Prevention Act: listed governments are barred unless waived, and the list is of a year."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "restriction-child-soldiers"


def test_a_listed_government_is_barred_and_a_waived_one_is_not() -> None:
    assert verdict(ID, "AFG", "2025-01-15") == "yes"
    assert verdict(ID, "PAK", "2022-01-15") == "no"


@pytest.mark.parametrize(
    ("country", "on", "barred", "in_part"),
    [
        ("IRQ", "2019-10-17", "yes", False),
        ("IRQ", "2019-10-18", "no", False),
        ("MLI", "2020-09-30", "yes", True),
        ("SDN", "2020-09-30", "yes", False),
    ],
)
def test_the_waivers_of_fiscal_year_2020_count_from_their_day(
    country: str, on: str, barred: str, in_part: bool
) -> None:
    found = asked(ID, country, on)
    assert (found.verdict, found.terms["waived_in_part"]) == (barred, in_part)


def test_the_waiver_is_the_presidents() -> None:
    assert "national-interest waiver" in str(asked(ID, "AFG", "2025-01-15").terms["waiver"])


@pytest.mark.parametrize("on", ["2009-06-20", "2009-01-01"])
def test_before_the_act_there_was_no_such_bar(on: str) -> None:
    assert asked(ID, "AFG", on).because == "No: there was no such law yet."
