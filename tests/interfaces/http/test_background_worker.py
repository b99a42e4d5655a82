"""One slow question in a process of its own: what it reads and what it says."""

from __future__ import annotations

import io
import os
import pickle
import sys
from typing import Any

import pytest

from mnna.errors import CannotAnswer, UnknownCountry
from mnna.interfaces import catalog
from mnna.interfaces.http import background_worker as worker
from mnna.interfaces.http.background import Worked
from mnna.interfaces.http.background_worker import _drawn
from mnna.interfaces.http.declared import page
from mnna.interfaces.http.problems import OurMistake, code
from mnna.present.document import Picture
from mnna.registry.countries import resolve


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch) -> Any:
    def run(address: str = "/countries/{country}", **given: Any) -> Any:
        asked = io.BytesIO(pickle.dumps((address, given, None)))
        out = io.TextIOWrapper(sent := io.BytesIO())  # held here, or its end would close what was sent
        monkeypatch.setattr(os, "nice", lambda _: 0)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(asked))
        monkeypatch.setattr(sys, "stdout", out)
        worker.main()
        return pickle.loads(sent.getvalue())

    return run


def test_an_answer_comes_with_its_document_and_its_other_forms(ask: Any) -> None:
    said = ask(country="COL", on="2024-06-01").opened()
    assert isinstance(said, Worked) and said.document["country"] == "COL" and said.pictures == []
    assert "Colombia" in said.shown.title and b"COL" in said.csv


def test_a_wrong_question_is_told_as_it_is(ask: Any) -> None:
    said = ask(country="Colombio", on="2024-06-01")
    assert isinstance(said, UnknownCountry) and code(said) == 404 and said.to_dict() == _refused("Colombio")


def _refused(country: str) -> dict[str, object]:
    with pytest.raises(UnknownCountry) as caught:
        resolve(country)
    assert caught.value.near
    return caught.value.to_dict()


def test_a_mistake_of_ours_is_told_on_the_side_only(ask: Any, capsys: pytest.CaptureFixture[str]) -> None:
    said = ask("/no/such/page")
    assert isinstance(said, OurMistake) and code(said) == 500
    assert "StopIteration" in capsys.readouterr().err


def test_pictures_are_drawn_where_they_can_be() -> None:
    picture = Picture("a", "b", "c", "d", "<svg/>")
    endpoint = catalog.load("effects")
    assert _drawn(page(endpoint._replace(pictures=lambda _: [picture])), None) == (picture,)
    assert _drawn(page(endpoint._replace(pictures=None)), None) == ()

    def missing(_: Any) -> Any:
        raise CannotAnswer("the picture", "altair is not installed", (), "")

    assert _drawn(page(endpoint._replace(pictures=missing)), None) == ()
