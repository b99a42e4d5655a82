"""Days in words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.present.days import day, prose, span, start, window


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (date(2022, 5, 23), "23 May 2022"),
        ("2022-05-23", "23 May 2022"),
        ("2022-05", "May 2022"),
        ("1987", "1987"),
        ("2022-13-40", "2022-13-40"),
        ("soon", "soon"),
        ("a-b", "a-b"),
    ],
)
def test_a_day_or_as_much_of_it_as_is_known(when: date | str, said: str) -> None:
    assert day(when) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2022-05-23", None, "on 23 May 2022"),
        ("2022-05-23", "2022-05-23", "on 23 May 2022"),
        ("2026-01-01", "2026-01-23", "between 1 and 23 January 2026"),
        ("2025-03-01", "2025-08-01", "between 1 March and 1 August 2025"),
        ("2019-07-31", "2025-01-01", "between 31 July 2019 and 1 January 2025"),
        ("1987-01-01", "1988-01-01", "in 1987"),
        ("1987-01-01", "1987-12-31", "in 1987"),
        ("2026-01-01", "2026-02-01", "in January 2026"),
        ("2024-02-01", "2024-02-29", "in February 2024"),
        ("2024-02-01", "2024-02-28", "between 1 and 28 February 2024"),
    ],
)
def test_when_something_happened(first: str, last: str | None, said: str) -> None:
    assert window(first, last) == said


def test_a_start_reads_as_a_noun() -> None:
    assert start("2022-05-23") == "23 May 2022"
    assert start("2026-01-01", "2026-01-23") == "a day between 1 and 23 January 2026"
    assert start("1987-01-01", "1988-01-01") == "a day in 1987"


def test_spans() -> None:
    assert span("2022-05-23") == "since 23 May 2022"
    assert span("1987-01-01", "1988-01-01") == "since a day in 1987"
    assert span("2012-07-06", None, "2022-09-23") == "from 6 July 2012 until 23 September 2022"
    assert span("2018-02-18", None, "2019-02-18", "2019-02-20").endswith("until a day between 18 and 20 February 2019")


def test_days_are_written_out_but_ids_and_addresses_are_left_alone() -> None:
    assert prose("until 2022-05-23, see own-search-2026-11-23") == "until 23 May 2022, see own-search-2026-11-23"
    assert prose("FR Doc. 2026-01422") == "FR Doc. 2026-01422"
    assert prose("https://a.b/2022-05-23") == "https://a.b/2022-05-23"
    assert prose("on 2022-13-45") == "on 2022-13-45"


@given(st.dates(date(1776, 1, 1)), st.dates(date(1776, 1, 1)))
def test_no_two_windows_are_said_alike_but_a_year_and_a_month(first: date, other: date) -> None:
    assert (window(first) == window(other)) == (first == other)
