"""A kept answer comes straight from the connection, the same as the long way round; anything odd goes that way."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from mnna.interfaces.http.app import create_app
from mnna.interfaces.http.kept import Key, Store, whole
from mnna.interfaces.http.ready import Ready, read
from mnna.interfaces.http.traffic import Tally
from tests.interfaces.http.test_serving import opened

PLAIN = b"GET /a?b=c HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip, br\r\n\r\n"
KEPT = Key("http", b"x", b"/a?b=c", True)


def ready(rate: int | None = None, key: Key = KEPT, log: Path | None = None) -> Ready:
    store = Store()
    store.get(key)
    store.keep(key, whole([(b"content-type", b"text/plain")], [b"found"], True))
    return Ready(store, Tally(frozenset({"a"}), rate, str(log) if log else None), {}, None)


def test_a_plain_request_is_read() -> None:
    asked = read(PLAIN)
    assert asked is not None and asked[:2] == (b"GET", b"/a?b=c")
    assert asked.headers == {b"host": b"x", b"accept-encoding": b"gzip, br"}


@pytest.mark.parametrize(
    "data",
    [
        PLAIN[:-2],
        PLAIN + PLAIN,
        PLAIN + b"x",
        PLAIN.replace(b"GET", b"POST"),
        PLAIN.replace(b"1.1", b"1.0"),
        PLAIN.replace(b"/a", b"http://x/a"),
        PLAIN.replace(b"Host: x", b"Host : x"),
        PLAIN.replace(b"Host: x", b"Host: x\r\n folded"),
        PLAIN.replace(b"Host: x", b"Host: x\r\nhost: y"),
        PLAIN.replace(b"Host: x", b"Host: x\nEvil: y"),
        PLAIN.replace(b"Host: x", b"Host: x\r\nContent-Length: 0"),
        PLAIN.replace(b"Host: x", b"Host: x\r\nTransfer-Encoding: chunked"),
        PLAIN.replace(b"Host: x", b"Host: x\r\nConnection: close"),
        PLAIN.replace(b"Host: x", b"Host: x\r\nExpect: 100-continue"),
        PLAIN.replace(b"Host: x", b"Host: x\r\nX: " + b"x" * 9000),
    ],
)
def test_anything_else_goes_the_long_way(data: bytes) -> None:
    assert read(data) is None and ready().answer(data, "http", "192.0.2.1", None) is None


def test_what_is_kept_is_given_counted_and_limited(tmp_path: Path) -> None:
    found = ready(rate=3, log=tmp_path / "log")
    first, head, body = found.answer(PLAIN, "http", "192.0.2.1", None) or ()
    assert first == b"HTTP/1.1 200 OK\r\n" and gzip.decompress(body) == b"found"
    assert b"content-encoding: gzip\r\n" in head and b"content-security-policy: " in head
    mark = head.split(b"etag: ")[1].split(b"\r\n")[0]
    known = PLAIN.replace(b"Host: x", b"Host: x\r\nIf-None-Match: " + mark)
    assert (found.answer(known, "http", "192.0.2.1", None) or ())[0::2] == (b"HTTP/1.1 304 Not Modified\r\n", b"")
    assert (found.answer(PLAIN.replace(b"GET", b"HEAD"), "http", "192.0.2.1", None) or ())[2] == b""
    assert found.answer(PLAIN, "http", "192.0.2.1", None) is None
    assert found.tally.counts.answers == {("/a", 200): 2, ("/a", 304): 1}
    rows = [json.loads(line) for line in (tmp_path / "log").read_text(encoding="utf-8").splitlines()]
    assert [(row["method"], row["page"], row["status"]) for row in rows][1:] == [
        ("GET", "/a", 304),
        ("HEAD", "/a", 200),
    ]


def test_a_trusted_proxy_says_who_asks_and_how() -> None:
    trusted = ProxyHeadersMiddleware(None, "127.0.0.1").trusted_hosts  # type: ignore[arg-type]
    found = ready(rate=1, key=KEPT._replace(scheme="https"))
    said = PLAIN.replace(b"Host: x", b"Host: x\r\nX-Forwarded-For: 192.0.2.9\r\nX-Forwarded-Proto: https")
    assert found.answer(said, "http", "192.0.2.1", trusted) is None
    assert found.answer(said, "http", "127.0.0.1", trusted) and found.answer(said, "http", "127.0.0.1", trusted) is None
    other = said.replace(b"192.0.2.9", b"192.0.2.10")
    assert found.answer(other, "http", "127.0.0.1", trusted)


def test_both_ways_give_the_same_bytes(site: str) -> None:
    host = urlsplit(site).netloc.encode()
    asked = b"GET /countries/KEN.md HTTP/1.1\r\nHost: " + host + b"\r\n\r\n"
    long, short, odd = answers(site, [asked, asked, asked.replace(b"Host", b"Te: x\r\nHost")])
    assert undated(long) == undated(short) == undated(odd) and short.startswith(b"HTTP/1.1 200 ")


SEARCH = b"GET /law.json?search=stockpile+ally HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.fixture(scope="module")
def quick() -> Ready:
    found: Ready = create_app(rate=4).state.ready
    return found


def test_a_quick_answer_is_made_kept_counted_and_limited(quick: Ready) -> None:
    assert quick.store.size == 0
    for _ in range(2):
        first, head, body = quick.answer(SEARCH, "http", "192.0.2.1", None) or ()
        assert first == b"HTTP/1.1 200 OK\r\n" and json.loads(body)["search"] == "stockpile ally"
        assert b"content-security-policy: " in head and b"content-type: application/json" in head
    assert quick.store.size > len(body) and quick.tally.counts.answers == {("/law", 200): 2}
    for _ in range(3):
        last = quick.answer(SEARCH, "http", "192.0.2.1", None)
    assert last is None


@pytest.mark.parametrize(
    "data",
    [
        SEARCH.replace(b"localhost", b"elsewhere"),
        SEARCH.replace(b"/law.json?search=stockpile+ally", b"/countries/COL"),
        SEARCH.replace(b"search", b"zebra"),
        SEARCH.replace(b"search=", b"topic="),
        SEARCH.replace(b"ally", b"ally&stamp=" + b"0" * 16 + b"-" + b"0" * 16),
    ],
)
def test_what_must_be_refused_or_takes_longer_goes_the_long_way(quick: Ready, data: bytes) -> None:
    before = quick.store.size
    found = quick.answer(data, "http", data[:30].decode(), None)
    assert found is None and quick.store.size == before


def test_both_ways_give_the_same_search(site: str) -> None:
    host = urlsplit(site).netloc.encode()
    for path in (b"/law?search=war+reserve", b"/law.json?search=war+reserve"):
        asked = b"GET " + path + b" HTTP/1.1\r\nHost: " + host + b"\r\nAccept-Encoding: gzip\r\n\r\n"
        quickly, odd = answers(
            site, [asked, asked.replace(b"reserve ", b"reserve& ").replace(b"Host", b"Te: x\r\nHost")]
        )
        short, long = (gzip.decompress(one.partition(b"\r\n\r\n")[2]) for one in (quickly, odd))
        assert short.replace(b"&amp;", b"") == long.replace(b"&amp;", b"") and b"stockpile" in short


def answers(site: str, requests: list[bytes]) -> list[bytes]:
    """The answers to requests sent over one connection, one after the other."""
    found = []
    with opened(site, b"") as line:
        for each in requests:
            line.sendall(each)
            got = b""
            while b"\r\n\r\n" not in got:
                got += line.recv(2**16)
            length = int(got.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            while len(got.partition(b"\r\n\r\n")[2]) < length:
                got += line.recv(2**16)
            found.append(got)
    return found


def undated(answer: bytes) -> set[bytes]:
    return {line for line in answer.split(b"\r\n") if not line.lower().startswith(b"date:")}
