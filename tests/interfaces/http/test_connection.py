"""A connection that sends half a request holds no place for long, and many of them lock nobody out."""

from __future__ import annotations

import socket
import time
from http.client import HTTPConnection
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest

from mnna.interfaces.http import connection


def opened(site: str, sent: bytes) -> socket.socket:
    found = socket.create_connection(("127.0.0.1", urlsplit(site).port or 80), timeout=5)
    found.sendall(sent)
    return found


def answered(site: str) -> int:
    line = HTTPConnection("127.0.0.1", urlsplit(site).port or 80, timeout=5)
    line.request("GET", "/health")
    return line.getresponse().status


HALF = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Half: "


def test_half_a_request_is_closed_in_time(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "HEADERS", 0.2)
    with opened(site, HALF) as half, opened(site, b"") as silent:
        for each in (half, silent):
            with pytest.raises(ConnectionError):
                assert each.recv(1) == b""
                raise ConnectionError


def test_300_halves_lock_nobody_out_and_the_oldest_go_first(site: str) -> None:
    halves = [opened(site, HALF) for _ in range(300)]
    try:
        assert answered(site) == 200 and connection.waiting() <= connection.WAITING
    finally:
        for each in halves:
            each.close()
    deadline = time.monotonic() + 5
    while connection.waiting() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert connection.waiting() == 0


def test_a_connection_may_ask_again(site: str) -> None:
    line = HTTPConnection("127.0.0.1", urlsplit(site).port or 80, timeout=5)
    for _ in range(3):
        line.request("GET", "/health")
        answer = line.getresponse()
        assert answer.status == 200 and answer.read()
    line.close()


def test_an_answer_without_a_body_has_no_empty_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """The event loop of Python 3.12 and later never ends with one."""
    written: list[bytes] = []
    made = object.__new__(connection.Connection)
    monkeypatch.setattr(made, "transport", SimpleNamespace(writelines=written.extend), raising=False)
    monkeypatch.setattr(made, "server_state", SimpleNamespace(default_headers=[]), raising=False)
    monkeypatch.setattr(made, "_at_once", lambda data: (b"HTTP/1.1 304 Not Modified\r\n", b"\r\n", b""), raising=False)
    monkeypatch.setattr(made, "on_response_complete", lambda: None, raising=False)
    made.data_received(b"")
    assert written and all(written)
