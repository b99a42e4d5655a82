"""Start a server in a process of its own, and fetch pages from it."""

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
    """A server process, which prints its address on the first line of standard error; `port` is read from that line."""

    port: int


@contextmanager
def served(command: list[str], given: bytes = b"", environment: Mapping[str, str] | None = None) -> Iterator[Server]:
    """Start the command as a server, with `given` as its standard input; yield it and terminate it at the end."""
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
    """Return the body of a page; raise `AssertionError` unless the status is 200."""
    line = http.client.HTTPConnection("127.0.0.1", port)
    line.request("GET", address)
    answer = line.getresponse()
    assert answer.status == 200, answer.status
    return answer.read()
