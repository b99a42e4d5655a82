"""Several processes on one port, with one desk for what is sent."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

from mnna.interfaces.http.serving import Settings, with_desk

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
    assert config.factory and config.proxy_headers and config.workers == 2 and config.limit_concurrency == 256
    found = Path(with_desk(Settings()).desk)
    assert found.parent.stat().st_mode & 0o777 == 0o700
    found.parent.rmdir()


def test_two_processes_answer_as_one_and_end_with_the_server() -> None:
    options = ["--port", "0", "--workers", "2", "--public-name", "mnna.example.org"]
    command = [sys.executable, "-m", "mnna", "serve", *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        port = int(process.stderr.readline().split("127.0.0.1:")[1].split("/")[0])
        assert ask(port, "GET", "/health", host="mnna.example.org")[0] == 200
        assert ask(port, "GET", "/health", host="evil.example.org")[0] == 421
        assert followed(port) == {200}
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) in (0, -signal.SIGTERM)
    children = subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, check=False).stdout
    assert not children and not Path(f"/proc/{process.pid}").exists()


def followed(port: int) -> set[int]:
    """A file is sent to whichever process takes it, and followed from any; the codes at the end."""
    for _ in range(50):
        status, where, _ = ask(port, "POST", "/screen", BODY)
        if status != 503:  # the desk is starting
            break
        time.sleep(0.2)
    assert status == 303
    for _ in range(100):
        if ask(port, "GET", f"{where}.json")[0] == 200:
            break
        time.sleep(0.1)
    return {ask(port, "GET", f"{where}/answers.csv")[0] for _ in range(4)}
