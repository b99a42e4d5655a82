"""Days in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.present.days import day, prose, span


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (date(2022, 5, 23), "23 May 2022"),
        ("2022-05-23", "23 May 2022"),
        ("2022-05", "May 2022"),
        ("1987", "1987"),
        ("2022-13-40", "2022-13-40"),
        ("2022-05-23-07", "2022-05-23-07"),
        ("٢٠٢٢-٠٥", "٢٠٢٢-٠٥"),
        ("soon", "soon"),
        ("a-b", "a-b"),
    ],
)
def test_a_day_or_as_much_of_it_as_is_known(when: date | str, said: str) -> None:
    assert day(when) == said


def test_a_span_names_the_days_that_are_known() -> None:
    assert span("2022-05-23", "2024-01-01") == "from 23 May 2022 until 1 January 2024"
    assert (span(None, "1987"), span("2022-05", None), span(None, None)) == ("until 1987", "from May 2022", "")


def test_days_are_written_out_but_ids_and_addresses_are_left_alone() -> None:
    assert prose("until 2022-05-23, see own-search-2026-11-23") == "until 23 May 2022, see own-search-2026-11-23"
    assert prose("FR Doc. 2026-01422") == "FR Doc. 2026-01422"
    assert prose("https://a.b/2022-05-23") == "https://a.b/2022-05-23"
    assert prose("on 2022-13-45") == "on 2022-13-45"


@given(st.dates(date(1776, 1, 1)), st.dates(date(1776, 1, 1)))
def test_no_two_days_are_said_alike(first: date, other: date) -> None:
    assert (day(first) == day(other)) == (first == other)
