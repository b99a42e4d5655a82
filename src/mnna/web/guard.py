"""What stands before every answer: security headers, a check of the host name, and limits on what is sent to us.

The pages may load nothing from elsewhere and run no script of anybody's: the Content-Security-Policy makes the browser
refuse it. The host name is checked so that a web site whose name is made to point at this machine (DNS rebinding)
cannot read the answers.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
DOCUMENT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; sandbox"
"""For a document of our own making that carries its style with it: nothing runs and nothing loads."""
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
SMALL_BODY = 64 * 1024
"""Bytes any request may carry, but for an upload."""


class TooLarge(Exception):
    """The body is larger than the limit; `limit` is in bytes."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        super().__init__(limit)


class Guard:
    """ASGI middleware. `hosts` are the host names answered to; None answers to any, for a server others may reach."""

    def __init__(self, app: App, hosts: frozenset[str] | None, upload_limit: int, upload_path: str = "/screen") -> None:
        self.app, self.hosts, self.upload_limit, self.upload_path = app, hosts, upload_limit, upload_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what must be refused, count the bytes of the body, and add the headers to every answer."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        begun = False

        async def headed(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                present = {name.lower() for name, _ in message["headers"]}
                extra = [(n.encode(), v.encode()) for n, v in HEADERS.items() if n.encode() not in present]
                message = {**message, "headers": [*message["headers"], *extra]}
            await send(message)

        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        limit = self.upload_limit if scope["path"].startswith(self.upload_path) else SMALL_BODY
        if refusal := self._refusal(scope, headers, limit):
            return await _refuse(headed, *refusal)
        try:
            await self.app(scope, _counted(receive, limit), headed)
        except TooLarge:
            if not begun:
                await _refuse(headed, 413, too_large(limit))

    def _refusal(self, scope: Scope, headers: dict[str, str], limit: int) -> tuple[int, str] | None:
        host = _name(headers.get("host", ""))
        if self.hosts is not None and host not in self.hosts:
            return 421, f"the host {host[:80]!r}: this server answers to {', '.join(sorted(self.hosts))} only."
        if scope["method"] not in ("GET", "HEAD", "OPTIONS") and _foreign(headers):
            return 403, "the request: it comes from another site's page. Open this server's own page instead."
        length = headers.get("content-length", "0")
        if not length.isdigit():
            return 400, "the header content-length: it is not a number."
        return (413, too_large(limit)) if int(length) > limit else None


def too_large(limit: int) -> str:
    """The sentence for a body that exceeds the limit."""
    size = f"{limit // 2**20} MB" if limit >= 2**20 else f"{limit // 2**10} KB"
    return f"the request: it is larger than {size}. Screen a larger file with `mnna screen FILE`, which has no limit."


def _name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _foreign(headers: dict[str, str]) -> bool:
    """Whether a request that changes something was sent by a page of another origin."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site not in ("same-origin", "none")
    return origin is not None and urlsplit(origin).netloc != headers.get("host", "")


def _counted(receive: Receive, limit: int) -> Receive:
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise TooLarge(limit)
        return message

    return counted


async def _refuse(send: Send, status: int, wrong: str) -> None:
    asked, _, rest = wrong.partition(": ")
    body = json.dumps({"error": "Refused", "asked": asked, "wrong": rest, "near": [], "do": ""}).encode()
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
