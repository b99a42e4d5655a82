"""Whole answers kept by address, and HEAD for every one."""

from __future__ import annotations

import asyncio
import gzip
import zlib

import pytest
from starlette.testclient import TestClient

from mnna.answers.law import law
from mnna.interfaces.http.app import create_app
from mnna.interfaces.http.kept import AROUND, LARGEST, Kept, Store, questions
from mnna.interfaces.http.outputs import as_json
from mnna.interfaces.http.security import Message, Receive, Scope, Send


class Counting:
    """An application that counts how often it is asked."""

    def __init__(self, status: int = 200, kind: bytes = b"") -> None:
        self.asked, self.status, self.headers = 0, status, [(b"content-type", kind)]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked += 1
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        await send({"type": "http.response.body", "body": b"x" * 10})


def ask(app: Kept, path: str, method: str = "GET", **headers: str) -> tuple[Message, bytes]:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": b""}
    asyncio.run(app(scope | {"scheme": "http", "headers": pairs}, receive, send))
    return sent[0], b"".join(message.get("body", b"") for message in sent)


def kept(inner: Counting, largest: int = LARGEST) -> Kept:
    return Kept(inner, lambda path: True, Store(largest))


def test_an_answer_is_kept_and_what_somebody_sent_is_not() -> None:
    inner = Counting()
    app = Kept(inner, questions(["/countries/{country}", "/screen"]), Store())
    for path in ("/countries/COL", "/countries/COL.json", "/screen/KEY"):
        assert ask(app, path)[1] == ask(app, path)[1] == b"x" * 10
    assert inner.asked == 4 and ask(app, "/countries/COL", "HEAD")[1] == b""
    assert ask(app, "/countries/COL", "POST")[1] and inner.asked == 5


def test_another_host_has_an_answer_of_its_own() -> None:
    inner = Counting()
    app = kept(inner)
    assert [ask(app, "/a", host=host)[1] for host in ("a.example", "b.example")] and inner.asked == 2


def test_text_is_compressed_for_whoever_takes_it_and_not_sent_again() -> None:
    inner = Counting(kind=b"text/html; charset=utf-8")
    app = kept(inner)
    start, body = ask(app, "/a", accept_encoding="br, gzip;q=0.5")
    headers = dict(start["headers"])
    assert gzip.decompress(body) == b"x" * 10 and headers[b"content-encoding"] == b"gzip"
    assert headers[b"vary"] == b"accept-encoding" and int(headers[b"content-length"]) == len(body)
    for refusing in ("", "gzip;q=0", "gzip; q=0.00", "identity"):
        assert ask(app, "/a", accept_encoding=refusing)[1] == b"x" * 10
    again, none = ask(app, "/a", if_none_match=headers[b"etag"].decode())
    assert again["status"] == 304 and none == b"" and ask(app, "/a", if_none_match='"other"')[0]["status"] == 200
    printed, _ = ask(kept(Counting(kind=b"application/pdf")), "/a", accept_encoding="gzip")
    assert b"content-encoding" not in dict(printed["headers"])


def test_what_is_wrong_is_not_kept_and_the_size_is_bounded() -> None:
    wrong = Counting(404)
    app = kept(wrong)
    ask(app, "/a"), ask(app, "/a")
    assert wrong.asked == 2
    bounded = kept(Counting(), largest=80 + 2 * AROUND)
    for number in range(20):
        ask(bounded, f"/{number}")
    assert bounded.store.size == 2 * (AROUND + 10)


def test_a_new_day_has_answers_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = Counting()
    app = kept(inner)
    ask(app, "/a")
    monkeypatch.setenv("MNNA_TODAY", "2026-12-24")
    ask(app, "/a")
    assert inner.asked == 2 and app.store.size == AROUND + 10


@pytest.mark.parametrize("form", ["", ".json", ".csv", ".md", ".pdf"])
def test_head_answers_for_every_form(client: TestClient, form: str) -> None:
    got, head = client.get(f"/countries/COL{form}"), client.head(f"/countries/COL{form}")
    assert head.status_code == 200 and head.content == b"" and head.headers == got.headers


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
