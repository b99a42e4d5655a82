"""One slow question in a process of its own: what it reads and what it says."""

from __future__ import annotations

import io
import json
import os
import pickle
import sys
from base64 import b64decode
from typing import Any

import pytest

from mnna.errors import CannotAnswer
from mnna.interfaces import catalog
from mnna.interfaces.http import background_worker as worker
from mnna.interfaces.http.background import Made
from mnna.interfaces.http.background_worker import _drawn
from mnna.interfaces.http.declared import page
from mnna.present.document import Picture


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> Any:
    def run(address: str = "/countries/{country}", **given: Any) -> dict[str, Any]:
        out = io.StringIO()
        monkeypatch.setattr(os, "nice", lambda _: 0)
        monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps({"address": address, "given": given, "facts": ""})))
        monkeypatch.setattr(sys, "stdout", out)
        worker.main()
        found: dict[str, Any] = json.loads(out.getvalue())
        return found

    return run


def test_an_answer_comes_with_its_document_and_its_other_forms(ask: Any) -> None:
    said = ask(country="COL", on="2024-06-01")
    assert said["document"]["country"] == "COL" and said["pictures"] == []
    made = pickle.loads(b64decode(said["made"]))
    assert (isinstance(made, Made) and b"Colombia" in made.csv) or made.csv


def test_a_wrong_question_is_told_with_its_status(ask: Any) -> None:
    said = ask(country="Atlantis", on="2024-06-01")
    assert said["code"] == 404 and said["problem"]["error"] == "UnknownCountry"


def test_a_mistake_of_ours_is_told_on_the_side_only(ask: Any, capsys: pytest.CaptureFixture[str]) -> None:
    said = ask("/no/such/page")
    assert said["code"] == 500 and said["problem"]["error"] == "OurMistake"
    assert "StopIteration" in capsys.readouterr().err


def test_pictures_are_drawn_where_they_can_be() -> None:
    picture = Picture("a", "b", "c", "d", "<svg/>")
    endpoint = catalog.load("effects")
    assert _drawn(page(endpoint._replace(pictures=lambda _: [picture])), None) == (picture,)
    assert _drawn(page(endpoint._replace(pictures=None)), None) == ()

    def missing(_: Any) -> Any:
        raise CannotAnswer("the picture", "altair is not installed", (), "")

    assert _drawn(page(endpoint._replace(pictures=missing)), None) == ()
