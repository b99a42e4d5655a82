"""A cell of text says what the single case hears in the same words: amounts, days, counts, yes and no."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mnna.answers.inputs import day, dollars
from mnna.errors import BadQuestion, MnnaError
from mnna.screening import row, screen

DIGITS = st.text("0123456789", min_size=1, max_size=12)
WRITTEN = st.one_of(
    st.builds("{}{}".format, DIGITS, st.sampled_from(["", ".5", ".50", ".005", ".995", ".9949999", "."])),
    st.builds("${}".format, DIGITS),
    st.builds("{}{}".format, st.sampled_from(["US$", "us$ ", "USD", "USD $", "U$", "usd us$"]), DIGITS),
    st.builds("{} {}".format, DIGITS, st.sampled_from(["million", "thousand", "Billion", "MILLION", "dozen"])),
    st.builds("{}e{}".format, DIGITS, st.integers(-3, 12)),
    st.builds(
        "{},{}".format, st.text("0123456789", min_size=1, max_size=4), st.text("0123456789", min_size=2, max_size=4)
    ),
    st.builds(
        "USD {},000,{}.{}".format, st.integers(1, 999), st.sampled_from(["000", "999", "99"]), st.integers(0, 999)
    ),
    st.sampled_from(["-5", "-0.004", "abc", "inf", "-inf", "1e400", "(5)", "0x10", "$", "$ 5", "5 USD", "1_000", "٣"]),
    st.text("0123456789.,$e- ", min_size=1, max_size=8).filter(lambda text: text.strip(" -")),
)


def answers(path: Path, header: str, cells: list[str], rest: str = "") -> list[tuple[str, str]]:
    """Verdict and reason of rows that differ in one cell."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["recipient", "channel", header, *(["on"] if header != "on" else [])])
        for cell in cells:
            writer.writerow(["MEX", "lease" if header == "lease_months" else "fms", cell, *([rest] if rest else [])])
    screen(path, path.with_suffix(".parquet"), decimal="point")
    return duckdb.sql(f"SELECT notify, because FROM read_parquet('{path.with_suffix('.parquet')}')").fetchall()


def values(path: Path, header: str, cells: list[str]) -> list[Decimal | str | None]:
    """What is read from cells of money: the amount, or the words with which it is refused."""
    from mnna.rules.sql import Dialect
    from mnna.screening.cells import Cells, bare_name
    from mnna.screening.engines.dialect import Phrases

    sql = Phrases(Dialect.DUCKDB)
    reading = Cells(sql).money(header, "c0", "VARCHAR")
    faults = " ".join(f"WHEN {fault.when} THEN {fault.says}" for fault in reading.faults)
    rows = ", ".join(f"({number}, {sql.quoted(cell)})" for number, cell in enumerate(cells))
    bare = f"SELECT *, {sql.bare('c0')} AS {bare_name('c0')} FROM (VALUES {rows}) t(n, c0)"
    read = f"SELECT *, {reading.value} AS v_{header} FROM ({bare})"
    found = duckdb.sql(f"SELECT v_{header}, CASE {faults} END FROM ({read}) ORDER BY n").fetchall()
    return [wrong if wrong is not None else value for value, wrong in found]


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(cells=st.lists(WRITTEN, min_size=15, max_size=60))
def test_money_as_the_single_case_reads_it(tmp_path: Path, cells: list[str]) -> None:
    for cell, found in zip(cells, values(tmp_path, "mde", cells), strict=True):
        try:
            wanted: Decimal | str = dollars(cell.strip(), "mde")
        except MnnaError as error:
            wanted = str(error)
        if isinstance(wanted, str) and isinstance(found, str):
            assert found == wanted or "below zero" in wanted + found
        elif not _known_difference(cell):
            assert found == wanted, cell


def _known_difference(cell: str) -> bool:
    """The single case drops commas behind a decimal point, joins scale words with exponents, and reads any script's
    digits; a file's cells are read more narrowly, and what is left over is an error row, never another amount."""
    low = cell.lower()
    odd = "e" in low.replace("thousand", "").replace("million", "").replace("billion", "") and " " in low.strip()
    return "," in cell.partition(".")[2] or odd or not cell.isascii() or ("," in cell and "e" in low)


@pytest.mark.parametrize("cell", [" 5", "5 ", "\t5\u00a0", "\ufeff5", "5\r\n", "  5  "])
def test_blanks_at_the_ends_say_nothing(tmp_path: Path, cell: str) -> None:
    assert values(tmp_path, "mde", [cell]) == [Decimal(5)]


