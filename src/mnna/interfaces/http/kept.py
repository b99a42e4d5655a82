"""A cache of whole answers by address, the answers to HEAD requests, and answers in parts that others share."""

from __future__ import annotations

import gzip
import re
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from hashlib import sha256
from struct import pack
from typing import NamedTuple

from starlette.responses import Response

from mnna.interfaces.http.outputs import KINDS
from mnna.interfaces.http.security import App, Headers, Message, Receive, Scope, Send, headed
from mnna.registry.days import today

LARGEST = 32 * 2**20
"""Bytes that the cache may take."""
AROUND = 3 * 2**10
"""Bytes that a cached answer takes besides its body: its address, its headers, and the objects that hold them."""
LEVEL = 4
"""The gzip level of an answer: a page shrinks to a sixth, in two milliseconds."""
QUICK = 1
"""The gzip level of a part that no other answer has: a tenth larger, in half the time."""
_PASSING = (b"cache-control", b"no-store")
_TEXT = re.compile(rb"text/|application/(json|atom\+xml)")


def questions(addresses: Iterable[str]) -> Callable[[str], bool]:
    """Return a test of whether a path asks a question, so that its answer may be cached. Uploads have no such path."""
    parts = (re.sub(r"\\{\w+\\}", ".+" if "{asked}" in one else "[^/]+", re.escape(one)) for one in addresses)
    pattern = re.compile(rf"(?:{'|'.join(parts)}|/)(?:\.\w+)?")
    return lambda path: pattern.fullmatch(path) is not None


class Key(NamedTuple):
    """What identifies a cached answer. A page contains its own address, so host and scheme are part of the key."""

    scheme: str
    host: bytes
    target: bytes
    packed: bool


class Fixed(bytes):
    """A part that many answers share, which is compressed once."""


class InParts(Response):
    """An answer that is sent part by part."""

    def __init__(self, parts: Sequence[bytes], headers: Mapping[str, str], media_type: str, status: int = 200) -> None:
        super().__init__(None, status, headers=headers, media_type=media_type)
        self.parts = parts
        self.headers["content-length"] = str(sum(map(len, parts)))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the parts."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        for part in self.parts:
            await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body"})


def paged(body: bytes, status: int = 200, cache: str = "no-cache") -> InParts:
    """Return a page in parts: what is above and below the answer is shared by many pages."""
    start, main, foot = body.find(b"<body>"), body.find(b"<main "), body.rfind(b"<footer ")
    parts = (body[:start], Fixed(body[start:main]), body[main:foot], Fixed(body[foot:]))
    return InParts(parts, {"cache-control": cache}, KINDS["html"], status)


class Whole(NamedTuple):
    """A whole answer: its headers as pairs and as bytes, its ETag, and its body."""

    headers: Headers
    head: bytes
    mark: bytes
    body: bytes

    def given(self, head_only: bool, known: bytes | None) -> tuple[int, bytes]:
        """Return status and body for a client that already has the versions with the ETags `known`."""
        if known is not None and self.mark in known:
            return 304, b""
        return 200, b"" if head_only else self.body


def whole(headers: Headers, parts: Sequence[bytes], packed: bool) -> Whole:
    """Return a successful answer with its ETag, compressed where it is text and `packed` is true."""
    body = b"".join(parts)
    mark = b'"%s"' % sha256(body).hexdigest()[:24].encode()
    kind = next((value for name, value in headers if name == b"content-type"), b"")
    added = [(b"etag", b"W/" + mark)]
    if _TEXT.match(kind):
        added.append((b"vary", b"accept-encoding"))
        if packed:
            body = gzip.compress(body, LEVEL, mtime=0) if len(parts) < 2 else _joined(parts, body)
            added.append((b"content-encoding", b"gzip"))
    kept = [pair for pair in headers if pair[0] not in (b"content-length", b"etag")]
    found = headed([*kept, (b"content-length", b"%d" % len(body)), *added])
    return Whole(found, b"".join(b"%s: %s\r\n" % pair for pair in found) + b"\r\n", mark, body)


