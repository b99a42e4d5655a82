"""A search of the law is answered in parts that are compressed once."""

from __future__ import annotations

import gzip
import zlib

import pytest
from starlette.testclient import TestClient

from mnna.answers.law import law
from mnna.interfaces.http.app import create_app
from mnna.interfaces.http.outputs import as_json


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(create_app(), base_url="http://localhost")


def test_the_answer_is_the_one_of_the_command_however_it_is_sent(client: TestClient) -> None:
    wanted = as_json(law(search="stockpile ally").to_dict())
    for encoding in ("gzip", "identity"):
        found = client.get("/law.json?search=stockpile+ally", headers={"accept-encoding": encoding})
        assert found.content == wanted and found.headers.get("content-encoding", "identity") == encoding
    assert client.head("/law.json?search=stockpile+ally").headers["etag"] == found.headers["etag"]


def test_each_part_can_be_unpacked_by_itself_and_the_sums_are_right(client: TestClient) -> None:
    with client.stream("GET", "/law?search=stockpile", headers={"accept-encoding": "gzip"}) as sent:
        packed = b"".join(sent.iter_raw())
    plain = gzip.decompress(packed)
    assert b"<h1>" in plain and packed[-8:-4] == zlib.crc32(plain).to_bytes(4, "little")


def test_what_is_refused_is_said_as_elsewhere(client: TestClient) -> None:
    found = client.get("/law.json?topic=zebra")
    assert found.status_code == 404 and "no such topic" in found.text
    assert client.get("/law.json?zebra=1").status_code == 400
    assert client.post("/law.json").status_code == 405


def test_an_answer_that_was_cited_says_whether_it_is_the_same(client: TestClient) -> None:
    found = client.get(f"/law.json?search=stockpile&stamp={'0' * 16}-{'0' * 16}")
    assert found.json()["cited"]["same"] is None
