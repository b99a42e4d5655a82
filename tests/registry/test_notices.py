"""The record of arms sales, row by row: columns, sources, numbers, days, and what is known to be missing."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from mnna.errors import BadFacts
from mnna.registry import notices as record
from mnna.registry import read_tables
from mnna.registry.countries import countries
from mnna.registry.load import load_registry
from mnna.registry.notices import NoticeRow, by_number, name, notice_sources, notices, notices_of
from tests.registry.test_tables import SOURCE_KINDS

ROWS = notices()


def lines(name_: str) -> list[list[str]]:
    with (record.FOLDER / f"{name_}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


@pytest.mark.parametrize("table", ["notices", "sources"])
def test_rows_are_whole(table: str) -> None:
    header, *rows = lines(table)
    assert all(len(row) == len(header) for row in rows)
    assert all(cell == " ".join(cell.split()) for row in rows for cell in row), "stray spaces"


def test_every_row_names_sources_that_exist_and_every_source_is_named() -> None:
    named = {id_ for row in ROWS for id_ in row.source}
    assert named == notice_sources().keys()
    assert not named & load_registry().sources.keys(), "an id names one source"
    assert {source.kind for source in notice_sources().values()} <= SOURCE_KINDS
    opened = {id_ for id_, source in notice_sources().items() if source.opened_on}
    unread = [row for row in ROWS if not opened & set(row.source)]
    assert {source.address for row in unread for source in map(notice_sources().get, row.source) if source} == {""}


def test_no_number_stands_twice_and_no_row_without_one_does() -> None:
    twice = [number for number, count in Counter(row.transmittal for row in ROWS).items() if number and count > 1]
    assert not twice
    bare = Counter((row.recipients, row.notified_on, row.leads_to, row.what) for row in ROWS if not row.transmittal)
    assert max(bare.values()) == 1


def test_same_day_and_total_are_not_the_same_notice() -> None:
    for one, other in (("17-55", "17-64"), ("16-83", "16-85"), ("25-77", "25-78")):
        first, second = by_number()[one], by_number()[other]
        assert (first.notified_on, first.total_usd) == (second.notified_on, second.total_usd)


def test_purchasers_are_countries_or_nato_itself() -> None:
    codes = {code for row in ROWS for code in row.recipients}
    assert codes <= countries().keys()
    assert {"NATO", "XKX", "TWN"} <= codes and "USA" not in codes
    assert [row.recipients for row in ROWS if len(row.recipients) > 1] == [
        ("ARE", "GBR", "FRA"),
        ("SAU", "GBR", "ESP", "ITA"),
    ]


@pytest.mark.parametrize("code", ["MEX", "GBR", "NATO", "USA"])
def test_the_rows_of_one_are_those_of_all_that_name_it(code: str) -> None:
    assert notices_of(code) == tuple(row for row in ROWS if code in row.recipients)


def test_a_sale_to_several_is_found_under_each() -> None:
    assert any(row.recipients[0] == "SAU" for row in notices_of("ESP"))


def test_what_a_row_refers_to_is_there() -> None:
    for row in ROWS:
        assert not row.leads_to or row.leads_to in by_number()
        assert not row.amends or row.amends in by_number()
        assert row.open == "" or row.open.endswith(".")


def test_not_stated_none_and_inferred_stay_apart() -> None:
    found = {row.mde_basis for row in ROWS}
    assert found == {"", "stated", "inferred", "listed"}
    assert by_number()["13-06"].mde_usd == 0 and by_number()["13-06"].mde_basis == "stated"
    assert by_number()["17-06"].mde_usd is None
    assert by_number()["26-1C"].amends == "23-26" and not by_number()["26-1C"].counts


HEADER = ",".join(name for name in NoticeRow._fields if name != "own")
GOOD = {
    "recipients": "MEX", "channel": "fms", "notified_on": "2024-05-01", "day_is": "release", "total_usd": "5",
    "total_basis": "stated", "what": "Radars", "notified": "yes", "emergency": "no", "source": "x", "confidence": "low",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, ""),
        ({"total_basis": ""}, "a value has a basis"),
        ({"mde_basis": "stated"}, "a value has a basis"),
        ({"day_is": ""}, "a day says whose it is"),
        ({"mde_usd": "6", "mde_basis": "stated"}, "exceeds it"),
        ({"leads_to": "24-01"}, "leads to a notice"),
        ({"total_usd": "5.5"}, "whole US dollars"),
        ({"notified": "perhaps"}, "none of yes, no, likely-no"),
        ({"source": ""}, "names its source"),
        ({"recipients": ""}, "is empty"),
    ],
)
def test_a_row_that_contradicts_itself_is_refused(tmp_path: Path, change: dict[str, str], said: str) -> None:
    cells = GOOD | change
    text = f"{HEADER}\n{','.join(cells.get(field, '') for field in HEADER.split(','))}\n"
    (tmp_path / "notices.csv").write_text(text, encoding="utf-8")
    if not said:
        assert _read(tmp_path)[0].notified_on == date(2024, 5, 1)
    else:
        with pytest.raises(BadFacts, match=said):
            _read(tmp_path)


def _read(folder: Path) -> list[NoticeRow]:
    return read_tables.read(folder, "notices", NoticeRow, check=record._check)


def test_gaps_are_counted_and_not_guessed() -> None:
    seen = {one.year: one for one in record.series()}
    assert (seen[2008].highest, seen[2008].never_seen) == (105, 84)
    assert (seen[2024].highest, seen[2024].never_seen) == (126, 11)
    assert record.years_without() == (1999, 2000, 2001, 2003)
    assert record.last_day() == date(2026, 8, 21)


def test_a_row_has_a_name() -> None:
    assert name(by_number()["18-06"]) == "18-06"
    below = next(row for row in ROWS if row.leads_to == "25-97")
    assert name(below) == "NATO before 25-97"
    assert name(next(row for row in ROWS if row.recipients == ("MEX",) and not row.notified_on)) == "MEX without a day"


def test_a_publisher_has_a_name_and_not_only_the_host_of_its_address() -> None:
    hosts = {one.id: urlsplit(one.address).netloc.removeprefix("www.") for one in notice_sources().values()}
    assert [id_ for id_, host in hosts.items() if host and notice_sources()[id_].publisher == host] == []