def _joined(parts: Sequence[bytes], body: bytes) -> bytes:
    """Return the parts of a body as one gzip stream.

    Each part is compressed alone, so that a shared one is compressed once.
    """
    packed = (_packed(part) if isinstance(part, Fixed) else _squeezed(part, QUICK) for part in parts)
    end = pack("<HLL", 3, zlib.crc32(body), len(body))  # an empty last block, the checksum and the length
    return b"".join((gzip.compress(b"", LEVEL, mtime=0)[:10], *packed, end))


@lru_cache(maxsize=1024)
def _packed(part: bytes) -> bytes:
    return _squeezed(part, LEVEL)


def _squeezed(part: bytes, level: int) -> bytes:
    packing = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packing.compress(part) + packing.flush(zlib.Z_FULL_FLUSH)


class Store:
    """The most recently used answers, up to a size. Law and facts do not change while the server runs; the day does."""

    def __init__(self, largest: int = LARGEST) -> None:
        self.largest, self.size = largest, 0
        self._kept: OrderedDict[Key, Whole] = OrderedDict()
        self._day: date | None = None

    def get(self, key: Key) -> Whole | None:
        """Return the cached answer, or None. All answers are dropped when a new day begins."""
        if self._day != today():
            self._kept.clear()
            self._day, self.size = today(), 0
        if (found := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
        return found

    def keep(self, key: Key, found: Whole) -> None:
        """Store an answer, and drop the least recently used ones above the size limit."""
        if len(found.body) > self.largest // 8 or key in self._kept:
            return
        self._kept[key] = found
        self.size += len(found.body) + AROUND
        while self.size > self.largest:
            self.size -= len(self._kept.popitem(last=False)[1].body) + AROUND


class Kept:
    """ASGI middleware that caches answers. `keeps` says of a path whether its answer may be cached."""

    def __init__(self, app: App, keeps: Callable[[str], bool], store: Store) -> None:
        self.app, self.keeps, self.store = app, keeps, store

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Return the cached answer, or compute it; cache it where `keeps` allows its path and its status is 200."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return await self.app(scope, receive, send)
        head_only, headers = scope["method"] == "HEAD", dict(scope["headers"])
        key = _key(scope, headers)
        if (found := self.store.get(key)) is None:
            start, parts = await self._answer({**scope, "method": "GET"}, receive)
            if start.get("status") != 200 or not self.keeps(scope["path"]) or _PASSING in start["headers"]:
                await send(start)
                return await send({"type": "http.response.body", "body": b"" if head_only else b"".join(parts)})
            found = whole(start["headers"], parts, key.packed)
            self.store.keep(key, found)
        status, body = found.given(head_only, headers.get(b"if-none-match"))
        await send({"type": "http.response.start", "status": status, "headers": found.headers})
        await send({"type": "http.response.body", "body": body})

    async def _answer(self, scope: Scope, receive: Receive) -> tuple[Message, list[bytes]]:
        start: Message = {}
        parts: list[bytes] = []

        async def gathered(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            elif message["type"] == "http.response.body":
                parts.extend(filter(None, [message.get("body")]))

        await self.app(scope, receive, gathered)
        return start, parts


def _key(scope: Scope, headers: dict[bytes, bytes]) -> Key:
    target = scope["raw_path"] + (b"?" + scope["query_string"] if scope["query_string"] else b"")
    return Key(scope["scheme"], headers.get(b"host", b""), target, packs(headers.get(b"accept-encoding", b"")))


@lru_cache(maxsize=256)
def packs(accepted: bytes) -> bool:
    """Return whether a client with this Accept-Encoding header takes gzip."""
    given = (part.replace(b" ", b"").partition(b";") for part in accepted.lower().split(b","))
    return any(name == b"gzip" and not re.fullmatch(rb"q=0(\.0*)?", weight) for name, _, weight in given)
