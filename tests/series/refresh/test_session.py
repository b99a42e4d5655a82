"""What every connector works with: rows that are tallied, and files of another form that are refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest

from mnna.series.refresh.fetch import FetchFailed
from mnna.series.refresh.session import (
    Rows,
    Session,
    WrongShape,
    _spells,
    addresses,
    documented,
    member,
    newest,
    not_swollen,
    paged,
    read_json,
    state,
    table,
)


def test_empty_cells_are_no_figure_and_unknown_codes_are_tallied() -> None:
    rows = Rows("a file")
    for country, value in (("MEX", "1"), ("COL", ".."), ("WLD", "2"), ("WLD", "3")):
        rows.add("homicide_rate", country, "2020", value, 2)
    assert rows.panels() == {"homicide_rate": {("MEX", 2020): 1.0}}
    assert rows.notes() == ("2 rows left out, not a country of this package: WLD",)


def test_a_table_gives_the_columns_needed_by_line() -> None:
    text = io.StringIO("\ufeffa,b,c\n1, 2 ,3\n\n4,5,6\n")
    assert list(table(text, "a file", ["c", "b"])) == [(2, {"c": "3", "b": "2"}), (4, {"c": "6", "b": "5"})]


@pytest.mark.parametrize(("text", "says"), [("a,b\n1,2\n", "no column c"), ("a,c\n1\n", "1 cells for 2 columns")])
def test_a_table_of_another_form_is_refused(text: str, says: str) -> None:
    with pytest.raises(WrongShape, match=says):
        list(table(io.StringIO(text), "a file", ["c"]))


def test_half_a_document_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "half.json"
    file.write_text('{"a": [1,', encoding="utf-8")
    with pytest.raises(WrongShape, match="not whole JSON"):
        read_json(file, "a file")


def test_an_archive_has_one_table(tmp_path: Path) -> None:
    file = tmp_path / "two.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.csv", "x\n1\n")
        archive.writestr("b.csv", "x\n1\n")
    with pytest.raises(WrongShape, match=r"2 \.csv files"), member(file, "an archive"):
        pass
    with zipfile.ZipFile(file) as archive, pytest.raises(WrongShape, match="unpacks to"):
        not_swollen(archive.infolist(), "an archive", 3)


def test_pages_are_asked_for_in_turn_and_not_more_than_there_may_be() -> None:
    for last, numbers in ((0, [1]), (1, [1]), (3, [1, 2, 3])):
        assert list(paged("a server", 3, lambda number, last=last: (number, last))) == numbers  # type: ignore[misc]
    with pytest.raises(WrongShape, match="it states 4 pages"):
        next(paged("a server", 3, lambda number: (number, 4)))


@pytest.mark.parametrize(
    ("faults", "found", "tried"),
    [
        ({}, "A", "a"),
        ({"a": 404}, "B", "ab"),
        ({"a": 404, "b": 404, "c": 404}, "", "abc"),
        ({"a": 500}, "", "a"),
    ],
)
def test_a_version_that_is_not_there_is_passed_over_and_another_fault_is_not(
    faults: dict[str, int], found: str, tried: str
) -> None:
    asked: list[str] = []

    def get(version: str) -> str:
        asked.append(version)
        if version in faults:
            error = FetchFailed("the file", "it failed", (), "")
            error.status = faults[version]
            raise error
        return version.upper()

    if found:
        assert newest("abc", get) == (found, found.lower())
    else:
        with pytest.raises(FetchFailed):
            newest("abc", get)
    assert asked == list(tried)


@pytest.mark.parametrize("name", addresses())
def test_an_address_is_secure_and_says_what_it_gives(name: str) -> None:
    one = addresses()[name]
    assert one["host"].startswith("https://") and one["path"].startswith("/") and one["gives"]


def test_a_local_server_stands_in_and_parts_and_query_are_filled_in(
    server: Any, answer: Any, quick: Any, tmp_path: Path
) -> None:
    server.routes["/v2/country/all/indicator/SP.POP.TOTL"] = answer(b"[]")
    session = Session("x", tmp_path, f"{server.base}/", quick)
    assert session.json("world-bank", "x", {"page": "2"}, parts={"code": "SP.POP.TOTL"}) == []
    assert server.asked[0][0] == "/v2/country/all/indicator/SP.POP.TOTL?page=2"


@pytest.mark.parametrize("error", [KeyError("year"), TypeError("not a row"), ValueError("year"), AttributeError("get")])
def test_what_is_not_as_documented_is_of_another_form(error: Exception) -> None:
    with pytest.raises(WrongShape, match="reading the page: no year"), documented("the page", "no year"):
        raise error
    with pytest.raises(ZeroDivisionError), documented("the page"):
        raise ZeroDivisionError


@pytest.mark.parametrize(
    ("system", "number", "year", "code"),
    [("cow", "70", 2000, "MEX"), ("gw", "70", 2000, "MEX"), ("cow", "365", 2000, "RUS"), ("cow", "9999", 2000, None)],
)
def test_a_number_stands_for_a_state_in_a_year(system: str, number: str, year: int, code: str | None) -> None:
    assert state(system, number, year) == code


def test_a_spell_has_its_first_and_its_last_year() -> None:
    for system in ("cow", "gw"):
        for number, spells in _spells(system).items():
            for first, last, code in spells:
                assert state(system, number, first) == state(system, number, last) == code, number


def test_365_is_the_soviet_union_before_it_is_russia() -> None:
    assert state("cow", "365", 1988) != "RUS"
