"""Pages under load: how soon the first comes, and how many a second and how late, while a file is screened and not.

./run bench web [SECONDS]     each load lasts SECONDS (default 10)
"""

from __future__ import annotations

import http.client
import itertools
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from time import perf_counter

from bench.web.load import Load, load
from bench.web.uploading import Uploads, cases, uploading
from mnna.registry.countries import countries

CONNECTIONS = 4
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
"""The peer: uvicorn alone, giving the bytes of one page to every request."""


def new_days(address: str) -> Iterator[str]:
    """The address for one country and day after the other, none twice in all loads, so that each is worked out."""
    for number in NUMBERS:
        day = f"{1997 + number // 336 % 29}-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
        yield address.format(code=CODES[number % len(CODES)], day=day)


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "country, from memory": lambda: itertools.repeat("/countries/COL"),
    "what-if, from memory": lambda: itertools.repeat("/what-if?country=MEX&designate=mnna"),
    "country, worked out": lambda: new_days("/countries/{code}?on={day}"),
    "what-if, worked out": lambda: new_days("/what-if?country={code}&designate=mnna&on={day}"),
}


@contextmanager
def served(command: list[str], given: bytes = b"") -> Iterator[int]:
    """The port of a server in a process of its own."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin is not None and process.stderr is not None
    try:
        process.stdin.write(given)
        process.stdin.close()
        yield int(process.stderr.readline().split(b"127.0.0.1:")[1].split(b"/")[0])
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


SERVE = [sys.executable, "-m", "mnna", "serve", "--port", "0"]


def first_page() -> float:
    """Seconds from the command `mnna serve` until the front page is there."""
    began = perf_counter()
    with served(SERVE) as port:
        page(port, "/")
        return perf_counter() - began


def line(name: str, found: Load, peer: Load | None = None) -> str:
    """A row of the table, with the share of the peer's rate."""
    share = f"{found.per_second / peer.per_second:.2f}" if peer else ""
    failed = f" ({found.failed} failed)" if found.failed else ""
    return f"| {name}{failed} | {found.per_second:,.0f} | {found.p50:.1f} | {found.p99:.1f} | {share} |"


def main(seconds: float) -> None:
    """Measure and print the tables of `bench/web/README.md`."""
    print(f"first page after `mnna serve`: {min(first_page() for _ in range(5)):.2f} s (least of five)\n")
    content = cases(ROWS)
    with served(SERVE) as port:
        country = page(port, "/countries/COL")
        for heading, beside in (("alone", None), (f"while files of {ROWS:,} rows are screened", content)):
            print(f"{heading}\n\n| page | a second | p50 ms | p99 ms | to the peer |\n|---|---|---|---|---|")
            with served([sys.executable, "-c", BARE], country) as bare, beside_it(port, beside) as sent:
                peer = load(bare, itertools.repeat("/"), CONNECTIONS, seconds)
                print(line("peer: the same bytes from uvicorn alone", peer), flush=True)
                for name, addresses in PAGES.items():
                    print(line(name, load(port, addresses(), CONNECTIONS, seconds), peer), flush=True)
            if sent is not None:
                took = sorted(sent.seconds)
                print(f"\n{len(took)} files screened meanwhile, each in {took[0]:.1f} to {took[-1]:.1f} s")
            print()


def beside_it(port: int, content: bytes | None) -> AbstractContextManager[Uploads | None]:
    """A screening beside the load, or nothing."""
    return nullcontext() if content is None else uploading(port, content)


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].replace(".", "").isdigit() else 10.0)
