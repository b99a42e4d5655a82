"""Words that take seconds: the page says so and follows, the others do not wait, and one answer serves every form."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from mnna.errors import MnnaError
from mnna.interfaces.http import background
from mnna.interfaces.http.app import create_app
from mnna.interfaces.http.declared import Question, pages
from mnna.interfaces.http.private_folder import PrivateFolder
from mnna.interfaces.http.problems import Busy, code
from mnna.present.document import Document

COMPARE = next(page for page in pages() if page.address == "/compare")


@pytest.mark.usefixtures("a_process_of_its_own")
def test_the_page_is_at_work_and_then_there(client: TestClient) -> None:
    address = "/compare?country=FJI&to=KEN"
    first = client.get(address)
    assert first.status_code == 202 and f'data-follow="{address.replace("&", "&amp;")}"' in first.text
    assert client.get("/compare.json?country=FJI&to=KEN").status_code == 200
    done = client.get(address)
    assert done.status_code == 200 and "Fiji" in done.text and "<svg" in done.text and 'style="' not in done.text
    assert client.get("/compare.chart?country=FJI&to=KEN").json()["charts"][0]["$schema"].endswith(".json")


def asked(country: str) -> Question:
    return Question(COMPARE, {"country": country, "to": (), "on": None})


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """No question is answered before the gate opens; the document says which country was asked about."""
    gate = threading.Event()

    def said(self: Any, order: background.Order, folder: Any) -> Any:
        assert gate.wait(10)
        shown = Document(title="A")
        return background.Packed(background.Worked({"country": order[1]["country"]}, [], shown, shown, b"a"))

    monkeypatch.setattr(background.Slow, "_said", said)
    yield gate
    gate.set()


def test_the_others_do_not_wait(gate: threading.Event) -> None:
    """More programs wait for slow answers than the server has threads, and a page of law comes at once."""
    with TestClient(create_app(), base_url="http://127.0.0.1") as own:
        ask = [f"/compare.json?country={code}" for code in ("MEX", "FJI", "KEN", "IND")] * 15
        threads = [threading.Thread(target=own.get, args=(one,)) for one in ask]
        for thread in threads:
            thread.start()
        assert own.get("/countries/COL").status_code == 200 and not gate.is_set()
        gate.set()
        for thread in threads:
            thread.join()


def test_a_question_is_worked_out_once(gate: threading.Event) -> None:
    desk = background.Slow(PrivateFolder())
    asked_for = [desk.ask(asked("MEX")) for _ in range(5)]
    other = desk.ask(asked("FJI"))
    assert len(set(map(id, asked_for))) == 1 and desk.others(other) == 1
    gate.set()
    found = [work.result(10).opened().document for work in (asked_for[0], other)]
    assert found == [{"country": "MEX"}, {"country": "FJI"}]


def test_no_more_wait_than_the_limit(gate: threading.Event) -> None:
    desk = background.Slow(PrivateFolder())
    waiting = [desk.ask(asked(str(number))) for number in range(background.WAITING)]
    with pytest.raises(Busy) as caught:
        desk.ask(asked("one more"))
    assert code(caught.value) == 503 and desk.ask(asked("0")) is waiting[0]
    gate.set()
    assert all(work.result(10).opened().document for work in waiting)


def test_the_oldest_answers_make_room(gate: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "KEPT", 3)
    gate.set()
    desk = background.Slow(PrivateFolder())
    first = desk.ask(asked("0"))
    for number in range(1, 6):
        desk.ask(asked(str(number))).result(10)
    assert desk.ask(asked("5")) is desk.ask(asked("5")) and desk.ask(asked("0")) is not first
    assert len(desk._known) <= 4


@pytest.mark.usefixtures("a_process_of_its_own")
def test_a_mistake_of_ours_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mnna.interfaces.http.background.sys.executable", "/bin/false")
    desk = background.Slow(PrivateFolder())
    with pytest.raises(MnnaError) as caught:
        desk.ask(asked("MEX")).result(10)
    assert code(caught.value) == 500 and not desk._known
