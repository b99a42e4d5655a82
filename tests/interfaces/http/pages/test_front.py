"""The front page prints the numbers it was given, each beside the words it counts."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from mnna.interfaces.http.app import create_app
from mnna.interfaces.http.pages import front


@pytest.fixture(scope="module")
def client() -> Any:
    with TestClient(create_app(), base_url="http://127.0.0.1") as found:
        yield found


@pytest.mark.parametrize("code", ["MEX", "KEN", "IND"])
def test_each_count_stands_beside_what_it_counts(client: TestClient, code: str) -> None:
    found = front.view({"country": code}, None)["partition"]
    text = " ".join(re.sub(r"<[^>]+>", " ", unescape(client.get(f"/?country={code}").text)).split())
    assert f"{len(found.open)} would be open" in text and f"{len(found.same)} would not change" in text
    assert f"of {found.total} legal questions" in text and found.terms
    keep = "keep the answer and change the" if len(found.terms) > 1 else "keeps the answer and changes the"
    assert f"{len(found.terms)} more {keep} terms or the steps." in text
