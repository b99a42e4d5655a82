"""`holders` as people read it, and its page, the map."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from mnna.interfaces.http.app import create_app
from tests.interfaces.checks import fits
from tests.terminal import document, said


@pytest.fixture(scope="module")
def client() -> Any:
    with TestClient(create_app(), base_url="http://127.0.0.1") as found:
        yield found


@pytest.mark.parametrize("words", [[], ["aukus"], ["mnna-title10"], ["mnna", "--on", "1990-01-01"], ["sosa"]])
def test_questions(words: list[str]) -> None:
    fits("holders", *words)


def test_a_day_that_is_not_known_is_said_so() -> None:
    told = said("holders", "mnna", "--on", "2026-06-01")
    assert "Saudi Arabia (SAU) Held: since a day between 1 and 23 January 2026" in told
    row = next(row for row in document("holders", "mnna", "--on", "2026-06-01")["held"] if row["country"] == "SAU")
    assert (row["since"], row["since_by"]) == ("2026-01-01", "2026-01-23")


def test_a_list_that_is_not_whole_says_so() -> None:
    assert "a country not named is unknown, not out" in said("holders", "sosa", "--on", "2026-01-01")
    assert "a country not named" not in said("holders", "mnna", "--on", "2024-01-01")
    told = said("holders", "rome-statute", "--on", "2024-01-01")
    assert "is unknown, not out, unless it is named under “Outside the Rome Statute”." in told


def test_the_title_counts_those_sure_to_hold_it(client: TestClient) -> None:
    counts = document("holders", "--on", "2022-06-01")["counts"]
    title = "1 June 2022: {mnna} major non-NATO allies, {treated-as-mnna} treated as one, {nato} NATO members"
    assert title.format(**counts) in said("holders", "--on", "2022-06-01")
    assert title.format(**counts) in client.get("/map?on=2022-06-01").text


def test_the_map_draws_what_the_table_says(client: TestClient) -> None:
    text = client.get("/map?status=mnna&on=2022-06-01").text
    assert '<tr data-c="COL" data-s="mnna" data-from="2022-05-23"' in text and 'class="mnna" data-c="COL"' in text
    assert 'class="mnna" data-c="MEX"' not in text


def test_two_statuses_stand_on_one_map(client: TestClient) -> None:
    text = client.get("/map?status=mnna&beside=rio-treaty&on=2024-01-01").text
    first = {row["country"] for row in document("holders", "mnna", "--on", "2024-01-01")["held"]}
    second = {row["country"] for row in document("holders", "rio-treaty", "--on", "2024-01-01")["held"]}
    drawn = {code: kind for kind, code in re.findall(r'<path class="(\w+)" data-c="(\w+)"', text)}
    assert first & second and {drawn[code] for code in first & second} == {"both"}
    assert drawn["JPN"] == "held" and drawn["CHL"] == "second" and "MEX" not in drawn
    assert f"{len(first & second)} both</h1>" in text and 'href="/map.csv?status=rio-treaty&on=2024-01-01"' in unescape(
        text
    )
    for form in ("", ".json", ".csv"):
        assert client.get(f"/map{form}?status=mnna&beside=atlantis").status_code == 404
