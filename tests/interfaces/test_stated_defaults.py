"""What a help text says is assumed is assumed: each `default ...` is that of the function, or shown by its effect."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from typing import Any

import pytest

from mnna.interfaces import catalog, listing
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import Param
from mnna.interfaces.words import serve
from mnna.models.effects import effects
from mnna.screening.engines.duckdb_engine import MEMORY

TODAY = "2026-11-28"
CONSTANTS = {
    ("effects", "draws"): effects.DRAWS,
    ("effects", "seed"): effects.SEED,
    ("screen", "memory"): f"{MEMORY}MB",
    ("serve", "host"): serve.HOST,
    ("serve", "port"): serve.PORT,
    ("serve", "proxy"): f"{serve.HOST} with --public-name",
    ("serve", "rate"): f"none {serve.RATE} with --public-name",
}
"""What is assumed where the function itself takes nothing for it."""

NOT_ASKED = {
    "brief paper", "next paper", "compare to", "criteria use", "criteria candidates", "panel countries",
    "screen encoding", "screen sheet", "screen threads", "site countries", "site workers",
}  # fmt: skip
"""Defaults that only a file, a server, a whole model or all countries would show."""


def stated() -> Iterator[tuple[Endpoint, Param, str]]:
    """Yield every parameter of which a word says what is assumed, and what."""
    for word in listing.declared():
        endpoint = catalog.load(word)
        for param in endpoint.params:
            if found := re.search(r"\bdefault (.+?)\.$", param.says):
                yield endpoint, param, found[1]


def taken(endpoint: Endpoint, param: Param) -> Any:
    """What the function assumes; None where it is worked out, or the word has no function."""
    if endpoint.function is None:
        return None
    given = inspect.signature(endpoint.function).parameters.get(param.python or param.name)
    return None if given is None or given.default == () else given.default


STATED = list(stated())
LITERAL = [(one, param, said) for one, param, said in STATED if taken(one, param) is not None]
DAYS = [one for one, param, said in STATED if (param.name, said) == ("on", "today") and one.under != "models"]
BY_EFFECT = {
    ("changes", "since"): ("2025-11-28", "2025-11-27"),
    ("changes", "until"): (TODAY, "2026-11-27"),
    ("claims", "as_of"): (TODAY, "2023-01-01"),
    ("panel", "start"): (1960, 1961),
    ("panel", "end"): (2025, 2024),
}
"""What is assumed on the day that these tests take for today, and something else, which changes the answer."""


def said(endpoint: Endpoint, **given: object) -> dict[str, Any]:
    """The answer in JSON to the word's own example, with these parameters in the place of the example's."""
    asked = {name: value for name, value in endpoint.example.items() if name not in given} | given
    told: dict[str, Any] = endpoint.answered({name: value for name, value in asked.items() if value}).to_dict()
    return told


@pytest.mark.parametrize(("endpoint", "param", "text"), LITERAL, ids=lambda one: getattr(one, "word", None))
def test_a_stated_value_is_the_one_of_the_function(endpoint: Endpoint, param: Param, text: str) -> None:
    assert text.replace(",", "") == str(taken(endpoint, param))
    assert param.default in (None, taken(endpoint, param))


@pytest.mark.parametrize("word", CONSTANTS)
def test_a_stated_value_is_the_constant(word: tuple[str, str]) -> None:
    (text,) = [text for endpoint, param, text in STATED if (endpoint.word, param.name) == word]
    assert text.replace(",", "") == str(CONSTANTS[word])


@pytest.mark.parametrize("endpoint", DAYS, ids=lambda endpoint: endpoint.word)
def test_the_day_is_today(endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MNNA_TODAY", TODAY)
    more: dict[str, object] = {"country": "MEX"} if endpoint.word == "compare" else {}
    assert said(endpoint, on=None, **more) == said(endpoint, on=TODAY, **more)
    assert said(endpoint, on=TODAY, **more) != said(endpoint, on="2003-06-01", **more)


@pytest.mark.parametrize("word", BY_EFFECT)
def test_what_is_worked_out_is_what_is_stated(word: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MNNA_TODAY", TODAY)
    (name, param), (usual, other) = word, BY_EFFECT[word]
    fixed: dict[str, object] = {"countries": "COL", "statuses": "mnna"} if name == "panel" else {}
    fixed |= {one: None for _, one in BY_EFFECT if one != param}
    endpoint = catalog.load(name)
    assert said(endpoint, **fixed, **{param: None}) == said(endpoint, **fixed, **{param: usual})
    assert said(endpoint, **fixed, **{param: usual}) != said(endpoint, **fixed, **{param: other})


def test_no_default_is_left_out_here() -> None:
    shown = {(one.word, param.name) for one, param, _ in LITERAL} | CONSTANTS.keys() | BY_EFFECT.keys()
    shown |= {(one.word, "on") for one, _, said in STATED if said == "today"}
    left = {f"{one.word} {param.name}" for one, param, _ in STATED if (one.word, param.name) not in shown}
    assert left == NOT_ASKED
