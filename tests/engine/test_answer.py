"""A whole answer: its JSON begins with the version of the contract and ends with the codes of the countries in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

import mnna
from mnna.engine.answer import Answer
from mnna.engine.record import CODES, VERSION
from mnna.registry.codes import codes, dated_codes
from mnna.registry.countries import countries


@dataclass(frozen=True, slots=True, repr=False)
class Held(Answer):
    """Who holds something."""

    who: tuple[str, ...]


def test_the_version_comes_first_and_the_codes_of_countries_last() -> None:
    assert Held(()).to_dict() == {"schema": VERSION, "who": []}
    told = Held(("COL", "MEX")).to_dict()
    assert list(told) == ["schema", "who", CODES] and list(told[CODES]) == ["COL", "MEX"]


@dataclass(frozen=True, slots=True, repr=False)
class OnADay(Answer):
    """Who holds something on a day."""

    on: Any
    who: tuple[str, ...]


def test_the_codes_are_those_of_the_day_of_the_answer() -> None:
    row = next(row for row in dated_codes() if row.system == "cow" and row.country in countries())
    for on in (row.since, row.until):
        told = OnADay(on, (row.country,)).to_dict()[CODES][row.country]
        assert told["cow"] == codes(countries()[row.country], on).cow
    assert OnADay(row.since, (row.country,)).to_dict()[CODES] != OnADay(row.until, (row.country,)).to_dict()[CODES]
    assert OnADay("no day", ("COL",)).to_dict()[CODES] == Held(("COL",)).to_dict()[CODES]


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
