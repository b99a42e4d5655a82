"""Several processes on one port, each of which follows what another was sent."""

from __future__ import annotations

import asyncio
import gc
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack
from http.client import HTTPConnection
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from starlette.responses import Response
from uvicorn import Config
from uvicorn.server import ServerState

from mnna.interfaces.cli.main import SOME_OBJECTS
from mnna.interfaces.http import serving
from mnna.interfaces.http.security import Receive, Scope, Send
from mnna.interfaces.http.serving import GARBAGE, Settings

BOUNDARY = "x"
BODY = (
    f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
    f"recipient,channel,mde_usd,on\nCOL,fms,20e6,2023-05-01\n\r\n--{BOUNDARY}--\r\n"
)


def ask(port: int, method: str, path: str, body: str | None = None, host: str = "127.0.0.1") -> tuple[int, str, bytes]:
    line = HTTPConnection("127.0.0.1", port, timeout=30)
    head = {"Host": host} | ({"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"} if body else {})
    line.request(method, path, body, head)
    answer = line.getresponse()
    found = answer.status, answer.getheader("location") or "", answer.read()
    line.close()
    return found


def test_settings_say_how_each_process_answers() -> None:
    config = Settings(proxy="127.0.0.1", workers=2).config("mnna.interfaces.http.serving:app")
    assert config.factory and config.proxy_headers and config.workers == 2 and config.limit_concurrency == 512


def test_a_server_looks_for_garbage_unlike_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[int] = []
    monkeypatch.setattr(gc, "freeze", lambda: told.append(0))
    monkeypatch.setattr(gc, "set_threshold", told.append)
    Settings().app()
    assert told == [0, GARBAGE] and GARBAGE < SOME_OBJECTS


def test_two_processes_answer_as_one_are_replaced_at_hup_and_end_with_the_server() -> None:
    options = ["--port", "0", "--workers", "2", "--public-name", "mnna.example.org"]
    command = [sys.executable, "-m", "mnna", "serve", *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        port = int(process.stderr.readline().split("127.0.0.1:")[1].split("/")[0])
        assert ask(port, "GET", "/health", host="mnna.example.org")[0] == 200
        assert ask(port, "GET", "/health", host="evil.example.org")[0] == 421
        where = followed(port)
        before = children(process.pid)
        process.send_signal(signal.SIGHUP)
        while len(children(process.pid) - before) < 2:
            assert ask(port, "GET", "/health")[0] == 200
            time.sleep(0.1)
        assert followed(port) != where and ask(port, "GET", f"{where}/answers.csv")[0] == 200
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) in (0, -signal.SIGTERM)
    assert not children(process.pid) and not Path(f"/proc/{process.pid}").exists()


def children(process: int) -> set[str]:
    """The processes that one has started."""
    found = subprocess.run(["pgrep", "-P", str(process)], capture_output=True, check=False, text=True)
    return set(found.stdout.split())


def followed(port: int) -> str:
    """A file is sent to whichever process takes it, and its answers are taken back from any; where they are."""
    status, where, _ = ask(port, "POST", "/screen", BODY)
    assert status == 303
    for _ in range(100):
        if ask(port, "GET", f"{where}.json")[0] == 200:
            break
        time.sleep(0.1)
    assert {ask(port, "GET", f"{where}/answers.csv")[0] for _ in range(4)} == {200}
    return where


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
    monkeypatch.setattr(serving, "HEADERS", 0.2)
    with opened(site, HALF) as half, opened(site, b"") as silent:
        for each in (half, silent):
            with pytest.raises(ConnectionError):
                assert each.recv(1) == b""
                raise ConnectionError


def test_300_halves_lock_nobody_out_and_the_oldest_go_first(site: str) -> None:
    halves = [opened(site, HALF) for _ in range(300)]
    try:
        assert answered(site) == 200 and len(serving._WAITING) <= serving.WAITING
    finally:
        for each in halves:
            each.close()
    deadline = time.monotonic() + 5
    while len(serving._WAITING) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert len(serving._WAITING) == 0


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
    made = object.__new__(serving.Connection)
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
        server = await loop.create_server(lambda: serving.Connection(config, state, {}), sock=listening, backlog=500)
        line.setblocking(False)
        try:
            return await asyncio.wait_for(loop.sock_recv(line, 1000), 5)
        finally:
            server.close()

    for _ in range(2):  # the second server meets what the first has left
        with ExitStack() as open_, socket.create_server(("127.0.0.1", 0), backlog=500) as listening:
            site = f"http://127.0.0.1:{listening.getsockname()[1]}"
            line = open_.enter_context(opened(site, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"))
            for _ in range(serving.WAITING + 100):
                open_.enter_context(opened(site, HALF))
            assert asyncio.run(served(listening, line)).startswith(b"HTTP/1.1 200")
    assert not caplog.records
