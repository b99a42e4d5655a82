"""Spans read country by country are those that are read whole."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from mnna.errors import BadFacts
from mnna.registry.load import load_registry
from mnna.registry.read_tables import TABLES, read
from mnna.registry.records import Span
from mnna.registry.spans_by_country import SpansByKey
from mnna.registry.statuses import our_statuses

HEADER = "country,status,since,since_by,until,until_by,holds,instrument,citation,source,confidence,checked_on,note\n"


def ours() -> SpansByKey:
    return SpansByKey(our_statuses(), TABLES)


def test_each_country_is_read_as_with_all_others() -> None:
    whole = dict(ours())
    for country in {row.country for row in read(TABLES, "spans", Span)}:
        assert ours().of(country) == {key: rows for key, rows in whole.items() if key[0] == country}


def test_every_row_of_the_tables_is_found() -> None:
    every = {(row.country, row.status, row.since, row.instrument) for row in read(TABLES, "spans", Span)}
    found = {(row.country, row.status, row.since, row.instrument) for rows in ours().values() for row in rows}
    assert every <= found


def test_a_country_of_no_row_has_none() -> None:
    one = ours()
    assert ("COL", "mnna") in one
    assert one.of("XXX") == {} and ("XXX", "mnna") not in one and one.spans("XXX", "mnna") == ()


def test_another_country_is_left_as_it_is() -> None:
    one = ours()
    other = one.with_country("MEX", {})
    assert other.of("MEX") == {} and one.of("MEX") and other.of("COL") == one.of("COL")
    assert len(other) == len(one) - len(one.of("MEX"))


def test_a_copy_in_another_process_is_equal() -> None:
    one = ours()
    assert pickle.loads(pickle.dumps(one)) == one


def test_threads_that_ask_for_one_and_for_all_at_once_see_the_same() -> None:
    whole, countries = dict(ours()), sorted({row.country for row in read(TABLES, "spans", Span)})[:40]
    one = ours()
    with ThreadPoolExecutor(8) as pool:
        alone = [pool.submit(one.of, country) for country in (*countries, "XXX")]
        together = [pool.submit(dict, one) for _ in range(4)]
        found = {key: rows for each in alone for key, rows in each.result().items()}
        assert all(each.result() == whole for each in together)
    assert found == {key: rows for key, rows in whole.items() if key[0] in countries} and dict(one) == whole


def test_a_wrong_row_is_blamed_by_file_and_line(tmp_path: Path) -> None:
    row = "COL,mnna,2022-05-23,,,,yes,An act,A law,s,high,2026-11-24,\n"
    (tmp_path / "spans.csv").write_text(HEADER + row + row.replace("2022-05-23", "May 2022"), encoding="utf-8")
    with pytest.raises(BadFacts, match="line 3, column since"):
        SpansByKey(our_statuses(), tmp_path).of("COL")


def test_what_a_row_brings_is_laid() -> None:
    follower = our_statuses()["mnna"].follows[0]
    assert [row.holds for row in ours()["PER", follower]] == ["unknown"]


@pytest.mark.parametrize(
    ("country", "status", "on", "holds"),
    [
        ("LVA", "sosa", "2022-10-24", False),  # signed in Riga on 25 October 2022
        ("LVA", "sosa", "2022-10-25", True),
        ("DNK", "sosa", "2023-02-07", False),
        ("DNK", "sosa", "2023-02-08", True),
        ("ISR", "sosa", "2023-02-28", None),  # 28 February by a dataset, 1 March by the press
        ("ISR", "sosa", "2023-03-01", True),
        ("KOR", "sosa", "2023-11-15", True),
        ("SGP", "sosa", "2023-12-04", False),
        ("SGP", "sosa", "2023-12-05", True),
        ("LTU", "rdp-mou", "2021-12-12", False),  # agreed on 13 December 2021, listed on 18 March 2022
        ("LTU", "rdp-mou", "2022-03-17", None),
        ("LTU", "rdp-mou", "2022-03-18", True),
        ("JPN", "rdp-mou", "2016-06-03", False),
        ("JPN", "rdp-mou", "2016-08-02", True),
        ("CZE", "rdp-mou", "2012-06-29", True),
        ("NLD", "rdp-mou", "1986-01-01", None),  # a memorandum of 1978, and one of 1990
        ("BEL", "rdp-mou", "1979-12-12", True),
        ("THA", "tip-tier3", "2016-06-01", True),
        ("SAU", "tip-tier3", "2013-06-01", True),
        ("CHN", "tip-tier3", "2014-06-01", True),
        ("CHN", "tip-tier3", "2013-06-01", None),
    ],
)
def test_the_day_of_an_agreement_is_told_as_exactly_as_it_was_read(
    country: str, status: str, on: str, holds: bool | None
) -> None:
    assert load_registry().holds(country, status, date.fromisoformat(on)) is holds


def test_a_wrong_row_is_told_with_its_line_in_the_whole_file(tmp_path: Path) -> None:
    (tmp_path / "spans").mkdir()
    row = "MEX,mnna,2026-01-01,,,,yes,an act,its place,a-source,high,2026-11-23,\n"
    wrong = row.replace("MEX", "ARG").replace("2026-01-01", "2026-13-01")
    (tmp_path / "spans" / "mnna.csv").write_text(HEADER + row + wrong, encoding="utf-8")
    with pytest.raises(BadFacts, match=r"spans/mnna\.csv line 3, column since"):
        SpansByKey(our_statuses(), tmp_path).of("ARG")
