"""What stands before every answer: security headers, a check of the host name, and limits on what is sent to us.

The pages may load nothing from elsewhere and run no script of anybody's: the Content-Security-Policy makes the browser
refuse it. The host name is checked so that a web site whose name is made to point at this machine (DNS rebinding)
cannot read the answers.
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
_HEADERS = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
SMALL_BODY = 64 * 2**10
"""Bytes any request may carry, but for an upload."""
UPLOAD = BYTES + 2**20
"""Bytes the form of an upload may have, with the file in it."""
UPLOADS = {"/screen": UPLOAD, "/screen/columns": UPLOAD, "/claims/read": 24 * 2**20}
"""Bytes that the form of an upload may have, by the address it is sent to."""
PATIENCE = 30.0
"""Seconds without a byte after which an upload is given up."""


class Guard:
    """ASGI middleware. `hosts` are the host names answered to; None answers to any, for a server others may reach."""

    def __init__(self, app: App, hosts: frozenset[str] | None, answer: Answer) -> None:
        self.app, self.hosts, self.answer = app, hosts, answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what must be refused, count the bytes of the body, and add the headers to every answer."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        limit = UPLOADS.get(scope["path"], SMALL_BODY) if scope["method"] == "POST" else SMALL_BODY
        told = _headed(send)
        if refusal := self._refusal(scope, headers, limit):
            await _drain(receive, headers, limit)
            response = self.answer(Request(scope), *refusal)
            response.headers["connection"] = "close"
            return await response(scope, receive, told)
        with suppress(ClientDisconnect):  # whoever asked hangs up in the middle of sending: nobody is left to answer
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
    """The error for a body that exceeds the limit."""
    if limit < UPLOAD:
        size = f"{limit // 2**10} KB" if limit == SMALL_BODY else f"{limit // 2**20} MB"
        return TooLarge("the request", f"it carries more than {size}", (), "")
    do = "Screen it with `mnna screen FILE`, which has no limit."
    return TooLarge("the upload", f"it is larger than {BYTES // 2**20} MB", (), do)


def headed(headers: Headers) -> Headers:
    """What heads an answer, with what must head every one."""
    present = {name.lower() for name, _ in headers}
    return [*headers, *(pair for pair in _HEADERS if pair[0] not in present)]


def _headed(send: Send) -> Send:
    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": headed(list(message["headers"]))}
        await send(message)

    return with_headers


def answers_to(hosts: frozenset[str] | None, host: str) -> bool:
    """Whether a server of those names is the one that a request's header `host` asks for; None answers to any."""
    return hosts is None or _name(host) in hosts


def _name(host: str) -> str:
    try:
        return "" if "@" in host else (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _foreign(headers: dict[str, str]) -> bool:
    """Whether a request that changes something was sent by a page of another origin."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site not in ("same-origin", "none")
    return origin is not None and _place(origin) != headers.get("host", "")


def _place(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc
    except ValueError:  # such as http://[::1
        return None


async def _drain(receive: Receive, headers: dict[str, str], limit: int) -> None:
    """Take in what little more is coming, so that a browser in the middle of sending it reads the answer."""
    if int(headers["content-length"] if headers.get("content-length", "").isdigit() else 0) > 4 * limit:
        return
    try:
        while (await asyncio.wait_for(receive(), PATIENCE)).get("more_body"):
            pass
    except TimeoutError:
        return


def _counted(receive: Receive, limit: int) -> Receive:
    """The body as it comes, given up where it grows too large or stops coming."""
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
