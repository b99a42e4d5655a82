"""Sentences on partners in the State Partnership Program."""

from __future__ import annotations

from datetime import date

import pytest

from tests.article_claims.reading.conftest import judged

DATED = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        ("Ecuador's partner in the program is the Kentucky National Guard.", ["right"]),
        ("The Arizona National Guard has been partnered with Kazakhstan since 1993.", ["right"]),
        ("The Arizona National Guard has been partnered with Kazakhstan since 2003.", ["wrong"]),
        ("Ukraine has been paired with the Texas National Guard since 1993.", ["wrong"]),
        ("Morocco has been paired with the Utah National Guard since 2003.", ["not verifiable"]),
        ("Kenya wants to be paired with the Ohio National Guard.", []),
        ("The Utah National Guard sent doctors to Kenya.", []),
        ("Kenya is not partnered with the Ohio National Guard.", []),
    ],
)
def test_whose_partner_the_guard_of_a_state_is(said: str, verdicts: list[str]) -> None:
    assert judged("", said, DATED) == verdicts
