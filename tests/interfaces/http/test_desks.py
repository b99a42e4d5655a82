"""The keys of what a desk takes in say which desk it was. `test_serving.py` tries a reload with the whole server."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest

from mnna.interfaces.http.desks import NUMBER, end_when_idle, own_key, place_of


def test_a_key_leads_to_the_desk_that_gave_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now, earlier = tmp_path / "desk", tmp_path / "1"
    earlier.touch()
    monkeypatch.setenv(NUMBER, "1")
    address = f"/screen/{own_key('secret')}.json"
    assert address == "/screen/1-secret.json" and place_of(str(now), address) == str(earlier)
    assert place_of(str(now), "/screen") == place_of(str(now), "/screen/2-secret") == str(now)
    assert place_of(str(now), "/screen/..-secret") == str(now)
    monkeypatch.delenv(NUMBER)
    assert own_key("secret") == "secret"


def test_a_desk_that_is_told_ends_when_it_is_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mnna.interfaces.http.desks.sleep", lambda seconds: None)
    ended, answers = threading.Event(), [True, False, False]
    before = signal.getsignal(signal.SIGUSR1)
    try:
        end_when_idle(answers.pop, ended.set)
        assert not ended.is_set()
        os.kill(os.getpid(), signal.SIGUSR1)
        assert ended.wait(5) and not answers
    finally:
        signal.signal(signal.SIGUSR1, before)
