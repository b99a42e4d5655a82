"""Every page says how to cite it, and an address with a stamp says whether it still answers so."""

from __future__ import annotations

import re
from html import unescape

from starlette.testclient import TestClient

STAMP = re.compile(r"stamp=([0-9a-f-]+)")


def test_a_page_has_every_style_with_its_own_address(client: TestClient) -> None:
    text = unescape(client.get("/countries/COL?on=2024-06-01").text)
    for name in ("Bluebook", "Chicago", "BibTeX", "RIS", "CSL-JSON"):
        assert f"<dt>{name}</dt>" in text
    assert "http://127.0.0.1/countries/COL?on=2024-06-01&stamp=" in text and 'href="#cite"' in text


def test_an_address_with_its_stamp_says_that_it_is_the_same(client: TestClient) -> None:
    stamp = STAMP.search(client.get("/countries/COL?on=2024-06-01").text)
    assert stamp is not None
    asked = f"on=2024-06-01&stamp={stamp[1]}"
    assert client.get(f"/countries/COL.json?{asked}").json()["cited"]["same"] is True
    assert "This is the answer that was cited" in client.get(f"/countries/COL?{asked}").text
    moved = client.get(f"/v/{stamp[1]}/countries/COL?on=2024-06-01", follow_redirects=False)
    assert moved.status_code == 303 and moved.headers["location"] == f"/countries/COL?{asked}"


def test_another_stamp_is_said_to_be_of_another_answer(client: TestClient) -> None:
    asked = f"on=2024-06-01&stamp={'0' * 16}-{'1' * 16}-{'2' * 12}"
    assert client.get(f"/countries/COL.json?{asked}").json()["cited"]["same"] is False
    assert "The answer is now another." in client.get(f"/countries/COL?{asked}").text
    assert "The answer is now another." in client.get(f"/countries/COL.md?{asked}").text
    for form in ("json", "csv", "md", "pdf"):
        assert client.get(f"/countries/COL.{form}?stamp=x").status_code == 400


def test_a_stamp_leads_nowhere_else(client: TestClient) -> None:
    for rest in ("/evil.example", "//evil.example", "%5Cevil.example", "/%5C/evil.example"):
        moved = client.get(f"/v/aa{'/' if not rest.startswith('/') else ''}{rest}", follow_redirects=False)
        location = moved.headers.get("location", "/")
        assert re.match(r"/[^/\\]", location) or location == "/", (rest, location)
