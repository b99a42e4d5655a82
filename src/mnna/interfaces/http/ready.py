"""Answers sent straight from the connection, cached or quick ones, without an HTTP parser, a task or middleware.

This module reads only the plainest requests: one whole GET or HEAD without a body, with each header once. Any other
request takes the usual path, which refuses what must be refused. A cached answer has passed the check of its host
there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from time import monotonic
from typing import NamedTuple, Protocol

from starlette.requests import Request

from mnna.interfaces.http.kept import InParts, Key, Store, Whole, packs, whole
from mnna.interfaces.http.security import answers_to
from mnna.interfaces.http.traffic import Tally

LONGEST = 8 * 2**10
"""Bytes of the longest request that is read here."""
_REQUEST = re.compile(rb"(GET|HEAD) (/[!-~]*) HTTP/1\.1\r\n((?:[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t -~]*\r\n)+)\r\n")
_ELSEWHERE = frozenset({b"content-length", b"transfer-encoding", b"expect", b"upgrade", b"te", b"trailer"})
"""A request with one of these headers takes the usual path."""
_LINES = {200: b"HTTP/1.1 200 OK\r\n", 304: b"HTTP/1.1 304 Not Modified\r\n"}


Quick = Mapping[str, Callable[[Request], object]]
"""Address to handler, for the answers that take a millisecond or two."""


class Trusted(Protocol):
    """The proxies whose forwarding headers are trusted."""

    def __contains__(self, host: str) -> bool: ...

    def get_trusted_client_address(self, x_forwarded_for: str) -> tuple[str, int]:
        """Return the address of the client that asked the proxy."""


class Asked(NamedTuple):
    """A plain request."""

    method: bytes
    target: bytes
    headers: dict[bytes, bytes]

    @property
    def path(self) -> str:
        """The path, without the query."""
        return self.target.partition(b"?")[0].decode()


def read(data: bytes) -> Asked | None:
    """Return the request in the bytes where it is plain and whole; None for any other."""
    if len(data) > LONGEST or (found := _REQUEST.fullmatch(data)) is None:
        return None
    headers: dict[bytes, bytes] = {}
    for line in found[3][:-2].split(b"\r\n"):
        name, _, value = line.partition(b":")
        if (name := name.lower()) in headers or name in _ELSEWHERE:
            return None
        headers[name] = value.strip()
    if headers.get(b"connection", b"keep-alive").lower() != b"keep-alive":
        return None
    return Asked(found[1], found[2], headers)


class Ready:
    """Returns cached and quick answers, and counts them like any other answer."""

    def __init__(self, store: Store, tally: Tally, quick: Quick, hosts: frozenset[str] | None) -> None:
        self.store, self.tally, self.quick, self.hosts = store, tally, quick, hosts

    def answer(self, data: bytes, scheme: str, client: str, trusted: Trusted | None) -> tuple[bytes, ...] | None:
        """Return the status line, the headers and the body; None where the request must take the usual path."""
        began = monotonic()
        if (asked := read(data)) is None:
            return None
        if trusted is not None and client in trusted:
            scheme, client = _told(asked.headers, scheme, client, trusted)
        host, accepted = asked.headers.get(b"host", b""), asked.headers.get(b"accept-encoding", b"")
        key = Key(scheme, host, asked.target, packs(accepted))
        found = self.store.get(key)
        quick = asked.path in self.quick and answers_to(self.hosts, host.decode("latin-1"))
        if (found is None and not quick) or not self.tally.limits.allows(client):
            return None
        if (found := found or self._made(asked, key)) is None:
            return None
        status, body = found.given(asked.method == b"HEAD", asked.headers.get(b"if-none-match"))
        self.tally.note(asked.method.decode(), asked.path, status, monotonic() - began, len(body))
        return _LINES[status], found.head, body

    def _made(self, asked: Asked, key: Key) -> Whole | None:
        """Return a quick answer and cache it; None where it fails, so that the usual path reports the error."""
        scope = {
            "type": "http",
            "method": "GET",
            "scheme": key.scheme,
            "path": asked.path,
            "query_string": asked.target.partition(b"?")[2],
            "headers": list(asked.headers.items()),
        }
        try:
            made = self.quick[asked.path](Request(scope))
        except Exception:
            return None
        if not isinstance(made, InParts) or made.status_code != 200:
            return None
        found = whole(made.raw_headers, made.parts, key.packed)
        self.store.keep(key, found)
        return found


def _told(headers: dict[bytes, bytes], scheme: str, client: str, trusted: Trusted) -> tuple[str, str]:
    """Return the scheme and the client that a trusted proxy reports, or the given ones where it reports none."""
    said = headers.get(b"x-forwarded-proto", b"").decode()
    for_whom = headers.get(b"x-forwarded-for", b"").decode()
    host = trusted.get_trusted_client_address(for_whom)[0] if for_whom else ""
    return said if said in ("http", "https") else scheme, host or client
