"""Measure the web server: time to the first page, and pages per second and latency, with and without screening a file.

./run bench web [--seconds N] [--beside SOURCE]     each load lasts N seconds (default 10)
./run bench web --day [--seconds N]                 24 hours of mixed load, each lasting N seconds (default 12)
./run bench web --attacks [--seconds N] [--seed S]  readers during attacks, N seconds each (default 6)

SOURCE is the folder `src` of another version, which gets the same loads in turn.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from time import perf_counter

from bench.web.attacks import attacks
from bench.web.day import day
from bench.web.load import Load, load
from bench.web.served import SERVE, page, served
from bench.web.uploading import cases, uploading
from mnna.answers.law import law
from mnna.registry.countries import countries

CONNECTIONS = 16
ROWS = 100_000
CODES = [code for code, country in sorted(countries().items()) if country.sovereign == "yes" and code != "USA"]
NUMBERS = itertools.count()
BARE = """
import sys
from uvicorn import Config, Server
from mnna.interfaces.words.serve import bound
page = sys.stdin.buffer.read()
async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(page))]})
    await send({"type": "http.response.body", "body": page})
listening = bound("127.0.0.1", 0)
print(f"at http://127.0.0.1:{listening.getsockname()[1]}/", file=sys.stderr, flush=True)
Server(Config(app, log_level="warning", access_log=False, ws="none", lifespan="off")).run(sockets=[listening])
"""
"""The program to compare with: uvicorn alone, which answers every request with the bytes of one page."""


def new_days(address: str) -> Iterator[str]:
    """Yield addresses with different countries and days, none twice in all loads, so that every answer is computed."""
    for number in NUMBERS:
        day = f"{1997 + number // 336 % 29}-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
        yield address.format(code=CODES[number % len(CODES)], day=day)


def phrases() -> Iterator[str]:
    """Return searches for two words of one text of the law, none twice, so that each is computed and has results."""
    told = (provision["says"] for entry in law().entries for provision in entry["provisions"])
    pairs = {pair for said in told for pair in itertools.combinations(re.findall(r"[a-z]{3,}", said.lower()), 2)}
    return (f"/law.json?search={one}+{other}" for one, other in random.Random(22).sample(sorted(pairs), len(pairs)))


PHRASES = phrases()

PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "country, from memory": lambda: itertools.repeat("/countries/COL"),
    "country as JSON, from memory": lambda: itertools.repeat("/countries/COL.json"),
    "what-if, from memory": lambda: itertools.repeat("/what-if?country=MEX&designate=mnna"),
    "law search as JSON, from memory": lambda: itertools.repeat("/law.json?search=stockpile"),
    "law search as JSON, new": lambda: PHRASES,
    "country, worked out": lambda: new_days("/countries/{code}?on={day}"),
    "what-if, worked out": lambda: new_days("/what-if?country={code}&designate=mnna&on={day}"),
}


def first_page() -> float:
    """Return the seconds from the command `mnna serve` until the front page is received."""
    began = perf_counter()
    with served(SERVE) as server:
        page(server.port, "/")
        return perf_counter() - began


def line(name: str, found: Load, peer: Load | None = None, earlier: Load | None = None) -> str:
    """Return a row of the table, with the ratio to the peer's rate and, if given, the figures of the other version."""
    share = f"{found.per_second / peer.per_second:.2f}" if peer else ""
    failed = f" ({found.failed} failed)" if found.failed else ""
    row = f"| {name}{failed} | {found.per_second:,.0f} | {found.p50:.1f} | {found.p99:.1f} | {share} |"
    if earlier is None:
        return row
    return f"{row} {earlier.per_second:,.0f} | {earlier.p50:.1f} | {found.per_second / earlier.per_second:.1f} |"


def main(seconds: float, beside: str | None) -> None:
    """Measure and print the tables of `bench/web/README.md`."""
    print(f"first page after `mnna serve`: {min(first_page() for _ in range(5)):.2f} s (least of five)\n")
    content = cases(ROWS)
    earlier = nullcontext() if beside is None else served(SERVE, environment={"PYTHONPATH": beside})
    with served(SERVE) as server, earlier as other:
        country = page(server.port, "/countries/COL")
        print("alone\n")
        with served([sys.executable, "-c", BARE], country) as bare:
            _table(server.port, bare.port, seconds, other.port if other else None)
        print(f"\nwhile files of {ROWS:,} rows are screened\n")
        with served([sys.executable, "-c", BARE], country) as bare, uploading(server.port, content) as sent:
            _table(server.port, bare.port, seconds, None)
        took = sorted(sent.seconds)
        print(f"\n{len(took)} files screened meanwhile, each in {took[0]:.1f} to {took[-1]:.1f} s")


def _table(port: int, bare: int, seconds: float, other: int | None) -> None:
    more = "" if other is None else " earlier, a second | p50 ms | times |"
    print(f"| page | a second | p50 ms | p99 ms | to the peer |{more}\n|---|---|---|---|---|{more and '---|---|---|'}")
    peer = _best([bare], lambda: itertools.repeat("/"), seconds)[0]
    print(line("peer: the same bytes from uvicorn alone", peer) + (more and " | | |"), flush=True)
    for name, addresses in PAGES.items():
        found = _best([port] if other is None else [port, other], addresses, seconds)
        print(line(name, found[0], peer, *found[1:]), flush=True)


def _best(ports: list[int], addresses: Callable[[], Iterator[str]], seconds: float) -> list[Load]:
    """Return the best of three loads of each server; they take turns, so that other programs disturb all alike."""
    tries = [[load(port, addresses(), CONNECTIONS, seconds / 3) for port in ports] for _ in range(3)]
    return [max(of_one, key=lambda one: one.per_second) for of_one in zip(*tries, strict=True)]


if __name__ == "__main__":
    options = argparse.ArgumentParser(prog="web")
    options.add_argument("--seconds", type=float)
    options.add_argument("--beside")
    options.add_argument("--day", action="store_true")
    options.add_argument("--attacks", action="store_true")
    options.add_argument("--seed", type=int, default=17)
    given = options.parse_args()
    if given.day:
        day(given.seconds or 12.0)
    elif given.attacks:
        attacks(given.seconds or 6.0, given.seed)
    else:
        main(given.seconds or 10.0, given.beside)
