"""Claims of order and number: the reasons they give."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from mnna.article_claims.verdicts import Ruling

Told = Callable[..., Ruling]


def test_a_place_names_who_came_before(told: Told) -> None:
    because = told("nth_to_hold", "real", date(2024, 6, 25), country="KEN", status="mnna", n=4, region="Africa").because
    assert "Before it: Egypt (21 July 1996), Morocco (3 June 2004), Tunisia (10 July 2015)." in because
    assert "Taiwan, which is treated as one, is not counted" in because


def test_a_window_of_days_leaves_a_place_open(told: Told) -> None:
    asked = {"country": "PER", "status": "mnna"}
    assert told("nth_to_hold", "real", date(2026, 2, 11), n=20, **asked).verdict == "not verifiable"
    assert told("nth_to_hold", "real", date(2026, 2, 11), n=19, **asked).verdict == "wrong"
    assert told("latest_to_hold", "real", date(2026, 2, 11), **asked).verdict == "not verifiable"


def test_who_lost_the_status_counts_among_those_that_ever_held_it(told: Told) -> None:
    asked = {"country": "KEN", "status": "mnna"}
    assert told("nth_to_hold", "real", date(2024, 7, 1), n=20, **asked).verdict == "right"
    assert told("nth_to_hold", "real", date(2024, 7, 1), n=19, **asked).verdict == "right"
    because = told("count_ever", "real", date(2024, 7, 1), status="mnna", count=20).because
    assert "Afghanistan no longer" in because


def test_who_else_holds_it_is_named(told: Told) -> None:
    because = told(
        "only_holder", "real", date(2022, 8, 1), country="BRA", status="mnna", region="South America"
    ).because
    assert "in South America by Argentina, Colombia too" in because


def test_a_count_that_has_those_treated_as_holders_says_so(told: Told) -> None:
    because = told("count_of_status_is", "real", date(2025, 11, 20), status="mnna", count=20).because
    assert "or 20 with Taiwan, which is treated as one; 20 claimed" in because
    assert "Taiwan" not in told("count_of_status_is", "real", date(2025, 11, 20), status="mnna", count=19).because
