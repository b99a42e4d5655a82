"""Whole answers kept by their address, given again without looking for the page; and answers to HEAD."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from datetime import date

from mnna.interfaces.http.security import App, Message, Receive, Scope, Send
from mnna.registry.days import today

LARGEST = 32 * 2**20
"""Bytes kept in all."""
Answered = tuple[Message, bytes]


def questions(addresses: Iterable[str]) -> Callable[[str], bool]:
    """Whether a path is that of a question, whose answer may be kept; what somebody sent has no such address."""
    parts = (re.sub(r"\\{\w+\\}", ".+" if "{asked}" in one else "[^/]+", re.escape(one)) for one in addresses)
    pattern = re.compile(rf"(?:{'|'.join(parts)}|/)(?:\.\w+)?")
    return lambda path: pattern.fullmatch(path) is not None


class Kept:
    """ASGI middleware: law and facts do not change while the server runs, so neither does an answer for a day."""

    def __init__(self, app: App, keeps: Callable[[str], bool], largest: int = LARGEST) -> None:
        self.app, self.keeps, self.largest, self.size = app, keeps, largest, 0
        self._kept: OrderedDict[Hashable, Answered] = OrderedDict()
        self._day: date | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Give what is kept, or answer and keep it where it is whole and right."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return await self.app(scope, receive, send)
        key = (scope["raw_path"], scope["query_string"])
        self._begin_day()
        if (found := self._kept.get(key)) is None:
            found = await self._answer({**scope, "method": "GET"}, receive)
            if self.keeps(scope["path"]):
                self._keep(key, found)
        else:
            self._kept.move_to_end(key)
        start, body = found
        await send(dict(start))
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})

    async def _answer(self, scope: Scope, receive: Receive) -> Answered:
        start: Message = {}
        parts: list[bytes] = []

        async def gathered(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            elif message["type"] == "http.response.body":
                parts.append(message.get("body", b""))

        await self.app(scope, receive, gathered)
        return start, b"".join(parts)

    def _keep(self, key: Hashable, found: Answered) -> None:
        start, body = found
        if start.get("status") != 200 or len(body) > self.largest // 8 or key in self._kept:
            return
        self._kept[key] = found
        self.size += len(body)
        while self.size > self.largest:
            self.size -= len(self._kept.popitem(last=False)[1][1])

    def _begin_day(self) -> None:
        """A new day has answers of its own."""
        if self._day != today():
            self._kept.clear()
            self._day, self.size = today(), 0
