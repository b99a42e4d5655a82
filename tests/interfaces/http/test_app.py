"""The application: one answer in every form, and the server's own pages."""

from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from mnna.interfaces.http.app import Door
from mnna.interfaces.http.declared import pages
from tests.terminal import run


def test_the_json_of_an_address_is_what_the_command_prints(client: TestClient) -> None:
    shown = client.get("/countries/COL.json?on=2024-06-01")
    assert shown.headers["content-type"] == "application/json"
    assert shown.text == run("status", "COL", "--on", "2024-06-01", "--json").out


@pytest.mark.parametrize(
    ("form", "kind"),
    [("csv", "text/csv"), ("md", "text/markdown"), ("pdf", "application/pdf"), ("json", "application/json")],
)
def test_each_form_has_its_media_type(client: TestClient, form: str, kind: str) -> None:
    shown = client.get(f"/countries/COL.{form}?on=2024-06-01")
    assert shown.status_code == 200 and shown.headers["content-type"].startswith(kind) and shown.content


def test_the_description_names_every_page(client: TestClient) -> None:
    paths = json.loads(client.get("/openapi.json").text)["paths"]
    assert all(f"{page.address}.json" in paths for page in pages() if "json" in page.forms)


def test_what_is_not_there_is_said_in_the_form_that_was_asked_for(client: TestClient) -> None:
    told = client.get("/countries/Atlantis.json")
    assert told.status_code == 404 and told.json()["error"] == "UnknownCountry"
    page = client.get("/countries/Atlantis")
    assert page.status_code == 404 and page.headers["content-type"].startswith("text/html") and "Atlantis" in page.text
    assert client.get("/no/such/page").status_code == 404


def test_a_page_names_its_own_address_and_its_other_forms(client: TestClient) -> None:
    head = client.get("/countries/COL?on=2024-06-01").text.split("</head>")[0]
    assert '<link rel="canonical" href="http://127.0.0.1/countries/COL?on=2024-06-01">' in head
    assert '<link rel="alternate" type="text/csv" href="/countries/COL.csv?on=2024-06-01">' in head
    assert '<meta property="og:title" content="Colombia' in head


def test_a_country_on_the_map_leads_to_its_page_and_those_that_ever_held_it_by_keyboard(client: TestClient) -> None:
    text = client.get("/map").text
    assert '<a href="/countries/COL"><path' in text and '<a href="/countries/MEX" tabindex="-1"><path' in text


def test_documents_are_set_one_after_the_other() -> None:
    door, under_way, most = Door(None, ()), 0, 0

    def make() -> bytes:
        nonlocal under_way, most
        under_way += 1
        most = max(most, under_way)
        time.sleep(0.01)
        under_way -= 1
        return b""

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(door.drawn, [make] * 4))
    assert most == 1
