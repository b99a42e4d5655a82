"""A day that is not known exactly: one wording, at every door."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from click.testing import CliRunner

import mnna
from mnna.errors import BadDate
from mnna.interfaces.cli.group import mnna as program
from mnna.registry.days import a_day, held_days, today, window
from mnna.registry.load import load_registry
from mnna.registry.records import Span


@pytest.mark.parametrize(
    ("first", "by", "said"),
    [
        ("2022-05-23", None, "23 May 2022"),
        ("2026-01-01", "2026-01-23", "a day between 1 and 23 January 2026"),
        ("1967-04-06", "1967-06-12", "a day between 6 April and 12 June 1967"),
        ("2019-07-31", "2025-01-01", "a day between 31 July 2019 and 1 January 2025"),
        ("1987-01-01", "1988-01-01", "a day in 1987"),
        ("1987-01-01", "1987-12-31", "a day in 1987"),
        ("2004-02-01", "2004-03-01", "a day in February 2004"),
        ("2004-12-01", "2005-01-01", "a day in December 2004"),
        ("2024-02-01", "2024-02-29", "a day in February 2024"),
        ("2024-02-01", "2024-02-28", "a day between 1 and 28 February 2024"),
        ("2022-05-23", "2022-05-23", "23 May 2022"),
        ("2019-02-18", "2019-02-19", "a day between 18 and 19 February 2019"),
        ("9999-01-01", None, "1 January 9999"),
    ],
)
def test_a_day_as_far_as_it_is_known(first: str, by: str | None, said: str) -> None:
    assert a_day(first, by) == said


def test_the_days_of_a_status_are_written_in_words() -> None:
    assert held_days("2012-07-06", None, "2022-09-23", None) == "from 6 July 2012 until 23 September 2022"
    assert held_days("1987-01-01", "1988-01-01", None, None) == "since a day in 1987"
    end = held_days("2016-02-18", None, "2019-02-18", "2019-02-19")
    assert end == "from 18 February 2016 until a day between 18 and 19 February 2019"


def test_a_window_that_ends_with_the_year_lies_in_that_year() -> None:
    assert window(date(1987, 1, 1), date(1988, 1, 1)) == (date(1987, 1, 1), date(1987, 12, 31))
    assert window(date(2026, 1, 1), date(2026, 1, 23)) == (date(2026, 1, 1), date(2026, 1, 23))


def uncertain() -> Iterator[Span]:
    """The rows whose first day is a window, where the list that they are of may still be trusted on its last day."""
    registry = load_registry()
    rows = (span for span in registry.spans if span.since_by and span.holds == "yes")
    return (span for span in rows if not registry.lapsed(span.country, span.status, span.since_by or span.since))


@pytest.mark.parametrize("span", list(uncertain()), ids=lambda span: f"{span.country}-{span.status}")
def test_every_uncertain_start_reads_the_same_wherever_it_is_told(span: Span) -> None:
    on = str(span.since_by)
    said = a_day(span.since, span.since_by)
    assert said.startswith("a day ")
    rows = [r for r in mnna.holders(span.status, on).to_dict()["held"] if r["country"] == span.country]
    statuses = [r for r in mnna.status(span.country, on).to_dict()["statuses"] if r["status"] == span.status]
    (row,), (held,) = ([r for r in found if r["since"] == str(span.since)] for found in (rows, statuses))
    for found in (row, held):
        assert (found["since"], found["since_by"]) == (str(span.since), on)
        assert found["until_by"] == (str(span.until_by) if span.until_by else None)
    for asked in (["holders", span.status], ["status", span.country], ["timeline", span.country]):
        printed = CliRunner().invoke(program, [*asked, "--on", on]).output
        assert said in " ".join(printed.split()), asked


def test_a_known_day_has_null_beside_it() -> None:
    (row,) = [r for r in mnna.holders("mnna", "2024-06-01").to_dict()["held"] if r["country"] == "COL"]
    assert (row["since"], row["since_by"], row["until"], row["until_by"]) == ("2022-05-23", None, None, None)


def test_a_wrong_day_in_the_environment_is_named_as_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MNNA_TODAY", "2024")
    with pytest.raises(BadDate, match="MNNA_TODAY=2024: it is a year"):
        today()
