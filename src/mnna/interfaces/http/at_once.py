"""What takes a millisecond or two is answered before any route is looked for, without a thread, and in parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response

from mnna.errors import MnnaError
from mnna.interfaces.http.kept import Fixed
from mnna.interfaces.http.outputs import KINDS
from mnna.interfaces.http.page_spec import Page
from mnna.interfaces.http.security import App, Receive, Scope, Send

if TYPE_CHECKING:
    from mnna.interfaces.http.app import Door

Handler = Callable[[Request], Response | None]


class Quick:
    """The answers that take a millisecond or two, by their addresses."""

    def __init__(self, door: Door) -> None:
        self.door = door
        self.handlers: dict[str, Handler] = {}
        for page in door.pages:
            if page.endpoint.in_parts is not None:
                self.handlers |= {page.address: door.html(page), f"{page.address}.json": partial(self._json, page)}

    def answer(self, request: Request) -> Response | None:
        """The answer; None leaves the request to the routes."""
        if (handler := self.handlers.get(request.scope["path"])) is None:
            return None
        try:
            return handler(request)
        except MnnaError as error:
            return self.door.refused(request, error)

    def parts(self, scope: Scope) -> InParts | None:
        """An answer that is right and comes in parts; None where the request must go the long way, which says why."""
        try:
            found = self.answer(Request(scope))
        except Exception:
            return None
        return found if isinstance(found, InParts) and found.status_code == 200 else None

    def _json(self, page: Page, request: Request) -> Response | None:
        """None where the whole answer is to be compared with the one that was cited."""
        question, write = self.door.question(page, request), page.endpoint.in_parts
        if write is None or question.given["stamp"]:
            return None
        return InParts(write(page.answer(question)), question.saved_as("json"), KINDS["json"])


class AtOnce:
    """ASGI middleware that gives such an answer, or leaves the request to the routes."""

    def __init__(self, app: App, quick: Quick) -> None:
        self.app, self.quick = app, quick

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer here or there."""
        asked = scope["type"] == "http" and scope["method"] == "GET"
        response = self.quick.answer(Request(scope)) if asked else None
        await (response or self.app)(scope, receive, send)


class InParts(Response):
    """An answer sent one part after the other, of which most were in another answer before."""

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
    """A page in parts: what stands above and below the answer is the same on many."""
    start, main, foot = body.find(b"<body>"), body.find(b"<main "), body.rfind(b"<footer ")
    parts = (body[:start], Fixed(body[start:main]), body[main:foot], Fixed(body[foot:]))
    return InParts(parts, {"cache-control": cache}, KINDS["html"], status)
