"""Download of a file, with retries, limits of time and size, checks of the content, and conditional requests."""

from __future__ import annotations

import random
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from mnna.errors import CannotAnswer
from mnna.series.vintages import Download

_AGAIN = (408, 425, 429, 500, 502, 503, 504)
_MAGIC = {"zip": b"PK\x03\x04", "xlsx": b"PK\x03\x04"}
_UNREACHED = 3
"""The number of tries for a server that cannot be reached; without a network more tries would only take time."""
PAGE = "html"
"""The kind of a file that is an HTML page; for any other kind, an HTML answer is an error page."""
_LARGEST_JSON = 100_000_000  # bytes; a JSON file is read into memory whole


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of a download; times in seconds, `size` in bytes.

    `connect` is for the connection, `silence` without a byte, `total` for all tries. `pause` is the first pause between
    tries, which doubles each time; a server that demands more than `longest_pause` is given up.
    """

    connect: float = 15.0
    silence: float = 60.0
    total: float = 900.0
    size: int = 400_000_000
    tries: int = 5
    pause: float = 1.0
    longest_pause: float = 120.0


@dataclass(frozen=True, slots=True)
class Progress:
    """The progress of one download: bytes received, and bytes in total where the server states them (else None)."""

    dataset: str
    url: str
    received: int
    total: int | None


class FetchFailed(CannotAnswer):
    """A file could not be downloaded; `status` is the HTTP status of the last answer, 0 where there was none."""

    status = 0


class Unchanged(Exception):
    """The server says, or the checksum shows, that the file is the one already stored."""


@dataclass(frozen=True, slots=True)
class Request:
    """A file to fetch: its address, its kind (`json`, `csv`, `zip`, `xlsx`, `html`), and the stored copy, if any.

    `secret` is the user's key in the address, which is never shown. `progress` is called after each chunk.
    """

    dataset: str
    url: str
    kind: str
    held: Download | None = None
    headers: dict[str, str] = field(default_factory=dict)
    secret: str = ""
    limits: Limits = field(default_factory=Limits)
    progress: Callable[[Progress], None] | None = None

    @property
    def shown(self) -> str:
        """The address without the user's key."""
        return self.url.replace(self.secret, "***") if self.secret else self.url


def fetch(asked: Request, to: Path) -> Download:
    """Download into the file `to`, with retries after temporary errors; return address, checksum, size and validators.

    Raises `Unchanged`, or `FetchFailed` with the reason: not found, refused, too large, too slow, truncated, or of
    another kind than requested (an HTML page instead of data).
    """
    limits, deadline = asked.limits, time.monotonic() + asked.limits.total
    attempt = 0
    while True:
        attempt += 1
        try:
            return _once(asked, to, deadline)
        except _Retry as retry:
            pause = limits.pause * 2 ** (attempt - 1) * (0.5 + random.random())
            pause = pause if retry.after is None else retry.after
            if pause > limits.longest_pause:
                wrong = f"{retry.why}; the server asks to wait {pause:.0f} seconds"
                raise failed(asked, wrong, retry.status) from None
            if time.monotonic() + pause > deadline:
                raise failed(asked, f"{retry.why}; no time left to try again", retry.status) from None
            if attempt >= min(limits.tries, retry.most):
                raise failed(asked, f"{retry.why}, after {attempt} tries", retry.status) from None
            time.sleep(pause)


class _Retry(Exception):
    """A failed try after which another may succeed: the server's wait in seconds (`after`), and the most tries."""

    def __init__(self, why: str, status: int = 0, after: float | None = None, most: int = 100) -> None:
        super().__init__(why)
        self.why, self.status, self.after, self.most = why, status, after, most


def failed(asked: Request, why: str, status: int = 0) -> FetchFailed:
    """Return the error for a download, which names the address and the reason `why`."""
    error = FetchFailed(f"fetching {asked.shown}", why, (), "The figures held before stay in place; try again later.")
    error.status = status
    return error


def _too_slow(asked: Request) -> FetchFailed:
    """Return the error for a download that did not finish before the deadline."""
    return failed(asked, f"not finished after {asked.limits.total:g} seconds")


def _once(asked: Request, to: Path, deadline: float) -> Download:
    """Return the download after one try; raises `_Retry` where another try may succeed."""
    limits = asked.limits
    patience = httpx.Timeout(limits.silence, connect=limits.connect)
    keyed = bool(asked.headers or asked.secret)  # redirects are not followed with a user's key
    try:
        with (
            httpx.Client(timeout=patience, follow_redirects=not keyed) as client,
            _closed_at(deadline, client),
            client.stream("GET", asked.url, headers=_headers(asked)) as answer,
        ):
            _look_at(asked, answer)
            return _receive(asked, to, answer, deadline)
    except httpx.TimeoutException:
        raise _Retry(f"no byte for {limits.silence:g} seconds") from None
    except httpx.TransportError as error:
        if time.monotonic() >= deadline:
            raise _too_slow(asked) from None
        most = _UNREACHED if isinstance(error, httpx.ConnectError) else 100
        raise _Retry(f"the connection failed or was cut off ({error or type(error).__name__})", most=most) from None
    except (httpx.InvalidURL, httpx.TooManyRedirects, zlib.error) as error:
        raise failed(asked, f"the address or the answer is broken ({error})") from None


