"""What is sent goes to the desk, whole and back; anything else is answered here."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock, MagicMock

import pytest
from starlette.requests import Request
from starlette.responses import Response

from mnna.errors import MnnaError
from mnna.interfaces.http import hand_on
from mnna.interfaces.http.hand_on import HandOn
from mnna.interfaces.http.security import Message, Receive, Scope, Send


async def here(scope: Scope, receive: Receive, send: Send) -> None:
    await Response("here")(scope, receive, send)


def refused(request: Request, error: MnnaError, status: int) -> Response:
    return Response(error.wrong, status)


GONE = b"(gone)"
"""The part after which nothing comes: the client closed the connection."""


def ask(desk: Path, method: str, path: str, parts: list[bytes], answer: bytes = b"") -> tuple[list[Message], bytes]:
    """What came back, and what the desk was sent."""
    sent: list[Message] = []
    seen = bytearray()
    scope: dict[str, Any] = {"type": "http", "method": method, "path": path, "raw_path": path.encode()}
    scope |= {"query_string": b"", "headers": [(b"host", b"127.0.0.1"), (b"connection", b"keep-alive")]}

    async def receive() -> Message:
        if not parts:
            return {"type": "http.disconnect"}
        part = parts.pop(0)
        if parts == [GONE]:
            parts.clear()
            return {"type": "http.request", "body": part, "more_body": True}
        return {"type": "http.request", "body": part, "more_body": bool(parts)}

    async def send(message: Message) -> None:
        sent.append(message)

    async def taken(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            seen.extend(await reader.readuntil(b"0\r\n\r\n" if method == "POST" else b"\r\n\r\n"))
        except asyncio.IncompleteReadError as cut:
            seen.extend(cut.partial)
            return writer.close()
        writer.write(answer)
        await writer.drain()
        writer.close()

    async def whole() -> None:
        server = await asyncio.start_unix_server(taken, desk) if answer else None
        await asyncio.wait_for(HandOn(here, str(desk), refused)(scope, receive, send), 10)
        if server is not None:
            server.close()

    asyncio.run(whole())
    return sent, bytes(seen)


ANSWER = b"HTTP/1.1 303 See Other\r\nLocation: /screen/KEY\r\nConnection: close\r\n\r\nbody"


def test_what_is_sent_reaches_the_desk_whole(tmp_path: Path) -> None:
    sent, seen = ask(tmp_path / "desk", "POST", "/screen", [b"one", b"two"], ANSWER)
    assert sent[0]["status"] == 303 and sent[0]["headers"] == [(b"location", b"/screen/KEY")]
    assert b"".join(message.get("body", b"") for message in sent[1:]) == b"body"
    assert seen.startswith(b"POST /screen HTTP/1.1\r\nhost: 127.0.0.1\r\n") and b"keep-alive" not in seen
    assert b"3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n" in seen


def test_what_follows_goes_there_and_anything_else_stays(tmp_path: Path) -> None:
    assert ask(tmp_path / "desk", "GET", "/screen/KEY", [b""], ANSWER)[0][0]["status"] == 303
    assert ask(tmp_path / "none", "GET", "/screen", [b""])[0][1]["body"] == b"here"


def test_without_a_desk_it_takes_the_whole_and_says_to_send_it_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hand_on, "BETWEEN", 0)
    parts = [b"one", b"two"]
    sent, _ = ask(tmp_path / "none", "POST", "/screen", parts)
    assert sent[0]["status"] == 503 and b"starting" in sent[1]["body"] and not parts


def test_a_client_that_leaves_in_the_middle_leaves_nothing_waiting(tmp_path: Path) -> None:
    sent, seen = ask(tmp_path / "desk", "POST", "/screen", [b"one", GONE], ANSWER)
    assert seen.endswith(b"3\r\none\r\n") and sent[0]["status"] == 503 and b"has ended" in sent[1]["body"]


class Broken:
    """A line that breaks, before the head of the answer or after it."""

    def __init__(self, head: bytes) -> None:
        self.head = head

    async def readuntil(self, separator: bytes) -> bytes:
        return self.head or await self.read(0)

    async def read(self, size: int) -> bytes:
        raise ConnectionResetError


@pytest.mark.parametrize(("head", "status"), [(b"", 503), (ANSWER.removesuffix(b"body"), 303)], ids=["before", "after"])
def test_a_line_that_breaks_writes_no_traceback(
    head: bytes, status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def line(self: HandOn, path: str) -> tuple[Broken, MagicMock]:
        return Broken(head), MagicMock(drain=AsyncMock())

    monkeypatch.setattr(HandOn, "_line", line)
    assert ask(tmp_path / "desk", "GET", "/screen/KEY", [b""])[0][0]["status"] == status
