"""A whole answer: its JSON begins with the version of the contract and ends with the codes of the countries in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

import mnna
from mnna.engine.answer import Answer
from mnna.engine.record import CODES, VERSION


@dataclass(frozen=True, slots=True, repr=False)
class Held(Answer):
    """Who holds something."""

    who: tuple[str, ...]


def test_the_version_comes_first_and_the_codes_of_countries_last() -> None:
    assert Held(()).to_dict() == {"schema": VERSION, "who": []}
    told = Held(("COL", "MEX")).to_dict()
    assert list(told) == ["schema", "who", CODES] and list(told[CODES]) == ["COL", "MEX"]


def test_the_schema_requires_the_version_and_not_the_codes() -> None:
    found = Held.schema()
    assert found["required"] == ["schema", "who"] and list(found["properties"]) == ["schema", "who", CODES]
    assert found["properties"]["schema"]["const"] == VERSION and "Codes" in found["$defs"]


def test_it_is_shown_natively_by_what_the_package_names(monkeypatch: pytest.MonkeyPatch) -> None:
    class Shows:
        """What shows answers."""

        def html(self, answer: Any) -> str:
            return f"<p>{len(answer.who)}</p>"

    monkeypatch.setattr(mnna, "_native", Shows)
    assert Held(("COL",))._repr_html_() == "<p>1</p>"
