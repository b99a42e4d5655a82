"""An answer in parts. Most parts are shared with other answers, and are compressed once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from starlette.responses import Response

from mnna.interfaces.http.kept import Fixed
from mnna.interfaces.http.outputs import KINDS
from mnna.interfaces.http.security import Receive, Scope, Send


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
