"""Collective defense rests on a treaty, never on designation as an ally."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked, verdict

ID = "collective-defense"


def test_designation_brings_no_treaty() -> None:
    before, after = asked(ID, "COL", "2022-05-22"), asked(ID, "COL", "2022-05-23")
    assert before.verdict == after.verdict == "yes" and before.terms["instrument"] == after.terms["instrument"]
    assert verdict(ID, "EGY", "2024-06-01") == verdict(ID, "KEN", "2024-07-01") == "no"


@pytest.mark.parametrize(("on", "expected"), [("1999-03-11", "no"), ("1999-03-12", "yes")])
def test_poland_has_it_from_the_day_it_joined_nato(on: str, expected: str) -> None:
    assert verdict(ID, "POL", on) == expected


def test_a_promise_of_the_executive_is_no_treaty() -> None:
    found = asked(ID, "QAT", "2025-11-01")
    assert found.verdict == "no" and found.terms["lesser_commitment"] != "none recorded"
