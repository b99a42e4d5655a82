"""Days told from the act of the sentence before."""

from __future__ import annotations

from datetime import date

import pytest

from tests.article_claims.reading.conftest import judged

LEAD = "The United States has 21 major non-NATO allies. Thailand was designated on December 30, 2003."
DATED = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        ("Kuwait followed the next year.", ["right"]),
        ("Kuwait was added a month later.", ["right"]),
        ("Morocco followed less than a year later.", ["right"]),
        ("Tunisia was designated more than a decade later.", []),
        ("Tunisia followed more than ten years later.", ["right"]),
        ("Qatar joined within two years.", []),
        ("Qatar was added three years later.", ["wrong"]),
        ("The Philippines joined the same year.", ["right"]),
        ("The Philippines followed later that year.", ["wrong"]),  # before Thailand, not after it
        ("Two years later a coup toppled the government.", []),
        ("Two years later the state received $14 million.", []),
    ],
)
def test_a_day_is_counted_from_the_act_before(said: str, verdicts: list[str]) -> None:
    assert judged(LEAD, said, DATED) == verdicts


def test_no_day_is_counted_where_the_sentence_before_tells_no_act() -> None:
    assert judged("The United States has 21 major non-NATO allies.", "Kuwait followed two years later.", DATED) == []


def test_a_month_of_that_year_is_one_of_the_year_of_the_act_before() -> None:
    lead = "The United States has 21 major non-NATO allies. Egypt became one in July 1996."
    assert judged(lead, "Jordan was designated in November of that year.", DATED) == ["right"]
    assert judged(lead, "Jordan was designated in May of the same year.", DATED) == ["wrong"]
