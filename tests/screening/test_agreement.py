"""Every row of a file gets what the single case answers: verdict, terms, citation, reason, needs and the rest."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mnna.registry.load import Registry
from mnna.screening import screen
from tests.screening.cases import COLUMNS, ROWS, SHORT, WHOLE, expected

MONEY = ("mde", "total", "construction", "firearms")
TYPES = {
    **dict.fromkeys(("recipient", "channel", "origin"), pa.string()), "on": pa.date32(), "lease_months": pa.int32(),
    **{name: pa.decimal128(18, 2) for name in MONEY},
}  # fmt: skip


def parquet(path: Path, rows: list[dict[str, Any]]) -> Path:
    """Rows as a typed Parquet file."""
    columns = {name: pa.array([row[name] for row in rows], TYPES.get(name, pa.bool_())) for name in COLUMNS}
    pq.write_table(pa.table(columns), path)
    return path


def doubles(path: Path, rows: list[dict[str, Any]]) -> Path:
    """Rows as pandas writes them: amounts and months as doubles with NaN for what is missing, days as time stamps."""
    inexact = {**dict.fromkeys((*MONEY, "lease_months"), pa.float64()), "on": pa.timestamp("us")}
    columns = {}
    for name in COLUMNS:
        values = [row[name] for row in rows]
        if name in (*MONEY, "lease_months"):
            values = [float("nan") if value is None else float(value) for value in values]
        elif name == "on":
            values = [value and datetime.combine(value, time(23, 59)) for value in values]
        columns[name] = pa.array(values, inexact.get(name) or TYPES.get(name, pa.bool_()))
    pq.write_table(pa.table(columns), path)
    return path


def delimited(path: Path, rows: list[dict[str, Any]], sign: str = ",") -> Path:
    """Rows as text."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=sign)
        writer.writerow(COLUMNS)
        for row in rows:
            writer.writerow(["" if row[name] is None else _text(row[name]) for name in COLUMNS])
    return path


def _text(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def read(path: Path) -> list[dict[str, Any]]:
    """A Parquet file's rows in order."""
    found = duckdb.sql(f"SELECT * FROM read_parquet('{path}')")
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(rows=st.lists(ROWS, min_size=80, max_size=160))
@pytest.mark.parametrize("form", [parquet, doubles, delimited])
def test_every_row_as_the_single_case(
    tmp_path: Path, registry: Registry, form: Callable[[Path, list[dict[str, Any]]], Path], rows: list[dict[str, Any]]
) -> None:
    source = form(tmp_path / "in", rows)
    found = screen(source, tmp_path / "out.parquet", explain=True)
    answered = read(tmp_path / "out.parquet")
    assert len(answered) == len(rows) == found.summary.rows
    for row, answer in zip(rows, answered, strict=True):
        wanted = expected(registry, row)
        assert {name: answer[name] for name in WHOLE} == wanted, row


@settings(max_examples=3, suppress_health_check=list(HealthCheck))
@given(rows=st.lists(ROWS, min_size=50, max_size=100))
def test_columns_that_are_not_there_are_unknown(tmp_path: Path, registry: Registry, rows: list[dict[str, Any]]) -> None:
    kept = ("recipient", "channel", "on", "total")
    table = pq.read_table(parquet(tmp_path / "in.parquet", rows)).select(kept)
    pq.write_table(table, tmp_path / "less.parquet")
    screen(tmp_path / "less.parquet", tmp_path / "out.parquet")
    for row, answer in zip(rows, read(tmp_path / "out.parquet"), strict=True):
        wanted = expected(registry, {name: row[name] for name in kept})
        assert {name: answer[name] for name in SHORT} == {name: wanted[name] for name in SHORT}


@pytest.mark.parametrize("now", ["2026-11-28", "2029-08-24"])
def test_every_row_on_the_days_on_which_a_text_turns(
    tmp_path: Path, registry: Registry, monkeypatch: pytest.MonkeyPatch, now: str
) -> None:
    """Each side of the day of every text and of the end of its budget, asked before and after the budget is over."""
    from datetime import timedelta

    from mnna.registry.readings import readings

    monkeypatch.setenv("MNNA_TODAY", now)
    marks = {day for one in readings().values() for day in (one.text_as_of, one.trusted_to) if day < date.max}
    days = sorted({mark + timedelta(days=off) for mark in marks for off in (0, 1)})
    rows = [
        _case(country, channel, day)
        for country in ("MEX", "JPN", "POL", "TWN")
        for channel in ("fms", "dcs", "lease", "retransfer")
        for day in days
    ]
    screen(parquet(tmp_path / "in.parquet", rows), tmp_path / "out.parquet", explain=True)
    answers = read(tmp_path / "out.parquet")
    for row, answer in zip(rows, answers, strict=True):
        assert {name: answer[name] for name in WHOLE} == expected(registry, row), row
    late = {answer["notify"] for row, answer in zip(rows, answers, strict=True) if row["on"] > date(2027, 3, 26)}
    assert late and (late == {"unknown"}) is (now == "2029-08-24")


def test_every_country_on_every_day_of_change(tmp_path: Path, registry: Registry) -> None:
    """Each country the day before, on, and after each day on which one of its statuses may turn."""
    from datetime import timedelta

    asked = ("nato", "nato-plus", "nato-plus-36b-thresholds", "nato-plus-36c", "nato-plus-3d", "aukus")
    rows = []
    for span in registry.spans:
        marks = [day for day in (span.since, span.since_by, span.until, span.until_by) if day is not None]
        days = {mark + timedelta(days=off) for mark in marks for off in (-1, 0, 1)}
        if span.status in asked and span.country != "USA":
            rows += [
                _case(span.country, channel, day) for day in sorted(days) for channel in ("fms", "dcs", "retransfer")
            ]
    found = screen(parquet(tmp_path / "in.parquet", rows), tmp_path / "out.parquet", explain=True)
    assert screen(tmp_path / "in.parquet", explain=True).summary == found.summary
    answered = read(tmp_path / "out.parquet")
    wrong = [
        row
        for row, answer in zip(rows, answered, strict=True)
        if {n: answer[n] for n in WHOLE} != expected(registry, row)
    ]
    assert len(rows) > 500 and not wrong


def test_what_differs_between_two_countries_treated_alike_is_by_country(tmp_path: Path, registry: Registry) -> None:
    """The law treats a territory as it treats a country that it names nowhere, but is less sure of it."""
    rows = [_case(country, "fms", date(2024, 1, 2)) for country in ("ABW", "IND", "ABW")]
    screen(parquet(tmp_path / "in.parquet", rows), tmp_path / "out.parquet", explain=True)
    for row, answer in zip(rows, read(tmp_path / "out.parquet"), strict=True):
        wanted = expected(registry, row)
        wrong = ", ".join(name for name in WHOLE if answer[name] != wanted[name])
        assert not wrong, f"{wrong}: the row of {row['recipient']} has another country's. Is it by_country?"


def _case(country: str, channel: str, on: date) -> dict[str, Any]:
    given = {
        "recipient": country,
        "channel": channel,
        "on": on,
        "mde": Decimal(20_000_000),
        "total": Decimal(60_000_000),
    }
    return dict.fromkeys(COLUMNS) | given
