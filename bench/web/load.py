"""Load a server over loopback from a few connections, each of which requests the next page after the last answer."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

HEADERS = "Host: 127.0.0.1:{port}\r\nAccept-Encoding: gzip, br\r\n\r\n"
"""The headers of a request; like a browser, it accepts compressed answers."""
LONGEST = 120.0
"""The seconds without an answer after which a load ends with an error that names the address."""


@dataclass(frozen=True, slots=True)
class Load:
    """The result of a load: answers per second, the median, 99th percentile and worst time in ms, and failures."""

    per_second: float
    p50: float
    p99: float
    worst: float
    failed: int


def load(port: int, addresses: Iterator[str], connections: int, seconds: float) -> Load:
    """Request the addresses in order over `connections` connections for so many seconds, and return the figures.

    Raise `TimeoutError` if an answer takes more than `LONGEST` seconds.
    """
    return asyncio.run(_load(port, addresses, connections, seconds))


async def _load(port: int, addresses: Iterator[str], connections: int, seconds: float) -> Load:
    taken: list[float] = []
    failed = 0
    end = perf_counter() + seconds

    async def ask() -> None:
        nonlocal failed
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while (began := perf_counter()) < end:
            if reader.at_eof() or writer.is_closing():  # the server process was replaced
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
            address = next(addresses)
            writer.write(f"GET {address} HTTP/1.1\r\n{HEADERS.format(port=port)}".encode())
            try:
                head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), LONGEST)
                length = next(line for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:"))
                await reader.readexactly(int(length.split(b":")[1]))
            except TimeoutError:
                raise TimeoutError(f"no answer in {LONGEST:g} seconds to {address}") from None
            except (asyncio.IncompleteReadError, ConnectionError) as closed:
                failed += bool(getattr(closed, "partial", b""))  # cut in the middle of an answer
                reader, writer = await asyncio.open_connection("127.0.0.1", port)
                continue
            taken.append(perf_counter() - began)
            failed += not head.startswith(b"HTTP/1.1 200")
        writer.close()

    began = perf_counter()
    await asyncio.gather(*(ask() for _ in range(connections)))
    passed = perf_counter() - began
    taken.sort()
    p50, p99 = (1000 * taken[min(len(taken) - 1, int(len(taken) * share))] for share in (0.5, 0.99))
    return Load(len(taken) / passed, p50, p99, 1000 * taken[-1], failed)
