"""The front page, the menu and the description of the interface: the pages that belong to no word."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from mnna.interfaces.http import front
from mnna.interfaces.http.pages import pages
from mnna.interfaces.listing import GROUPS, listed
from mnna.registry.countries import resolve


def main(text: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", text.split("<main")[1].split("</main>")[0]))


def test_the_front_page_says_what_the_site_is_and_asks_which_country(client: TestClient) -> None:
    text = client.get("/").text
    assert front.WHAT in unescape(text) and front.WHAT.count(".") == 1 and len(front.WHAT.split()) <= 26
    assert "<h1>Which country?</h1>" in text and "<title>Which country? · mnna</title>" in text
    assert "For example: Should Mexico be next?" in text


@pytest.mark.parametrize(
    ("country", "title"),
    [
        ("KEN", "Kenya is an ally already"),
        ("FRA", "France is in NATO"),
        ("TWN", "Taiwan is treated as an ally already"),
        ("PHL", "The Philippines is an ally already"),
        ("CRI", "Should Costa Rica be next?"),
        ("USA", "The United States cannot be its own ally"),
    ],
)
def test_a_country_has_its_short_answer(client: TestClient, country: str, title: str) -> None:
    text = client.get(f"/?country={country}").text
    assert f"<h1>{title}</h1>" in text and text.count("<h1") == 1
    assert "Which country?" in main(text)


def test_the_short_answer_says_what_would_and_would_not_change(client: TestClient) -> None:
    told = " ".join(main(client.get("/?country=CRI").text).split())
    assert "If it were designated, it would get a better answer on" in told and "Not allowed becomes Allowed" in told
    assert "no guarantee of defense" in told and "restrictions would stand as they do" in told
    shown, difference = front.short_answer(resolve("JPN"), None)
    assert difference.assume[0].act == "terminate" and shown.lead[1].startswith("If the status ended")  # type: ignore[union-attr]


def test_the_menu_has_the_groups_of_the_words(client: TestClient) -> None:
    text = client.get("/docs").text
    header = text.split("<header")[1].split("</header>")[0]
    assert re.findall(r"<summary>([^<]+)</summary>", header) == list(GROUPS) and len(GROUPS) <= 5
    groups = {one.word: one.group for one in listed()}
    for part, group in zip(header.split("<details")[1:], GROUPS, strict=True):
        linked = re.findall(r'href="([^"]+)"', part.split("</details>")[0])
        expected = [page.address for page in pages() if groups[page.word] == group and page.address in linked]
        assert linked == expected and linked
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
