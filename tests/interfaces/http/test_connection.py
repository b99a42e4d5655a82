"""A connection that sends half a request holds no place for long, and many of them lock nobody out."""

from __future__ import annotations

import asyncio
import socket
import time
from contextlib import ExitStack
from http.client import HTTPConnection
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from starlette.responses import Response
from uvicorn import Config
from uvicorn.server import ServerState

from mnna.interfaces.http import connection
from mnna.interfaces.http.security import Receive, Scope, Send


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
        assert answered(site) == 200 and len(connection._WAITING) <= connection.WAITING
    finally:
        for each in halves:
            each.close()
    deadline = time.monotonic() + 5
    while len(connection._WAITING) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert len(connection._WAITING) == 0


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


def test_a_request_that_came_with_many_halves_is_read_before_it_gives_way(caplog: pytest.LogCaptureFixture) -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await Response("here")(scope, receive, send)

    async def served(listening: socket.socket, line: socket.socket) -> bytes:
        config, loop = Config(app, lifespan="off", ws="none", log_level="critical"), asyncio.get_running_loop()
        config.load()
        state = ServerState()
        server = await loop.create_server(lambda: connection.Connection(config, state, {}), sock=listening, backlog=500)
        line.setblocking(False)
        try:
            return await asyncio.wait_for(loop.sock_recv(line, 1000), 5)
        finally:
            server.close()

    for _ in range(2):  # the second server meets what the first has left
        with ExitStack() as open_, socket.create_server(("127.0.0.1", 0), backlog=500) as listening:
            site = f"http://127.0.0.1:{listening.getsockname()[1]}"
            line = open_.enter_context(opened(site, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"))
            for _ in range(connection.WAITING + 100):
                open_.enter_context(opened(site, HALF))
            assert asyncio.run(served(listening, line)).startswith(b"HTTP/1.1 200")
    assert not caplog.records
