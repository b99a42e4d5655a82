"""A declaration of a word: which parameters are taken where, what becomes of what is given, and what is refused."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from mnna.errors import BadQuestion
from mnna.interfaces import catalog
from mnna.interfaces.endpoint import HEAD, Endpoint, checked, classes, documented, later
from mnna.interfaces.listing import FOLDER
from mnna.interfaces.params import Param
from mnna.present.document import Document


def plus(first: int, second: int = 2, *, loud: bool = False, facts: Path | None = None) -> tuple[Any, ...]:
    """Add two numbers."""
    return first, second, loud, facts


FIRST = Param("first", "The first.", kind="integer", needed=True, where="query")
SECOND = Param("second", "The second.", kind="integer", python="second")
LOUD = Param("loud", "Whether loud.", kind="flag")
FACTS = Param("facts", "A folder of your own facts (also MNNA_FACTS).", doors=("cli", "python"), kind="path")
PLUS = Endpoint(
    word="plus-one", group="Law", says="a sum", help="Adds.", function=plus, params=(FIRST, SECOND, LOUD, FACTS),
    address="/plus/{first}",
)  # fmt: skip


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ({"first": "1"}, (1, 2, False, None)),
        ({"first": 1, "second": "3", "loud": True}, (1, 3, True, None)),
        ({"first": 1, "second": None, "loud": False}, (1, 2, False, None)),
        ({"first": 1, "second": ()}, (1, 2, False, None)),
    ],
)
def test_what_is_given_becomes_arguments_and_the_rest_is_left_to_defaults(
    given: dict[str, Any], answer: tuple[Any, ...]
) -> None:
    assert PLUS.answered(given) == answer


def test_the_users_facts_come_from_beside_the_question() -> None:
    assert PLUS.answered({"first": 1, "facts": "no"}, Path("mine")) == (1, 2, False, Path("mine"))


def test_what_is_needed_and_not_given_is_said() -> None:
    with pytest.raises(BadQuestion, match=r"the word plus-one: it needs first\. The first\."):
        PLUS.answered({"second": 3})


def test_a_word_may_ask_otherwise() -> None:
    asked = PLUS._replace(ask=lambda given, facts: (given["first"], facts))
    assert asked.answered({"first": "as it is"}, Path("f")) == ("as it is", Path("f"))


def test_parameters_know_their_doors_and_their_place_in_the_address() -> None:
    assert [one.name for one in PLUS.taken("http")] == ["first", "second", "loud"]
    assert [(one.name, one.where) for one in PLUS.of_page()] == [
        ("first", "path"),
        ("second", "query"),
        ("loud", "query"),
    ]


def test_the_name_in_python() -> None:
    assert PLUS.python_name == "plus_one" and PLUS._replace(python="add").python_name == "add"


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"group": "Magic"}, "the word plus-one is in no group 'Magic'; the groups are Country, Law"),
        ({}, "the word plus-one has an address and so needs `answer` and `document`"),
    ],
)
def test_a_declaration_that_contradicts_itself_is_refused(change: dict[str, Any], wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong.replace("(", r"\(")):
        checked(PLUS._replace(**change))
    assert checked(PLUS._replace(address="")).word == "plus-one"


def test_a_docstring_ends_with_its_parameters_once() -> None:
    text = documented(PLUS).__doc__ or ""
    assert documented(PLUS).__doc__ == text and text.count(HEAD) == 1
    assert text.startswith("Add two numbers.\n\n    Parameters:\n        first: The first.\n        second: ")
    assert text.endswith("facts: A folder of your own facts.")
    with pytest.raises(AssertionError, match="the word plus-one is no function"):
        documented(PLUS._replace(function=None))


def test_an_answer_is_stamped_when_it_is_shown() -> None:
    status = catalog.load("status")
    answer = status.answered({"country": "MEX", "on": "2024-06-01"})
    assert dict(status.shown(answer).stamp) == answer.stamp._asdict()
    own = status._replace(document=lambda _: Document(title="t", stamp=(("law", "x"),)), page=None)
    assert own.shown(answer).stamp == own.shown(answer, "page").stamp == (("law", "x"),)
    page = own._replace(page=lambda _: Document(title="page"))
    assert page.shown(answer, "page").title == "page" and page.shown(answer).title == "t"


def test_packages_that_are_not_there_leave_the_schema_open() -> None:
    def missing() -> Any:
        raise ModuleNotFoundError("numpy")

    assert PLUS._replace(answers=missing, tool="add").schema() == {"title": "add", "type": "object", "properties": {}}
    assert catalog.load("status").schema()["title"]


def test_the_module_is_imported_by_the_call() -> None:
    code = (
        "import sys; from mnna.interfaces.endpoint import later; found = later('search', 'plain');"
        "assert 'mnna.interfaces.search' not in sys.modules; assert found('A.B.C. x') == 'abc x'"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    assert later("search", "plain")("§ 5") == "5"


def test_every_function_that_a_word_names_is_there() -> None:
    words = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))
    named = re.findall(r'later\("([\w.]+)", "(\w+)"\)', words)
    assert len(named) == words.count("later(") > 5
    assert [one for one in named if not callable(getattr(import_module(f"mnna.interfaces.{one[0]}"), one[1]))] == []


def test_the_classes_that_a_word_names_are_imported_by_the_call() -> None:
    found = classes("answers.what_if.WhatIfAnswer", "answers.enact.EnactAnswer")()
    assert [one.__name__ for one in found] == ["WhatIfAnswer", "EnactAnswer"]
