"""Several processes on one port, each of which follows what another was sent."""

from __future__ import annotations

import gc
import signal
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest

from mnna.interfaces.cli.main import SOME_OBJECTS
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
