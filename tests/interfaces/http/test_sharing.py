"""What stands beside a link to a page where it is shared."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from mnna.interfaces.http.declared import declared_pages
from mnna.interfaces.http.sharing import has_card

pytest.importorskip("typst", reason="the extra `brief` is not installed")


def test_a_page_names_its_address_and_its_picture(client: TestClient) -> None:
    text = client.get("/countries/COL?on=2024-06-01").text
    told = {name: unescape(said) for name, said in re.findall(r'property="og:(\w+)" content="([^"]*)"', text)}
    assert told["url"] == "http://127.0.0.1/countries/COL?on=2024-06-01"
    assert told["image"] == "http://127.0.0.1/countries/COL.card?on=2024-06-01" and told["title"] in text
    assert f'<link rel="canonical" href="{told["url"]}">' in text and '<html lang="en">' in text
    drawn = client.get(told["image"])
    assert drawn.headers["content-type"] == "image/png" and drawn.content.startswith(b"\x89PNG")


def test_what_is_worked_out_slowly_and_a_mistake_have_no_picture(client: TestClient) -> None:
    assert not [page for page in declared_pages() if page.slow and has_card(page)]
    assert "og:image" not in client.get("/countries/Atlantis").text
    assert client.get("/countries/Atlantis.card").status_code == 404
