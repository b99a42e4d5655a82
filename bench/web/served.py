"""A server in a process of its own, and what it answers."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

SERVE = [sys.executable, "-m", "mnna", "serve", "--port", "0"]


class Server(subprocess.Popen[bytes]):
    """A process that says on its first line at which port of this machine it answers."""

    port: int


@contextmanager
def served(command: list[str], given: bytes = b"", environment: Mapping[str, str] | None = None) -> Iterator[Server]:
    """The server while it runs."""
    told = None if environment is None else os.environ | environment
    process = Server(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=told)
    assert process.stdin is not None and process.stderr is not None
    try:
        process.stdin.write(given)
        process.stdin.close()
        process.port = int(process.stderr.readline().split(b"127.0.0.1:")[1].split(b"/")[0])
        threading.Thread(target=process.stderr.read, daemon=True).start()  # a full pipe would stop the server
        yield process
    finally:
        process.terminate()
        process.wait()


def page(port: int, address: str) -> bytes:
    """One page; fails unless it is there."""
    line = http.client.HTTPConnection("127.0.0.1", port)
    line.request("GET", address)
    answer = line.getresponse()
    assert answer.status == 200, answer.status
    return answer.read()
