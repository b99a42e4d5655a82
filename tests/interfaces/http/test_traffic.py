"""Counts, the log without the questions, and the limit for each client."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from mnna.interfaces.http import traffic
from mnna.interfaces.http.app import create_app
from mnna.interfaces.http.traffic import Bucket, Counts, Limits


def test_a_client_that_asks_too_much_waits_and_others_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(traffic, "monotonic", lambda: now[0])
    limits = Limits(2)
    assert [limits.allows("192.0.2.1") for _ in range(3)] == [True, True, False] and limits.allows("192.0.2.2")
    now[0] = 31.0
    assert limits.allows("192.0.2.1") and not limits.allows("192.0.2.1")
    assert [limits.allows(f"2001:db8::{n}") for n in range(3)] == [True, True, False]
    assert Limits(None).allows("192.0.2.1") and Bucket(1).take()


def test_clients_remembered_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traffic, "CLIENTS", 3)
    limits = Limits(1)
    for number in range(9):
        limits.allows(f"192.0.2.{number}")
    assert len(limits._known) == 3


def test_the_counts_are_read_by_programs() -> None:
    counts = Counts()
    counts.add("/countries", 200, 0.02, 100)
    told = counts.told(77)
    assert re.search(r'mnna_kept_bytes{process="\d+"} 77', told)
    assert 'page="/countries",status="200"} 1' in told and 'le="0.05"} 1' in told and 'le="0.01"} 0' in told


def test_the_log_has_a_line_for_each_and_no_question(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    with TestClient(create_app(log=str(log), rate=2), base_url="http://127.0.0.1") as client:
        client.get("/countries/COL?on=2024-06-01")
        client.get("/secret/Kenya")
        refused = client.get("/countries/KEN.json")
        assert client.get("/health").json()["status"] == "ok" and "mnna_answers_total" in client.get("/metrics").text
    assert refused.status_code == 429 and refused.headers["retry-after"] == "60" and refused.json()["do"]
    rows = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    found = [(row["page"], row["status"]) for row in rows]
    assert found[:3] == [("/countries", 200), ("other", 404), ("/countries", 429)]
    assert not any(word in log.read_text(encoding="utf-8") for word in ("COL", "Kenya", "2024", "testclient"))
