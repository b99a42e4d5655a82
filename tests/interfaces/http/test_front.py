"""The front page, the menu and the description of the interface: the pages that belong to no word."""

from __future__ import annotations

import re
from html import unescape

import pytest
from fastapi import Request
from starlette.testclient import TestClient

from mnna.errors import BadDate, UnknownCountry
from mnna.interfaces.http import front
from mnna.interfaces.http.declared import GROUPS, menu, pages
from mnna.interfaces.http.front import found_for, nearby
from mnna.present.document import spelled
from mnna.registry.countries import resolve


def main(text: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", text.split("<main")[1].split("</main>")[0]))


def test_the_front_page_says_what_the_site_is_and_asks_which_country(client: TestClient) -> None:
    text = client.get("/").text
    assert front.WHAT in unescape(text) and front.WHAT.count(".") == 1 and len(front.WHAT.split()) <= 26
    assert "<h1>Which country?</h1>" in text and "<title>Which country? · mnna</title>" in text
    assert "For example: Is Mexico the next major non-NATO ally?" in text


@pytest.mark.parametrize(
    ("country", "title"),
    [
        ("KEN", "What if Kenya were no longer a major non-NATO ally?"),
        ("FRA", "Is France the next major non-NATO ally?"),
        ("PHL", "What if the Philippines were no longer a major non-NATO ally?"),
        ("CRI", "Is Costa Rica the next major non-NATO ally?"),
        ("USA", "The United States cannot be named"),
        ("GRL", "Greenland cannot be named"),
    ],
)
def test_a_country_has_its_short_answer(client: TestClient, country: str, title: str) -> None:
    text = client.get(f"/?country={country}").text
    assert f"<h1>{title}</h1>" in text and text.count("<h1") == 1
    assert "Which country?" in main(text)


def test_the_short_answer_says_what_would_and_would_not_change(client: TestClient) -> None:
    told = " ".join(main(client.get("/?country=CRI").text).split())
    assert "Designation would bring a better answer on" in told and "no guarantee of defense" in told
    shown, found = front.short_answer(resolve("JPN"), None)
    assert found is not None and found.standing == "ally"
    for said, sentence in zip(shown.lead[-2:], found.answer, strict=True):
        assert spelled(said).startswith(f"{sentence} [")
    assert front.short_answer(resolve("USA"), None)[1] is None


def test_the_menu_has_the_groups_of_the_words(client: TestClient) -> None:
    text = client.get("/docs").text
    header = text.split("<header")[1].split("</header>")[0]
    assert re.findall(r"<summary>([^<]+)</summary>", header) == list(GROUPS)
    for part, (_, shown_there) in zip(header.split("<details")[1:], menu(), strict=True):
        linked = re.findall(r'href="([^"]+)"', part.split("</details>")[0])
        assert linked == [page.address for page in shown_there] and linked
    shown = [page.address for page in pages() if "{" not in page.address and page.address.count("/") == 1]
    assert all(f'href="{address}"' in header for address in shown)


def test_the_description_names_every_address_parameter_and_shape(client: TestClient) -> None:
    text, api = unescape(client.get("/docs").text), client.get("/openapi.json").json()
    for path, methods in api["paths"].items():
        for method, told in methods.items():
            if path.endswith(".json") or method != "get":
                assert f"{method.upper()} {path}" in text
                assert all(one["description"] in text for one in told.get("parameters", ()))
    assert all(f'id="{name}"' in text for name in api["components"]["schemas"])
    assert 'href="/openapi.json"' in text


def test_five_doors_lead_to_pages_and_a_search_finds_or_leads_on(client: TestClient) -> None:
    assert len(front.DOORS) == 5 and all(client.get(door.address).status_code == 200 for door in front.DOORS)
    assert client.get("/find?q=Burma").headers["location"] == "/countries/MMR"
    told = client.get("/find?q=AUKUS").text
    assert 'href="/map?status=aukus"' in told and "Nauru" not in main(told)
    assert "Nothing fits “xyzzy”" in client.get("/find?q=xyzzy").text
    told = main(client.get("/find?q=Mexcio").text)
    assert "Nothing fits “Mexcio”" in told and "“mexico”" in told and "Mexico" in told
    told = main(client.get("/find?q=Is+Mexico+an+ally").text)
    assert "fits some of it" in told and 0 < told.index(" Mexico ", told.index("of it")) < told.index("Source")
    assert client.get("/search-index.js").text.startswith("window.MNNA_INDEX = ")


def test_a_name_that_is_no_country_leads_to_what_has_that_name(client: TestClient) -> None:
    told = client.get("/?country=AUKUS").text
    assert 'href="/map?status=aukus"' in told and "Nauru" not in main(told)
    assert client.get("/countries/AUKUS.json").json()["near"] == []


@pytest.mark.parametrize(
    ("asked", "citation"),
    [("AECA 36(b)", "AECA%2036(b)"), ("36(b)", "section%2036(b)"), ("22 U.S.C. 2321k", "22%20U.S.C.%202321k")],
)
def test_a_citation_leads_to_its_law(client: TestClient, asked: str, citation: str) -> None:
    assert client.get("/find", params={"q": asked}).headers["location"] == f"/law/{citation}"
    assert client.get(f"/law/{citation}").status_code == 200


def asked(path: str, query: str = "") -> Request:
    scope = {"type": "http", "scheme": "http", "server": ("127.0.0.1", 80), "path": path, "headers": []}
    return Request(scope | {"method": "GET", "query_string": query.encode()})


@pytest.mark.parametrize(
    ("text", "path", "query", "leads"),
    [
        ("Mexico (MEX)", "/compare", "country=Mexiko&to=COL", "/compare?to=COL&country=MEX"),
        ("Mexico (MEX)", "/find", "country=Mexiko", "/countries/MEX"),
        ("Mexico (MEX)", "/law/x", "", "/countries/MEX"),
        ("/law/fms", "/law/x", "", "/law/fms"),
        ("rdte-loans", "/law/x", "", ""),
    ],
)
def test_a_near_match_leads_to_the_question_put_right(text: str, path: str, query: str, leads: str) -> None:
    assert nearby(text, asked(path, query)) == leads


def test_a_name_of_no_country_is_searched_for() -> None:
    found = found_for(UnknownCountry("the country 'AUKUS'", "no country has that code or name"))
    assert any("AUKUS" in title for title, _ in found)
    assert found_for(BadDate("the day 'x'", "it is not a date")) == []
