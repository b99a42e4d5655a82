"""The answers of every word as they are: a limit, a width or a word of what is printed that changes shows in a file.

The questions are of fixed days; a correction of the registry changes those answers it touches, and `./run golden`
writes them anew.
"""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import pytest

from mnna.interfaces import catalog
from mnna.interfaces.cli.build import command_of
from mnna.interfaces.endpoint import Endpoint
from tests.golden import kept, unstamped
from tests.interfaces.kept import digest, lines, picture

GOLDEN = Path(__file__).with_name("golden")
QUESTIONS = (Path(__file__).with_name("questions.txt")).read_text(encoding="utf-8").splitlines()
OWN = Path(__file__).with_name("own_facts")
"""A folder of a user's own facts, `OWN` in a question."""
LISTS = {"--list", "--types", "--all", "--year", "--enact", "--registry"}
"""With these a command tells what most have no page or no rows for."""


SAID: dict[str, str] = {}
"""What Python shows of each answer that was asked for so far."""


def answered(endpoint: Endpoint, words: list[str]) -> Any:
    """The answer to what was typed behind a word."""
    typed = [str(OWN) if word == "OWN" else word for word in words]
    given = command_of(endpoint.word).make_context(endpoint.word, typed).params
    facts = given.pop("facts", None)
    return endpoint.answered({name: one for name, one in given.items() if name not in ("as_json", "picture")}, facts)


def told(question: str) -> list[str]:
    """How the answer is set out; on its page and in a terminal too where that differs; its pictures, and its rows."""
    word, *words = shlex.split(question)
    endpoint = catalog.load(word)
    answer = answered(endpoint, words)
    if endpoint.under != "models":
        SAID[question] = unstamped(repr(answer))
    if LISTS & set(words):
        return [f"$ {question}", *lines(endpoint.shown(answer, "terminal"))]
    shown = [*lines(endpoint.shown(answer))]
    found = [f"$ {question}", *shown]
    for where, shown_there in (
        ("on its page", endpoint.shown(answer, "page")),
        ("in a terminal", endpoint.shown(answer, "terminal")),
    ):
        told = [*lines(shown_there)]
        found += [f"== {where}", *(one for one in told if one not in shown)] if told != shown else []
    found += [f"== asked: {dict(endpoint.asked(answer))}"] if endpoint.asked is not None else []
    if endpoint.under == "models":  # only what is printed is the same to the last digit on every machine
        return found
    if endpoint.pictures is not None:
        found += ["== in pictures", *(picture(one) for one in endpoint.pictures(answer))]
    if endpoint.rows is not None:
        rows = endpoint.table(answer)
        found += [
            f"== {len(rows)} rows of {', '.join(dict.fromkeys(name for row in rows for name in row))}",
            digest(rows),
        ]
    return found


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer(question: str) -> None:
    name = "-".join("".join(mark if mark.isalnum() else " " for mark in question).split())
    kept(GOLDEN / f"{name}.txt", "\n".join(told(question)))


def test_what_python_shows_of_the_answers() -> None:
    """Of all that were asked for, in one file; this test comes after the others."""
    assert all("\n" not in said for said in SAID.values())
    if SAID.keys() >= {one for one in QUESTIONS if catalog.load(shlex.split(one)[0]).under != "models"}:
        kept(GOLDEN / "in-python.txt", "\n".join(f"{question}\t{said}" for question, said in SAID.items()))