@contextmanager
def _closed_at(deadline: float, client: httpx.Client) -> Iterator[None]:
    """Close the connection at the deadline, since a server that sends single bytes never exceeds `Limits.silence`."""
    timer = threading.Timer(max(0.0, deadline - time.monotonic()), client.close)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _headers(asked: Request) -> dict[str, str]:
    found = {"User-Agent": "mnna (research tool)", "Accept-Encoding": "gzip", **asked.headers}
    if asked.held and asked.held.etag:
        found["If-None-Match"] = asked.held.etag
    if asked.held and asked.held.last_modified:
        found["If-Modified-Since"] = asked.held.last_modified
    return found


def _look_at(asked: Request, answer: httpx.Response) -> None:
    """Raise `Unchanged`, `_Retry` or `FetchFailed` for an answer whose status or address is not that of a download."""
    status = answer.status_code
    if status == 304 and asked.held:
        raise Unchanged
    if status in _AGAIN:
        raise _Retry(f"the server answers {status}", status, _after(answer.headers.get("Retry-After", "")))
    if status != 200:
        raise failed(asked, f"the server answers {status}", status)
    if urlsplit(asked.url).scheme == "https" and answer.url.scheme != "https":
        raise failed(asked, "the server redirects to an address that is not https", status)


def _after(text: str) -> float | None:
    """Return the seconds to wait, from either form of Retry-After (RFC 9110, 10.2.3); None if absent or invalid."""
    if text.isascii() and text.strip().isdigit():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def _receive(asked: Request, to: Path, answer: httpx.Response, deadline: float) -> Download:
    """Write the content of an answer to the file; raises `Unchanged` where its checksum is that of the stored copy."""
    headers = answer.headers
    expected = headers.get("Content-Length", "")
    total = int(expected) if expected and "Content-Encoding" not in headers else None  # h11 has checked the header
    largest = min(asked.limits.size, _LARGEST_JSON) if asked.kind == "json" else asked.limits.size
    if total is not None and total > largest:
        raise failed(asked, f"{total:,} bytes, more than the limit of {largest:,}")
    digest, received = sha256(), 0
    with to.open("wb") as file:
        for chunk in _chunks(asked, answer, deadline):
            received += len(chunk)
            if received > largest:
                raise failed(asked, f"more than the limit of {largest:,} bytes")
            digest.update(chunk)
            file.write(chunk)
            if asked.progress:
                asked.progress(Progress(asked.dataset, asked.shown, received, total))
    _is_kind(asked, to)
    validators = headers.get("ETag", ""), headers.get("Last-Modified", "")
    found = Download(asked.shown, digest.hexdigest(), received, *validators)
    if asked.held and asked.held.checksum == found.checksum:
        raise Unchanged
    return found


def _chunks(asked: Request, answer: httpx.Response, deadline: float) -> Iterator[bytes]:
    """Yield the content as it arrives, unpacked; raises `FetchFailed` where it is late or truncated."""
    packing = answer.headers.get("Content-Encoding", "identity").strip().casefold()
    if packing not in ("identity", "gzip", "x-gzip"):
        raise failed(asked, f"packed as {packing}, which was not asked for")
    unpack = None if packing == "identity" else zlib.decompressobj(zlib.MAX_WBITS | 16)
    for chunk in answer.iter_raw():  # with a chunk size, httpx would wait until each chunk is full
        if time.monotonic() > deadline:
            raise _too_slow(asked)
        yield unpack.decompress(chunk) if unpack else chunk
    if unpack and not unpack.eof:  # the packed data are truncated, although the whole answer arrived
        raise failed(asked, "the packed answer ends before its end")


def _is_kind(asked: Request, file: Path) -> None:
    """Raise `FetchFailed` where the first bytes of a file are not those of the requested kind."""
    with file.open("rb") as opened:
        start = opened.read(512).lstrip(b"\xef\xbb\xbf \r\n\t")
    if start[:1] == b"<" and asked.kind != PAGE:
        raise failed(asked, f"a page of HTML or XML instead of {asked.kind}")
    if not start:
        raise failed(asked, "an empty file")
    magic = _MAGIC.get(asked.kind)
    if magic and not start.startswith(magic):
        raise failed(asked, f"not a {asked.kind} file")
    if asked.kind == "json" and start[:1] not in b"[{":
        raise failed(asked, "not JSON")
    if asked.kind == PAGE and start[:1] != b"<":
        raise failed(asked, "not a page of HTML")
