"""`source` as people read it: one with what rests on it, and the list that is searched."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from mnna.answers.source import SourceList, sources, title_of
from mnna.interfaces.http.app import create_app
from tests.interfaces.checks import fits, readable
from tests.terminal import document, refused, run, said


@pytest.fixture(scope="module")
def client() -> Any:
    with TestClient(create_app(), base_url="http://127.0.0.1") as found:
        yield found


@pytest.mark.parametrize("words", [["pd-2022-14"], ["general-knowledge"]])
def test_questions(words: list[str]) -> None:
    fits("source", *words)


def test_a_source_says_where_it_is_and_what_rests_on_it() -> None:
    told, found = " ".join(said("source", "pd-2022-14").split()), document("source", "pd-2022-14")
    assert told.startswith(found["title"][:40]) and "License: US Government work, public domain" in told
    assert (
        f"Rests on it ({len(found['rests_on_it'])})" in told
        and "Colombia: Major non-NATO ally (FAA 517) since 23 May 2022" in told
    )
    assert "Opened on: not opened: cited by others" in said("source", "general-knowledge")


def test_without_an_id_all_are_listed_and_can_be_searched() -> None:
    import jsonschema

    readable(run("source", "--search", "determination"))
    told = document("source", "--search", "determination")
    jsonschema.validate(told, SourceList.schema())
    assert 0 < len(told["sources"]) < len(document("source")["sources"]) == len(sources())
    words = ("title", "publisher", "note", "id", "address", "kind", "licence")
    assert all("determination" in " ".join(row[name] for name in words).lower() for row in told["sources"])
    assert "No source holds all these words." in said("source", "--search", "zeppelin")


def test_a_search_beside_an_id_is_refused() -> None:
    assert "not both" in refused("source", "pd-2022-14", "--search", "x")


def test_the_pages_lead_to_one_another_and_to_what_rests_on_a_source(client: TestClient) -> None:
    text = unescape(client.get("/sources?search=determination").text)
    assert "sources that speak of “determination”" in text and 'href="/sources/pd-2022-14"' in text
    folded = '<details class="more"><summary><h2 id="statute">'  # 656 of them are a hundred screens of a phone
    assert folded in client.get("/sources").text and folded not in text
    one = unescape(client.get("/sources/pd-2022-14").text)
    assert '<a href="/countries/COL">Colombia: Major non-NATO ally (FAA 517) since 23 May 2022</a>' in one
    assert 'href="/law/notification-thresholds"' in client.get("/sources/usc-22-2776").text


def test_a_journal_keeps_its_name_in_the_list() -> None:
    told = said("source")
    assert "Federal Register (" in told and "Press (" in told and "Federal register" not in told


def test_a_page_names_a_source_by_its_title_and_another_link_by_its_words(client: TestClient) -> None:
    page = client.get("/countries/COL?on=2024-06-01").text
    assert '<a href="/sources/usc-22-2321k">22 USC 2321k' in page and ">usc-22-2321k<" not in page


def test_an_id_that_is_no_source_stays_an_id() -> None:
    assert title_of("mine-2026") == "mine-2026"
