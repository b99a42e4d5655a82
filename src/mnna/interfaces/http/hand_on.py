"""What somebody sends is taken in by one process: the others hand it on over a socket that only this user can reach."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import suppress

from starlette.requests import Request

from mnna.interfaces.http.desks import place_of
from mnna.interfaces.http.problems import Busy
from mnna.interfaces.http.security import Answer, App, Message, Receive, Scope, Send

HANDED_ON = ("/screen/", "/claims/")
"""Where what somebody sent is followed and taken back."""
TRIES, BETWEEN = 60, 0.25
"""How often the desk is tried while it starts, and the seconds between."""


class HandOn:
    """ASGI middleware: what is sent, and what follows it, goes to the desk; anything else is answered here."""

    def __init__(self, app: App, desk: str, answer: Answer) -> None:
        self.app, self.desk, self.answer = app, desk, answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer here or there."""
        sent = scope["type"] == "http" and scope["method"] not in ("GET", "HEAD", "OPTIONS")
        if not sent and not (scope["type"] == "http" and scope["path"].startswith(HANDED_ON)):
            return await self.app(scope, receive, send)
        if (line := await self._line(scope["path"])) is None:
            return await self._busy(scope, receive, send, "is starting")
        reader, writer = line
        taking = asyncio.create_task(_pass_on(scope, receive, writer))
        try:
            await _pass_back(reader, send)
        except asyncio.IncompleteReadError:  # before it said anything
            taking.cancel()
            await self._busy(scope, receive, send, "has ended")
        except ConnectionError:  # whoever asked hung up while it answered, or it ended: the answer stays cut
            pass
        finally:
            taking.cancel()
            writer.close()

    async def _line(self, path: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        """A connection to the desk; one that is starting is waited for."""
        for _ in range(TRIES):
            with suppress(OSError):
                return await asyncio.open_unix_connection(place_of(self.desk, path))
            await asyncio.sleep(BETWEEN)
        return None

    async def _busy(self, scope: Scope, receive: Receive, send: Send, why: str) -> None:
        while (await receive()).get("more_body", False):
            pass  # a connection that is closed on what it sent is reset, and the answer is lost
        wrong = Busy("the request", f"the part that takes it in {why}", (), "Send it again in a few seconds.")
        await self.answer(Request(scope), wrong, 503)(scope, receive, send)


async def _pass_on(scope: Scope, receive: Receive, writer: asyncio.StreamWriter) -> None:
    query = b"?" + scope["query_string"] if scope["query_string"] else b""
    lines = [scope["method"].encode() + b" " + scope["raw_path"] + query + b" HTTP/1.1"]
    lines += [name + b": " + value for name, value in _kept_headers(scope)]
    measured = any(name == b"content-length" for name, _ in scope["headers"])
    chunked = not measured and scope["method"] not in ("GET", "HEAD")
    lines += [b"connection: close", *([b"transfer-encoding: chunked"] if chunked else [])]
    writer.write(b"\r\n".join(lines) + b"\r\n\r\n")
    with suppress(ConnectionError):
        more = True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":  # else the desk waits for the rest, and this for the desk
                return writer.close()
            more = message.get("more_body", False)
            writer.write(_piece(message.get("body", b""), more, chunked))
            await writer.drain()


def _kept_headers(scope: Scope) -> Iterator[tuple[bytes, bytes]]:
    return (pair for pair in scope["headers"] if pair[0] not in (b"connection", b"transfer-encoding", b"keep-alive"))


def _piece(body: bytes, more: bool, chunked: bool) -> bytes:
    if not chunked:
        return body
    return (b"%x\r\n%s\r\n" % (len(body), body) if body else b"") + (b"" if more else b"0\r\n\r\n")


async def _pass_back(reader: asyncio.StreamReader, send: Send) -> None:
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).split(b"\r\n")
    except ConnectionError:
        raise asyncio.IncompleteReadError(b"", None) from None
    headers = [tuple(line.split(b": ", 1)) for line in head[1:] if line]
    kept = [(name.lower(), value) for name, value in headers if name.lower() != b"connection"]
    start: Message = {"type": "http.response.start", "status": int(head[0].split()[1]), "headers": kept}
    await send(start)
    while piece := await reader.read(2**16):
        await send({"type": "http.response.body", "body": piece, "more_body": True})
    await send({"type": "http.response.body", "body": b""})
