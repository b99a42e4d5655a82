"""A day in words, by the one function there is for it: every sentence of an answer has it so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from mnna import dates
from mnna.answers.authorities import authorities
from mnna.answers.case import case
from mnna.answers.what_if import what_if
from mnna.dates import years_before
from mnna.engine.record import Record
from mnna.present import days
from mnna.registry.days import a_day
from mnna.statutes.catalog import CHANNELS

ISO = re.compile(r"(?<![\w/-])\d{4}-\d\d-\d\d(?![\w-])")


def test_a_day_is_written_in_words() -> None:
    assert dates.spoken(date(2022, 5, 23)) == days.day("2022-05-23") == a_day("2022-05-23", None) == "23 May 2022"
    assert dates.spoken(date(1, 1, 1)) == "1 January 1"


class Marked(date):
    def __str__(self) -> str:
        return "<on>"


def test_a_day_that_prints_as_a_mark_is_left_as_it_prints() -> None:
    assert dates.spoken(Marked(2022, 5, 23)) == "<on>"


def texts(value: object) -> Iterator[str]:
    """Every text below an answer's JSON that is more than a day."""
    if isinstance(value, dict):
        for below in value.values():
            yield from texts(below)
    elif isinstance(value, (list, tuple)):
        for below in value:
            yield from texts(below)
    elif isinstance(value, str) and not ISO.fullmatch(value):
        yield value


@pytest.mark.parametrize("country", ["COL", "MEX", "AFG", "NATO", "PAK", "SAU", "TWN", "PHL"])
@pytest.mark.parametrize("day", ["1990-06-01", "2019-02-18", "2026-11-28"])
def test_no_sentence_of_an_answer_holds_an_iso_day(country: str, day: str) -> None:
    asked: list[Record] = list(authorities(country, day).findings)
    asked += [case(country, channel, day) for channel in CHANNELS]  # type: ignore[arg-type]
    if country != "NATO":
        asked += what_if(country, on=day, designate=["nato-plus"]).changed
    assert [text for one in asked for text in texts(one.to_dict()) if ISO.search(text)] == []


def test_years_before() -> None:
    assert years_before(date(2026, 11, 28), 10) == date(2016, 11, 28)
    assert years_before(date(2024, 2, 29), 10) == date(2014, 2, 28) and years_before(date(2024, 2, 29), 4).day == 29


@pytest.mark.parametrize("text", ["2022", "2022-05", "2022-5-23", "may-05-23", "2022-ab-cd", "Q1-of-22", ""])
def test_text_that_is_no_whole_day_is_left_as_it_is(text: str) -> None:
    assert dates.spoken(text) == text


def test_a_day_in_iso_form_is_written_in_words() -> None:
    assert dates.spoken("2022-05-23") == "23 May 2022"
