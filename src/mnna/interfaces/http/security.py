"""Checks before every answer: security headers, the host name, and limits on the size of requests.

The pages may load nothing from elsewhere and run no script of another site: the Content-Security-Policy makes the
browser refuse it. The host name is checked so that a web site whose name is made to point at this machine (DNS
rebinding) cannot read the answers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from mnna.errors import MnnaError
from mnna.interfaces.http.problems import Refused, TooLarge, TooSlow
from mnna.interfaces.http.uploads import BYTES

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Headers = list[tuple[bytes, bytes]]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
Answer = Callable[[Request, MnnaError, int], Response]

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
DOCUMENT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; sandbox"
"""The policy for a document of ours that contains its own style: nothing runs and nothing loads."""
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_HEADERS = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
SMALL_BODY = 64 * 2**10
"""Bytes that the body of a request may have, except for an upload."""
UPLOAD = BYTES + 2**20
"""Bytes that the form of an upload may have, including the file."""
UPLOADS = {"/screen": UPLOAD, "/screen/columns": UPLOAD, "/claims/read": 24 * 2**20}
"""Bytes that the form of an upload may have, by address."""
PATIENCE = 30.0
"""Seconds without a byte after which an upload is ended."""


class Guard:
    """ASGI middleware that refuses unsafe requests and adds the security headers.

    `hosts` are the host names that the server answers to; None answers to any, for a server that others may reach.
    """

    def __init__(self, app: App, hosts: frozenset[str] | None, answer: Answer) -> None:
        self.app, self.hosts, self.answer = app, hosts, answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what must be refused, count the bytes of the body, and add the headers to every answer."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        limit = UPLOADS.get(scope["path"], SMALL_BODY) if scope["method"] == "POST" else SMALL_BODY

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": headed(list(message["headers"]))}
            await send(message)

        if refusal := self._refusal(scope, headers, limit):
            await _drain(receive, headers, limit)
            response = self.answer(Request(scope), *refusal)
            response.headers["connection"] = "close"
            return await response(scope, receive, told)
        with suppress(ClientDisconnect):  # the client has disconnected while sending: there is nobody to answer
            await self.app(scope, _counted(receive, limit), told)

    def _refusal(self, scope: Scope, headers: dict[str, str], limit: int) -> tuple[MnnaError, int] | None:
        if not answers_to(self.hosts, host := headers.get("host", "")):
            near, host = sorted(self.hosts or ()), _name(host)
            return Refused(f"the host {host[:80]!r}", "this server does not answer to it", near, ""), 421
        if scope["method"] not in ("GET", "HEAD", "OPTIONS") and _foreign(headers):
            return Refused("the request", "another site's page sent it", (), "Open this server's own page."), 403
        length = headers.get("content-length", "0")
        if not (length.isascii() and length.isdigit()):
            return Refused("the header content-length", "it is not a number", (), ""), 400
        return (too_large(limit), 413) if int(length) > limit else None


def too_large(limit: int) -> TooLarge:
    """Return the error for a body that exceeds the limit."""
    if limit < UPLOAD:
        size = f"{limit // 2**10} KB" if limit == SMALL_BODY else f"{limit // 2**20} MB"
        return TooLarge("the request", f"it carries more than {size}", (), "")
    do = "Screen it with `mnna screen FILE`, which has no limit."
    return TooLarge("the upload", f"it is larger than {BYTES // 2**20} MB", (), do)


def headed(headers: Headers) -> Headers:
    """Return the headers of an answer, with the security headers that are not there yet."""
    present = {name.lower() for name, _ in headers}
    return [*headers, *(pair for pair in _HEADERS if pair[0] not in present)]


def answers_to(hosts: frozenset[str] | None, host: str) -> bool:
    """Return whether a server with those host names answers to the header `host` of a request; None answers to any."""
    return hosts is None or _name(host) in hosts


def _name(host: str) -> str:
    try:
        return "" if "@" in host else (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _foreign(headers: dict[str, str]) -> bool:
    """Return whether a request that changes something was sent by a page of another site."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site not in ("same-origin", "none")
    return origin is not None and origin.partition("://")[2] != headers.get("host", "")


async def _drain(receive: Receive, headers: dict[str, str], limit: int) -> None:
    """Read the rest of a small body, so that a browser that is still sending reads the answer."""
    if int(headers["content-length"] if headers.get("content-length", "").isdigit() else 0) > 4 * limit:
        return
    try:
        while (await asyncio.wait_for(receive(), PATIENCE)).get("more_body"):
            pass
    except TimeoutError:
        return


def _counted(receive: Receive, limit: int) -> Receive:
    """Return a `receive` that raises `TooLarge` or `TooSlow` where the body grows too large or stops arriving."""
    seen, whole = 0, False

    async def counted() -> Message:
        nonlocal seen, whole
        if whole:
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), PATIENCE)
        except TimeoutError:
            wrong = f"nothing more came for {PATIENCE:g} seconds"
            raise TooSlow("the request", wrong, (), "Send it again.") from None
        seen += len(message.get("body", b""))
        whole = not message.get("more_body", False)
        if seen > limit:
            raise too_large(limit)
        return message

    return counted
