"""Sentences on who lost a status, and who alone."""

from __future__ import annotations

from datetime import date

import pytest

from tests.article_claims.reading.conftest import judged

LEAD = "The United States has 21 major non-NATO allies."
DATED = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Afghanistan is the only country that was ever struck off.", "right"),
        ("Only Afghanistan has ever been stripped of it.", "right"),
        ("No other ally has ever lost the status than Afghanistan.", "right"),
        ("No country except Afghanistan has had it revoked.", None),
        ("No ally but Afghanistan has ever been removed.", "right"),
        ("Afghanistan alone was ever dropped from the list.", "right"),
        ("One nation, Afghanistan, is the sole ally to have forfeited the status.", "right"),
        ("Pakistan is the only ally ever to lose the status.", "wrong"),
        ("No country has ever lost the status.", "wrong"),
        ("No African country has ever lost the status.", None),
        ("Afghanistan is not the only ally to lose the war.", None),
        ("Until 2022 no ally had ever been removed.", None),
    ],
)
def test_who_lost_it_and_who_alone(said: str, verdict: str | None) -> None:
    assert set(judged(LEAD, said, DATED)) == ({verdict} if verdict else set())


def test_the_end_itself_is_judged_beside_it() -> None:
    said = "Afghanistan forfeited the status in 2022, the only ally ever to be removed."
    assert judged(LEAD, said, DATED) == ["right", "right"]


def test_no_other_is_put_to_the_one_spoken_of_last_if_it_lost_the_status() -> None:
    lead = "Biden rescinded the designation of Afghanistan as a major non-NATO ally in 2022."
    assert judged(lead, "No other country has lost the status.", DATED) == ["right"]
    lead = "Pakistan is a major non-NATO ally."
    assert judged(lead, "No other country has lost the status.", DATED) == []
