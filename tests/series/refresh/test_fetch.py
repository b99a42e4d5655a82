"""The fetcher against servers that are slow, rude, broken or wrong."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from mnna.series.refresh import Limits
from mnna.series.refresh.fetch import FetchFailed, Progress, Request, Unchanged, fetch
from mnna.series.vintages import Download

BODY = b'{"figures": [' + b",".join(b"%d" % n for n in range(3000)) + b"]}"


def get(
    server: Any, to: Path, limits: Limits, kind: str = "json", held: Download | None = None, **more: Any
) -> Download:
    return fetch(Request("test", f"{server.base}/file", kind, held, limits=limits, **more), to / "file")


def test_a_good_file_comes_whole_with_checksum_and_validators(
    server: Any, answer: Any, quick: Limits, tmp_path: Path
) -> None:
    server.routes["/file"] = answer(BODY, headers={"Last-Modified": "Tue, 03 Mar 2026 10:00:00 GMT"})
    seen: list[Progress] = []
    asked = Request("test", f"{server.base}/file", "json", limits=quick, progress=seen.append)
    found = fetch(asked, tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == BODY
    assert (found.checksum, found.size) == (sha256(BODY).hexdigest(), len(BODY))
    assert found.etag and found.last_modified.startswith("Tue")
    assert (seen[-1].received, seen[-1].total, seen[-1].dataset) == (len(BODY), len(BODY), "test")


def test_it_asks_again_only_for_what_changed(server: Any, answer: Any, quick: Limits, tmp_path: Path) -> None:
    server.routes["/file"] = answer(BODY, headers={"Last-Modified": "Tue, 03 Mar 2026 10:00:00 GMT"})
    held = get(server, tmp_path, quick)
    with pytest.raises(Unchanged):
        get(server, tmp_path, quick, held=held)
    sent = server.asked[-1][1]
    assert sent["if-none-match"] == held.etag and sent["if-modified-since"] == held.last_modified
    with pytest.raises(Unchanged):  # a server without validators: the checksum tells
        get(server, tmp_path, quick, held=replace(held, etag="", last_modified=""))
    server.routes["/file"] = answer(b'{"figures": []}')
    assert get(server, tmp_path, quick, held=held).checksum != held.checksum


def test_passing_troubles_are_tried_again(server: Any, answer: Any, quick: Limits, tmp_path: Path) -> None:
    server.routes["/file"] = [answer(b"", 500), answer(BODY, cut=100), answer(BODY)]
    assert get(server, tmp_path, quick).size == len(BODY)
    assert len(server.asked) == 3


def test_retry_after_is_honoured_in_both_forms(
    server: Any, answer: Any, quick: Limits, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    here, sleep = threading.get_ident(), time.sleep  # other threads of the process go on sleeping
    monkeypatch.setattr(time, "sleep", lambda s: waits.append(s) if threading.get_ident() == here else sleep(s))
    server.routes["/file"] = [answer(b"", 429, {"Retry-After": "1"}), answer(BODY)]
    get(server, tmp_path, quick)
    soon = format_datetime(datetime.now(UTC) + timedelta(minutes=10), usegmt=True)
    server.routes["/file"] = [answer(b"", 503, {"Retry-After": soon}), answer(BODY)]
    get(server, tmp_path, replace(quick, total=3600.0, longest_pause=3600.0))
    assert waits[0] == 1.0 and 500 < waits[1] <= 600


@pytest.mark.parametrize(
    ("status", "headers", "says", "tries"),
    [
        (404, {}, "answers 404", 1),
        (403, {}, "answers 403", 1),
        (500, {}, "answers 500, after 3 tries", 3),
        (429, {"Retry-After": "3600"}, "asks to wait 3600 seconds", 1),
        (429, {"Retry-After": "soon"}, "answers 429, after 3 tries", 3),
    ],
)
def test_refusals_are_told(
    server: Any, answer: Any, quick: Limits, tmp_path: Path, status: int, headers: dict[str, str], says: str, tries: int
) -> None:
    server.routes["/file"] = answer(b"<html>sorry</html>", status, headers)
    with pytest.raises(FetchFailed, match=says) as caught:
        get(server, tmp_path, quick)
    assert caught.value.status == status and len(server.asked) == tries


@pytest.mark.parametrize(
    ("kind", "body", "says"),
    [
        ("json", b"\n <!DOCTYPE html><html>maintenance</html>", "HTML or XML instead of json"),
        ("csv", b"\xef\xbb\xbf<html></html>", "HTML or XML instead of csv"),
        ("zip", b"<html></html>", "HTML or XML instead of zip"),
        ("zip", b"iso3,year", "not a zip file"),
        ("xlsx", b"iso3,year", "not a xlsx file"),
        ("json", b"iso3,year", "not JSON"),
        ("csv", b"", "an empty file"),
    ],
)
def test_another_kind_than_asked_for(
    server: Any, answer: Any, quick: Limits, tmp_path: Path, kind: str, body: bytes, says: str
) -> None:
    server.routes["/file"] = answer(body)
    with pytest.raises(FetchFailed, match=says):
        get(server, tmp_path, quick, kind)


def test_a_file_cut_off_each_time_fails(server: Any, answer: Any, quick: Limits, tmp_path: Path) -> None:
    server.routes["/file"] = answer(BODY, cut=500)
    with pytest.raises(FetchFailed, match="cut off"):
        get(server, tmp_path, quick)
    assert len(server.asked) == 3


def test_too_large_announced_or_not(server: Any, answer: Any, quick: Limits, tmp_path: Path) -> None:
    small = replace(quick, size=1000)
    server.routes["/file"] = answer(BODY)
    with pytest.raises(FetchFailed, match="more than the limit of 1,000"):
        get(server, tmp_path, small)
    server.routes["/file"] = answer(gzip.compress(b"[" + b" " * 100_000 + b"]"), headers={"Content-Encoding": "gzip"})
    with pytest.raises(FetchFailed, match="more than the limit of 1,000"):
        get(server, tmp_path, small)


def test_a_slow_drip_ends_at_the_time_limit(server: Any, answer: Any, quick: Limits, tmp_path: Path) -> None:
    server.routes["/file"] = answer(BODY, drip=0.05)
    start = time.monotonic()
    with pytest.raises(FetchFailed, match="not finished after 1 seconds"):
        get(server, tmp_path, replace(quick, total=1.0))
    assert time.monotonic() - start < 60


def test_silence_and_a_closed_door(server: Any, answer: Any, quick: Limits, tmp_path: Path) -> None:
    def silent(*_: object) -> Any:
        time.sleep(1.5)
        return answer(BODY)

    server.routes["/file"] = silent
    with pytest.raises(FetchFailed, match=r"no byte for 0\.2 seconds"):
        get(server, tmp_path, replace(quick, silence=0.2, tries=2))
    server.close()
    with pytest.raises(FetchFailed, match="the connection failed"):
        get(server, tmp_path, replace(quick, tries=2))


def test_a_key_is_never_shown(server: Any, answer: Any, quick: Limits, tmp_path: Path) -> None:
    server.routes["/file"] = [answer(BODY), answer(b"", 404)]
    asked = Request("test", f"{server.base}/file?key=s3cret", "json", secret="s3cret", limits=quick)
    assert "s3cret" not in fetch(asked, tmp_path / "file").url
    with pytest.raises(FetchFailed) as caught:
        fetch(asked, tmp_path / "file")
    assert "s3cret" not in str(caught.value) and "s3cret" in server.asked[-1][0]


@contextmanager
def plain(say: Callable[[socket.socket, bytes], object]) -> Iterator[str]:
    """A server that says whatever it is told to, well-formed or not; its address."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=answer_one, args=(connection,), daemon=True).start()

    def answer_one(connection: socket.socket) -> None:
        with connection, suppress(OSError):  # the client had enough
            say(connection, connection.recv(65536))

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.close()


