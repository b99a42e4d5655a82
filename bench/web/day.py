"""Simulate 24 hours of mixed load, each some seconds long, and print the memory of the server after each.

The number of readers follows a day: few at night, most in the afternoon. They request cached and new pages, in every
form, missing pages, and answers that take seconds; they send files to be screened, and some disconnect in the middle of
a request. Before the first hour the server is reloaded, and gets requests until its caches are almost full.
"""

from __future__ import annotations

import itertools
import os
import random
import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from math import cos, pi
from pathlib import Path
from time import perf_counter, sleep

from bench.web.load import Load, load
from bench.web.served import SERVE, Server, page, served
from bench.web.uploading import cases, uploading
from mnna.interfaces.http.kept import LARGEST
from mnna.registry.countries import countries

HOURS = 24
PROCESSES = 2
ROWS = 2_000
HALVES = 300
"""The number of connections in each hour whose first request never ends."""
FILLING = 5
"""The length of the warm-up with the most readers, in simulated hours."""
FULL = 0.9
"""The least filled share of each process's cache before the first hour."""
LONG_ENOUGH = 30
"""The most loads to fill the caches."""
MOST, LEAST = 16, 2
"""The number of simultaneous readers at three in the afternoon and at three in the morning."""
CODES = sorted(countries())
MEGABYTE = 2**20
_KEPT = (
    "/",
    "/countries/COL",
    "/what-if?country=MEX&designate=mnna",
    "/law.json?search=stockpile",
    "/map",
    "/static/none",
)
_NEW = (
    ("/countries/{code}?on={day}", 30),
    ("/countries/{code}.json?on={day}", 20),
    ("/what-if?country={code}&designate=mnna&on={day}", 15),
    ("/case?recipient={code}&channel=fms&mde={number}&total={number}&on={day}", 10),
    ("/law?search={code}+{number}", 5),
    ("/countries/{code}.pdf?on={day}", 2),
    ("/next/{code}?on={day}", 4),
    ("/countries/nowhere{number}", 4),
    ("/compare?country={code}", 1),
)


def addresses(chance: random.Random) -> Iterator[str]:
    """Yield the addresses that readers request: half from a fixed list that is soon cached, half new."""
    forms, weights = zip(*_NEW, strict=True)
    while True:
        form, number = chance.choices(forms, weights)[0], chance.randrange(10**8)
        new = form.format(code=chance.choice(CODES), day=_day(chance), number=number)
        yield chance.choice((new, chance.choice(_KEPT)))


def _day(chance: random.Random) -> str:
    return f"{chance.randrange(1990, 2027)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 28):02}"


def readers(hour: int) -> int:
    """Return the number of simultaneous readers in an hour of the day."""
    return round(LEAST + (MOST - LEAST) * (1 - cos(2 * pi * (hour - 3) / HOURS)) / 2)


def memory(process: int) -> float:
    """Return the megabytes of a process and its descendants, except those that compute one answer and end."""
    folder = Path(f"/proc/{process}")
    own = int((folder / "statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / MEGABYTE
    found = subprocess.run(["pgrep", "-P", str(process)], capture_output=True, check=False, text=True)
    children = (int(child) for child in found.stdout.split())
    return own + sum(memory(child) for child in children if not _passing(child))


def _passing(process: int) -> bool:
    try:
        return "_worker" in Path(f"/proc/{process}/cmdline").read_text(encoding="utf-8")
    except FileNotFoundError:
        return True


def day(seconds: float) -> None:
    """Run the hours, each for so many seconds, and print readers, answers, latency and memory of each."""
    chance, content = random.Random(24), cases(ROWS)
    print("| hour | readers | answers | p50 ms | p99 ms | memory MB |\n|---|---|---|---|---|---|")
    with served([*SERVE, "--workers", str(PROCESSES)]) as server:
        page(server.port, "/health")  # the server listens before it handles signals
        server.send_signal(signal.SIGHUP)
        _hour(server, chance, content, MOST, FILLING * seconds)
        _fill(server, chance, seconds)
        for hour in range(HOURS):
            found = _hour(server, chance, content, readers(hour), seconds)
            print(_row(hour, readers(hour), found, seconds, _settled(server)), flush=True)


def _fill(server: Server, chance: random.Random, seconds: float) -> None:
    """Request PDF documents, whose library retains memory, then the search index until each process's cache is full."""
    numbered = (f"/search-index.js?{number}" for number in itertools.count())
    load(server.port, _every("/countries/{code}.pdf?on={day}", chance), MOST, 2 * seconds)
    for _ in range(LONG_ENOUGH):
        if min(_kept_bytes(server).values()) > FULL * LARGEST:
            return
        load(server.port, numbered, MOST, 2)


def _every(form: str, chance: random.Random) -> Iterator[str]:
    while True:
        yield form.format(code=chance.choice(CODES), day=_day(chance))


def _kept_bytes(server: Server) -> dict[str, int]:
    """Return the cached bytes by process id; each of several connections reaches one of the processes."""
    told = (page(server.port, "/metrics").decode() for _ in range(PROCESSES * 8))
    return {who: int(number) for who, number in re.findall(r'mnna_kept_bytes\{process="(\d+)"\} (\d+)', "".join(told))}


def _row(hour: int, number: int, found: Load, seconds: float, held: float) -> str:
    answers = round(found.per_second * seconds)
    return f"| {hour} | {number} | {answers:,} | {found.p50:.1f} | {found.p99:.0f} | {held:,.0f} |"


def _hour(server: Server, chance: random.Random, content: bytes, number: int, seconds: float) -> Load:
    with ExitStack() as halves:
        for _ in range(HALVES):
            half = halves.enter_context(socket.create_connection(("127.0.0.1", server.port)))
            half.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Half: ")
        with uploading(server.port, content):
            return load(server.port, addresses(chance), number, seconds)


def _settled(server: Server) -> float:
    """Return the memory in megabytes after all requests ended: the least value seen in three seconds."""
    end, seen = perf_counter() + 3, []
    for _ in itertools.takewhile(lambda _: perf_counter() < end, itertools.count()):
        seen.append(memory(server.pid))
        sleep(0.5)
    return min(seen)
