"""FAA 620(f): the Communist countries that the Act names, as Congress changed the list."""

from __future__ import annotations

from tests.statutes.asking import asked, verdict

ID = "restriction-communist-countries"


def test_who_was_struck_from_the_list_is_no_longer_barred() -> None:
    assert [verdict(ID, "MNG", day) for day in ("1994-08-22", "1994-08-23")] == ["yes", "no"]
    assert [verdict(ID, "CUB", day) for day in ("1994-08-22", "2024-06-01")] == ["yes", "yes"]
    assert verdict(ID, "POL", "1992-10-24") == "no"


def test_removal_by_the_president_is_a_route_since_october_1985() -> None:
    assert "removes the country" not in str(asked(ID, "CUB", "1985-09-30").steps)
    assert "removes the country" in str(asked(ID, "CUB", "1985-10-01").steps)


def test_only_aid_of_the_foreign_assistance_act_is_cut() -> None:
    assert ID in asked("excess-defense-articles", "PRK", "2024-06-01").suspended_by
    assert ID not in asked("foreign-military-financing", "PRK", "2024-06-01").suspended_by
