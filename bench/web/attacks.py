"""Measure the answers that readers of `mnna serve` get during attacks, and what the attacker gets.

./run bench web --attacks [--seconds N] [--seed S]     each attack lasts N seconds (default 6)
"""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from time import monotonic, sleep

from bench.web.load import load
from bench.web.served import SERVE, Server, page, served

READERS, PROCESSES = 8, 2
FORMS = ("", ".json", ".csv", ".md", ".pdf", ".card")
Told = Counter[str]
Attack = Callable[[Server, random.Random, float, Told], None]


def _opened(server: Server) -> socket.socket:
    made = socket.create_connection(("127.0.0.1", server.port), timeout=5)
    made.setblocking(True)
    made.settimeout(5)
    return made


def _sent(server: Server, data: bytes, told: Told, wanted: int = 1) -> None:
    """Send data and count the answers by status in `told`; a connection closed without an answer counts as `closed`."""
    got = b""
    with suppress(OSError), _opened(server) as line:
        with suppress(OSError):
            line.sendall(data)
        while got.count(b"HTTP/1.1 ") < wanted and (more := line.recv(2**16)):
            got += more
    found = [part[:3].decode() for part in got.split(b"HTTP/1.1 ")[1:]]
    told.update(found or ["closed"])


def nobody(server: Server, chance: random.Random, end: float, told: Told) -> None:
    sleep(end - monotonic())


def half_open(server: Server, chance: random.Random, end: float, told: Told) -> None:
    _dripping(server, end, told, 300, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Half: ", b"")


def slow_headers(server: Server, chance: random.Random, end: float, told: Told) -> None:
    _dripping(server, end, told, 200, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n", b"x")


def slow_bodies(server: Server, chance: random.Random, end: float, told: Told) -> None:
    head = b"POST /claims/read HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nContent-Length: 60000\r\n\r\n"
    _dripping(server, end, told, 200, head, b"x")


def _dripping(server: Server, end: float, told: Told, many: int, first: bytes, drop: bytes) -> None:
    """Keep `many` connections open that send `first` and then `drop` every 0.25 seconds; reopen closed ones."""
    lines: list[socket.socket] = []
    while monotonic() < end:
        while len(lines) < many:
            lines.append(_opened(server))
            lines[-1].sendall(first)
            told["opened"] += 1
        sleep(0.25)
        for line in list(lines):
            try:
                line.settimeout(0)
                line.sendall(drop)
                with suppress(BlockingIOError):
                    if not line.recv(4096):
                        raise ConnectionResetError
            except OSError:
                lines.remove(line)
                line.close()
                told["closed"] += 1
    for line in lines:
        line.close()


def huge_headers(server: Server, chance: random.Random, end: float, told: Told) -> None:
    while monotonic() < end:
        size = chance.choice((70_000, 300_000, 2_000_000))
        _sent(server, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"a" * size + b"\r\n\r\n", told)


def pipelined(server: Server, chance: random.Random, end: float, told: Told) -> None:
    one = b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    while monotonic() < end:
        many = chance.randrange(20, 200)
        _sent(server, one * many, told, many)


def bad_chunks(server: Server, chance: random.Random, end: float, told: Told) -> None:
    head = b"POST /claims/read HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n"
    sizes = (b"zz", b"-1", b"ffffffffffffffff", b"5;" + b"x" * 70_000, b"3\r\nabcd", b"0x5", b" ")
    while monotonic() < end:
        more = chance.choice((b"", b"Content-Length: 5\r\n"))
        _sent(server, head + more + b"\r\n" + chance.choice(sizes) + b"\r\nhello\r\n0\r\n\r\n", told)


def heads(server: Server, chance: random.Random, end: float, told: Told) -> None:
    while monotonic() < end:
        address = f"/countries/COL{chance.choice(FORMS)}?on=20{chance.randrange(10, 26)}-06-01"
        _sent(server, f"HEAD {address} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode(), told)


def reloads(server: Server, chance: random.Random, end: float, told: Told) -> None:
    while monotonic() < end:
        server.send_signal(signal.SIGHUP)
        told["HUP"] += 1
        sleep(3)


def kills(server: Server, chance: random.Random, end: float, told: Told) -> None:
    while monotonic() < end:
        found = subprocess.run(["pgrep", "-P", str(server.pid)], capture_output=True, check=False, text=True).stdout
        with suppress(ProcessLookupError):
            os.kill(int(chance.choice(found.split())), signal.SIGKILL)
            told["killed"] += 1
        sleep(3)


ATTACKS: dict[str, Attack] = {
    "nobody": nobody,
    "300 half-open connections": half_open,
    "200 that send headers byte by byte": slow_headers,
    "200 that send bodies byte by byte": slow_bodies,
    "headers of 70 KB to 2 MB": huge_headers,
    "20 to 200 requests in one piece": pipelined,
    "chunks that are none": bad_chunks,
    "HEAD of every form": heads,
    "`SIGHUP` every 3 seconds": reloads,
    "`kill -9` of a process every 3 seconds": kills,
    "nobody, afterwards": nobody,
}


def _asked(chance: random.Random) -> Iterator[str]:
    while True:
        new = f"/law.json?search={chance.choice('abcdefgh')}+{chance.randrange(10**6)}"
        yield chance.choice(("/countries/COL", "/countries/MEX.json", "/what-if?country=MEX&designate=mnna", new))


def attacks(seconds: float, seed: int) -> None:
    """Run each attack while readers load the server, and print a row for each."""
    print(
        f"seed {seed}\n\n| attack | answers a second | p50 ms | p99 ms | worst ms | cut or not 200 | the attacker got |"
    )
    print("|---|---|---|---|---|---|---|")
    with served([*SERVE, "--workers", str(PROCESSES)]) as server:
        for address in ("/health", "/countries/COL", "/law.json?search=a"):
            page(server.port, address)
        for number, (name, attack) in enumerate(ATTACKS.items()):
            told, end = Told(), monotonic() + seconds
            given = (server, random.Random(seed + number), end, told)
            thread = threading.Thread(target=attack, args=given)
            thread.start()
            met = load(server.port, _asked(random.Random(seed)), READERS, seconds)
            thread.join()
            got = ", ".join(f"{what} {many:,}" for what, many in sorted(told.items())) or "-"
            shown = f"{met.per_second:,.0f} | {met.p50:.1f} | {met.p99:.0f} | {met.worst:,.0f} | {met.failed} | {got}"
            print(f"| {name} | {shown} |", flush=True)