@pytest.mark.parametrize("blank", ["", "  ", "\u00a0", "\ufeff", "NaN", "nan", "N/A", "null", "unknown", "-"])
def test_blank_and_nan_are_unknown(tmp_path: Path, blank: str) -> None:
    assert values(tmp_path, "mde", [blank]) == [None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2024-03-07", date(2024, 3, 7)),
        ("2024-03-07T23:59:59Z", date(2024, 3, 7)),
        ("2024-03-07 00:00", date(2024, 3, 7)),
        ("20240307", date(2024, 3, 7)),
        ("2024/3/7", date(2024, 3, 7)),
        ("7 March 2024", date(2024, 3, 7)),
        ("7-Mar-2024", date(2024, 3, 7)),
        ("Mar. 7, 2024", date(2024, 3, 7)),
        ("SEPT 5, 2010", date(2010, 9, 5)),
        ("29 February 2024", date(2024, 2, 29)),
        ("2023-02-29", None),
        ("31 April 2024", None),
        ("7 Marchember 2024", None),
        ("0000-01-01", None),
        ("2024-13-01", None),
        ("07.03.24", None),
        ("2024-03-07 or so", None),
        ("453589", None),
    ],
)
def test_days(tmp_path: Path, text: str, wanted: date | None) -> None:
    [(verdict, because)] = answers(tmp_path / "in.csv", "on", [text])
    if wanted is None:
        assert (verdict, because) == ("error", _refused_day(text))
    else:
        assert row(tmp_path / "in.csv", 1).on == wanted


def _refused_day(text: str) -> str:
    try:
        day(f"{text} is refused")
    except MnnaError as error:
        return str(error).replace(" is refused", "")
    raise AssertionError


@pytest.mark.parametrize(
    ("cells", "option", "first"),
    [
        (["13/02/2024", "03/02/2024"], None, date(2024, 2, 13)),
        (["02/13/2024", "02/03/2024"], None, date(2024, 2, 13)),
        (["05/05/2024", "06/06/2024"], None, date(2024, 5, 5)),
        (["03/07/2024"], "dmy", date(2024, 7, 3)),
        (["03/07/2024"], "mdy", date(2024, 3, 7)),
        (["3.7.2024", "13.7.2024"], None, date(2024, 7, 3)),
        (["2024-01-01", "13/02/2024"], None, date(2024, 1, 1)),
    ],
)
def test_days_of_numbers(tmp_path: Path, cells: list[str], option: str | None, first: date) -> None:
    path = tmp_path / "in.csv"
    path.write_text("recipient,channel,on\n" + "".join(f"MEX,fms,{cell}\n" for cell in cells))
    assert row(path, 1, dates=option).on == first


@pytest.mark.parametrize(
    "cells", [["03/07/2024"], ["12-3-2024"], ["1-12-2024", "2024-12-01"], ["3.7.2024"], ["13/02/2024", "02/13/2024"]]
)
def test_days_that_can_be_read_two_ways_are_refused(tmp_path: Path, cells: list[str]) -> None:
    path = tmp_path / "in.csv"
    path.write_text("recipient,channel,on\n" + "".join(f"MEX,fms,{cell}\n" for cell in cells))
    with pytest.raises(BadQuestion, match="dates dmy"):
        screen(path)


def test_decimal_comma(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("recipient;channel;on;total_usd\nMEX;fms;2020-01-01;1.234.567,50\nMEX;fms;2020-01-01;1.234\n")
    with pytest.raises(BadQuestion, match="decimal comma"):
        screen(path)
    assert row(path, 1, decimal="comma").given["total"] == Decimal("1234567.50")
    assert row(path, 2, decimal="comma").given["total"] == Decimal("1234.00")
    assert row(path, 2, decimal="point").given["total"] == Decimal("1.23")


def test_one_stray_comma_is_an_error_row(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text(
        "recipient;channel;on;total_usd\n" + "MEX;fms;2020-01-01;5000000.50\n" * 20 + "MEX;fms;2020-01-01;1,5\n"
    )
    assert screen(path).counts == {"yes": 0, "no": 20, "unknown": 0, "error": 1}


@pytest.mark.parametrize(
    ("cell", "verdict"), [("12", "yes"), ("12.0", "yes"), ("11", "no"), ("12.5", "error"), ("x", "error")]
)
def test_months(tmp_path: Path, cell: str, verdict: str) -> None:
    [(found, _)] = answers(tmp_path / "in.csv", "lease_months", [cell], "2020-01-01")
    assert found == verdict
