"""ITAR 126.7: Australia and the United Kingdom since 1 September 2024, and nobody by a status."""

from __future__ import annotations

import pytest

from tests.statutes.asking import asked

ID = "aukus-exemption"


def test_the_law_behind_it_ends_on_a_day() -> None:
    assert asked(ID, "AUS", "2025-06-01").terms["ends_on"] == "2038-12-22"
    assert "not encoded after 22 December 2038" in asked(ID, "AUS", "2038-12-22").because


@pytest.mark.parametrize(("on", "next_"), [("2024-08-14", "the President certifies"), ("2024-08-15", "a rule of the")])
def test_once_certified_only_the_rule_is_missing(on: str, next_: str) -> None:
    (route,) = asked(ID, "AUS", on).routes
    assert route.startswith(next_)
