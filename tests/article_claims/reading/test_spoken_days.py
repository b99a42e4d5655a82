"""Days as articles write them, from the day of the article."""

from __future__ import annotations

from datetime import date

import pytest

from mnna.article_claims.reading.spoken_days import SpokenDay, days

DATED = date(2019, 8, 1)  # a Thursday


def test_a_decade_or_a_part_of_it_has_a_window() -> None:
    (early,) = (one.value for one in days("in the early 2000s", DATED))
    assert early is not None and early.window == (date(2000, 1, 1), date(2005, 12, 31))
    assert early.when == "between 1 January 2000 and 31 December 2005"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("on Wednesday", "2019-07-31"), ("on Thursday", "2019-08-01"), ("yesterday", "2019-07-31"),
        ("Wednesday, July 31", "2019-07-31"), ("31 July 2019", "2019-07-31"), ("2019-07-31", "2019-07-31"),
        ("on December 5", "2018-12-05"), ("in March 2004", "2004-03"), ("last month", "2019-07"), ("in May", "2019-05"),
        ("last year", "2018"), ("in 1996", "1996"), ("the 1980s", None), ("March 10 2022", "2022-03-10"),
        ("in March of this year", "2019-03"), ("last September", "2018-09"), ("last March", None),
    ],
)  # fmt: skip
def test_a_day(text: str, said: str | None) -> None:
    found = ["-".join(f"{part:02}" for part in one.value if part) for one in days(text, DATED) if one.value]
    assert found == ([said] if said else [])


def test_without_the_day_of_the_article_a_weekday_is_not_certain() -> None:
    assert [one.value for one in days("on Wednesday", None)] == [None]
    assert [one.value for one in days("last Wednesday", DATED)] == [None]
    assert [one.value for one in days("February 31, 2019", DATED)] == [None]


def test_a_day_is_said_in_words() -> None:
    said = [SpokenDay(*parts).said for parts in ((2019, 7, 31), (2019, 7), (2019,))]
    assert said == ["31 July 2019", "July 2019", "2019"]


def test_a_day_is_a_date_only_where_it_is_whole() -> None:
    assert SpokenDay(2019, 7, 31).date == date(2019, 7, 31) and SpokenDay(2019, 7).date is None
    said = [SpokenDay(2019, 7, 31).when, SpokenDay(2019, 7).when, SpokenDay(2019).when]
    assert said == ["on 31 July 2019", "in July 2019", "in 2019"]