def once(text: bytes) -> Callable[[socket.socket, bytes], object]:
    return lambda connection, _: connection.sendall(text)


PACKED = gzip.compress(BODY)


@pytest.mark.parametrize(
    ("says", "told"),
    [
        pytest.param(b"HTTP/1.1 304 Not Modified\r\n\r\n", "answers 304", id="not modified, though nothing is held"),
        pytest.param(b"HTTP/1.1 206 Partial\r\nContent-Length: 3\r\n\r\n[1]", "answers 206", id="a part"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n[1]", "cut off", id="a length too long"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n[1]", "Content-Length", id="a length of letters"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: \xb2\r\n\r\n[1]", "Content-Length", id="a length of \xb2"),
        pytest.param(b"HTTP/1.1 429 Wait\r\nRetry-After: \xb2\r\n\r\n", "answers 429", id="a wait of \xb2"),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % (len(PACKED) - 12)
            + PACKED[:-12],
            "ends before its end",
            id="packed and cut off, with the length of the cut",
        ),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n[1]", "broken", id="not packed"
        ),
        pytest.param(
            b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 3\r\n\r\n[1]",
            "not asked for",
            id="packed otherwise",
        ),
        pytest.param(b"HTTP/1.1 302 F\r\nLocation: file:///etc/passwd\r\n\r\n", "unsupported", id="sent to a file"),
        pytest.param(
            b"HTTP/1.1 302 F\r\nLocation: /again\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            "redirects",
            id="sent in circles",
        ),
        pytest.param(b"hello", "cut off", id="no HTTP"),
    ],
)
def test_answers_that_are_no_answer(quick: Limits, tmp_path: Path, says: bytes, told: str) -> None:
    with plain(once(says)) as base, pytest.raises(FetchFailed, match=told):
        fetch(Request("test", f"{base}/file", "json", limits=quick), tmp_path / "file")


def test_dripping_headers_end_at_the_time_limit(quick: Limits, tmp_path: Path) -> None:
    def drip(connection: socket.socket, _: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        for at in range(1200):
            connection.sendall(b"X-%d: y\r\n" % at)
            time.sleep(0.1)

    start = time.monotonic()
    with plain(drip) as base, pytest.raises(FetchFailed, match="not finished after 1 seconds"):
        fetch(Request("test", f"{base}/file", "json", limits=replace(quick, total=1.0)), tmp_path / "file")
    assert time.monotonic() - start < 60


def test_a_redirect_is_followed_but_no_key_is_carried_along(quick: Limits, tmp_path: Path) -> None:
    heard: list[bytes] = []

    def other(connection: socket.socket, said: bytes) -> None:
        heard.append(said)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n[1]")

    with plain(other) as elsewhere:
        away = f"HTTP/1.1 302 Found\r\nLocation: {elsewhere}/file\r\nContent-Length: 0\r\n\r\n".encode()
        with plain(once(away)) as base:
            assert fetch(Request("test", f"{base}/file", "json", limits=quick), tmp_path / "file").size == 3
            assert len(heard) == 1
            for keyed in (
                Request("test", f"{base}/file", "json", headers={"x-ucdp-access-token": "s3cret"}, limits=quick),
                Request("test", f"{base}/file?key=s3cret", "json", secret="s3cret", limits=quick),
            ):
                with pytest.raises(FetchFailed, match="answers 302"):
                    fetch(keyed, tmp_path / "file")
    assert len(heard) == 1 and b"s3cret" not in heard[0]
