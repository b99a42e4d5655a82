"""Sentences on what a President did with a status."""

from __future__ import annotations

from datetime import date

import pytest

from tests.article_claims.reading.conftest import judged

LEAD = "The United States has 21 major non-NATO allies."
DATED = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        ("Barack Obama designated two countries.", ["right"]),
        ("Barack Obama gave the status to five countries.", ["wrong"]),
        ("Joe Biden has named three of them.", ["right"]),
        ("Barack Obama designated two countries that border Libya.", []),
        ("Trump has never rescinded the status.", ["right"]),
        ("Biden has never withdrawn the status.", ["wrong"]),
        ("Trump has never ended the designation of any country.", ["right"]),
        ("Afghanistan, which Biden dropped in 2022, is still at war.", ["right"]),
        ("Afghanistan, which Biden dropped in 2021, is still at war.", ["partly"]),
        ("Barack Obama struck Afghanistan off the list.", ["wrong"]),
        ("Joe Biden terminated Kenya's designation as a major non-NATO ally.", ["wrong", "wrong"]),
        ("Trump did not remove Pakistan from the list.", []),
    ],
)
def test_how_many_he_designated_and_which_he_ended(said: str, verdicts: list[str]) -> None:
    assert judged(LEAD, said, DATED) == verdicts
