"""Whole answers kept by address, and HEAD for every one."""

from __future__ import annotations

import asyncio

import pytest
from starlette.testclient import TestClient

from mnna.interfaces.http.kept import Kept, questions
from mnna.interfaces.http.security import Message, Receive, Scope, Send


class Counting:
    """An application that counts how often it is asked."""

    def __init__(self, status: int = 200) -> None:
        self.asked, self.status = 0, status

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked += 1
        await send({"type": "http.response.start", "status": self.status, "headers": []})
        await send({"type": "http.response.body", "body": b"x" * 10})


def ask(app: Kept, path: str, method: str = "GET") -> bytes:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    scope = {"type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": b""}
    asyncio.run(app(scope, receive, send))
    return b"".join(message.get("body", b"") for message in sent)


def test_an_answer_is_kept_and_what_somebody_sent_is_not() -> None:
    inner = Counting()
    app = Kept(inner, questions(["/countries/{country}", "/screen"]))
    for path in ("/countries/COL", "/countries/COL.json", "/screen/KEY"):
        assert ask(app, path) == ask(app, path) == b"x" * 10
    assert inner.asked == 4 and ask(app, "/countries/COL", "HEAD") == b""
    assert ask(app, "/countries/COL", "POST") and inner.asked == 5


def test_what_is_wrong_is_not_kept_and_the_size_is_bounded() -> None:
    wrong = Counting(404)
    app = Kept(wrong, lambda path: True)
    ask(app, "/a"), ask(app, "/a")
    assert wrong.asked == 2
    bounded = Kept(Counting(), lambda path: True, largest=80)
    for number in range(20):
        ask(bounded, f"/{number}")
    assert bounded.size <= 80


def test_a_new_day_has_answers_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = Counting()
    app = Kept(inner, lambda path: True)
    ask(app, "/a")
    monkeypatch.setenv("MNNA_TODAY", "2026-12-24")
    ask(app, "/a")
    assert inner.asked == 2 and app.size == 10


@pytest.mark.parametrize("form", ["", ".json", ".csv", ".md", ".pdf"])
def test_head_answers_for_every_form(client: TestClient, form: str) -> None:
    got, head = client.get(f"/countries/COL{form}"), client.head(f"/countries/COL{form}")
    assert head.status_code == 200 and head.content == b"" and head.headers == got.headers
