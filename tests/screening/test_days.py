"""Days as people write them: each form is read by DuckDB as Python reads it, and no order of numbers is guessed."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mnna.errors import BadQuestion
from mnna.rules.sql import Dialect
from mnna.screening.days import DayForm, counted, day_from_text, settle
from mnna.screening.engines.dialect import Phrases

SQL = Phrases(Dialect.DUCKDB)
DMY, MDY = DayForm.DAY_FIRST, DayForm.MONTH_FIRST


def read(texts: list[str], form: DayForm | None = None) -> list[date | None]:
    rows = ", ".join(f"({number}, {SQL.quoted(text)})" for number, text in enumerate(texts))
    query = f"SELECT {day_from_text('cell', form, SQL)} FROM (VALUES {rows}) t(n, cell) ORDER BY n"
    return [found for (found,) in duckdb.connect().execute(query).fetchall()]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-03-07", date(2024, 3, 7)),
        ("2024-03-07T10:00", date(2024, 3, 7)),
        ("2024-03-07 10:00:00", date(2024, 3, 7)),
        ("2024/3/7", date(2024, 3, 7)),
        ("2024.03.07", date(2024, 3, 7)),
        ("20240307", date(2024, 3, 7)),
        ("7 Mar 2024", date(2024, 3, 7)),
        ("7-SEPT.-2024", date(2024, 9, 7)),
        ("7 december, 2024", date(2024, 12, 7)),
        ("March 7, 2024", date(2024, 3, 7)),
        ("may 31 2024", date(2024, 5, 31)),
        ("0001-01-01", date(1, 1, 1)),
        ("9999-12-31", date(9999, 12, 31)),
        ("0000-01-01", None),
        ("2024-02-30", None),
        ("2024-13-01", None),
        ("Febtober 7 2024", None),
        ("7/3/2024", None),
        ("2024", None),
        ("", None),
    ],
)
def test_a_day_in_a_form_that_leaves_no_doubt(text: str, day: date | None) -> None:
    assert read([text]) == [day]


@pytest.mark.parametrize("text", ["7/3/2024", "07.03.2024", "7-3-2024"])
def test_numbers_are_read_in_the_order_that_is_said(text: str) -> None:
    assert read([text], DMY) == [date(2024, 3, 7)] and read([text], MDY) == [date(2024, 7, 3)]


FORMS = ["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%d %b %Y", "%d %B %Y", "%B %d, %Y", "%b. %d %Y"]


@given(st.dates(date(1000, 1, 1)), st.sampled_from(FORMS))
def test_what_a_day_is_written_as_is_read_as_that_day(day: date, form: str) -> None:
    assert read([day.strftime(form)]) == [day]


CELLS = ["23/3/2024", "3/23/2024", "7/3/2024", "3/3/2024", "2024-03-07", "13/13/2024", "no day"]


def test_cells_are_counted_by_the_orders_that_can_read_them() -> None:
    asked = counted("cell", SQL)
    rows = ", ".join(f"({SQL.quoted(cell)})" for cell in CELLS)
    found = duckdb.connect().execute(f"SELECT {', '.join(asked.values())} FROM (VALUES {rows}) t(cell)").fetchone()
    assert dict(zip(asked, found or (), strict=True)) == {"only_day_first": 1, "only_month_first": 1, "either": 1}


def cells(only_day_first: int, only_month_first: int, either: int) -> dict[str, int]:
    return {"only_day_first": only_day_first, "only_month_first": only_month_first, "either": either}


@pytest.mark.parametrize(
    ("seen", "said", "order"),
    [
        (cells(1, 0, 5), None, DMY),
        (cells(0, 1, 5), None, MDY),
        (cells(0, 0, 0), None, DMY),
        (cells(1, 1, 0), MDY, MDY),
        (cells(0, 0, 4), DMY, DMY),
    ],
)
def test_one_cell_that_can_be_read_in_one_way_settles_the_column(
    seen: dict[str, int], said: DayForm | None, order: DayForm
) -> None:
    assert settle(seen, "Day", said) is order


@pytest.mark.parametrize(
    ("seen", "wrong"),
    [
        (cells(2, 3, 0), "the day comes first in 2 of its cells and the month in 3"),
        (cells(0, 0, 4), "days like 7/3/2024, of which it has 4, can be read two ways, and no cell tells which"),
    ],
)
def test_a_column_that_leaves_doubt_is_refused_with_the_option(seen: dict[str, int], wrong: str) -> None:
    with pytest.raises(BadQuestion) as raised:
        settle(seen, "Day", None)
    assert raised.value.wrong == wrong and raised.value.near == ("--dates dmy", "--dates mdy")
    assert "'Day'" in raised.value.asked
