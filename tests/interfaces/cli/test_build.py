"""A command made from a declaration: its arguments and options, and what it prints."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from mnna.errors import BadQuestion
from mnna.interfaces import catalog
from mnna.interfaces.cli.build import Shelf, Word, command, options, show
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import FACTS, ON, Param
from mnna.present.document import Document

TEXT = Param("name", "A name.", positional=True, needed=True)
MANY = Param("rest", "The rest.", positional=True, many=True)
TAGS = Param("tag", "A tag.", many=True)
COUNT = Param("count", "How many.", {"type": "integer", "minimum": 1, "maximum": 3}, kind="integer")
LOUD = Param("loud", "Loud.", kind="flag")
KIND = Param("kind", "Which kind.", choices=lambda: [("a", "A"), ("b", "B")], strict=True)


class Said:
    """An answer that shows what was given."""

    stamp = None

    def __init__(self, given: Any) -> None:
        self.given = {name: value for name, value in given.items() if name != "progress"}

    def to_dict(self) -> dict[str, Any]:
        return dict(self.given)


def made(*params: Param, **more: Any) -> click.Command:
    shown = {"document": lambda answer: Document(title=f"given {answer.given.get('name')}")}
    given: dict[str, Any] = (
        {"ask": lambda given, facts: Said({**given, "facts": facts}), "function": print} | shown | more
    )
    return command(Endpoint(word="say", group="Law", says="s", help="Says.", params=params, **given))


def ran(of: click.Command, *words: str) -> dict[str, Any]:
    result = CliRunner().invoke(of, [*words, "--json"])
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_arguments_and_options_are_read_as_their_kinds() -> None:
    of = made(TEXT, MANY, TAGS, COUNT, LOUD, KIND)
    told = ran(of, "x", "y", "z", "--tag", "1", "--tag", "2", "--count", "3", "--loud", "--kind", "b")
    assert told == {
        "name": "x", "rest": ["y", "z"], "tag": ["1", "2"], "count": 3, "loud": True, "kind": "b", "facts": None,
    }  # fmt: skip
    assert ran(of, "x") == {
        "name": "x", "rest": [], "tag": [], "count": None, "loud": False, "kind": None, "facts": None,
    }  # fmt: skip


@pytest.mark.parametrize("words", [["x", "--count", "4"], ["x", "--count", "0"], []])
def test_what_a_kind_does_not_take_is_refused(words: list[str]) -> None:
    assert CliRunner().invoke(made(TEXT, COUNT, KIND), words).exit_code == 2


def test_a_word_that_is_none_of_a_few_is_refused_with_the_nearest() -> None:
    wrong = CliRunner().invoke(made(TEXT, KIND), ["x", "--kind", "c"]).exception
    assert isinstance(wrong, BadQuestion) and str(wrong).startswith("kind c: it is not an accepted value. Did you mean")


@pytest.mark.parametrize("words", [["--count", "1", "--count", "2"], ["--kind", "a", "--kind=a"]])
def test_an_option_that_takes_one_value_is_given_once(words: list[str]) -> None:
    wrong = CliRunner().invoke(made(TEXT, COUNT, KIND), ["x", *words]).exception
    assert isinstance(wrong, BadQuestion) and "given more than once" in str(wrong)


def test_the_options_every_word_has_come_last() -> None:
    endpoint = catalog.load("status")._replace(params=(ON, FACTS, TAGS))
    assert [one.name for one in options(endpoint)] == ["tag", "on", "facts", "as_json"]
    assert [one.name for one in options(endpoint, as_json=False)] == ["tag", "on", "facts"]


def test_help_names_what_stands_for_a_value() -> None:
    text = CliRunner().invoke(made(TEXT, MANY, TAGS, COUNT, LOUD, KIND), ["--help"]).stdout
    assert "NAME [REST]..." in text and "--tag TAG" in text and "A tag; may be repeated." in text
    assert "--kind [a|b]" in text and "--loud " in text and "-o, --output" not in text


def test_text_is_printed_or_a_file_is_written(tmp_path: Path) -> None:
    assert "given x" in CliRunner().invoke(made(TEXT), ["x"]).stdout.casefold()
    saved: list[Any] = []
    output = Param("output", "A file.", flags=("-o", "--output"))
    of = made(TEXT, output, save=lambda answer, given: saved.append((answer.given["name"], given["output"])))
    result = CliRunner().invoke(of, ["x", "-o", "f.csv"])
    assert saved == [("x", "f.csv")] and result.stdout == "" and result.stderr == "wrote f.csv\n"


def test_a_word_that_only_gathers_is_a_shelf_and_one_that_acts_makes_its_own() -> None:
    shelf = made(function=None)
    assert isinstance(shelf, Shelf) and not isinstance(made(TEXT), Shelf) and isinstance(made(TEXT), Word)
    own = click.Command("own")
    assert made(command=lambda: own) is own


def test_a_shelf_knows_only_the_words_below_it() -> None:
    shelf = command(catalog.load("models"))
    assert isinstance(shelf, Shelf)
    context = click.Context(shelf)
    found = shelf.list_commands(context)
    assert found and shelf.get_command(context, found[0]) is not None and shelf.get_command(context, "status") is None


def test_what_a_word_that_acts_says_goes_where_it_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    show({"ä": 1}, Document(title="Done"), as_json=True)
    show({}, Document(title="Done"), as_json=False, err=True)
    out, err = capsys.readouterr()
    assert json.loads(out) == {"ä": 1} and "ä" in out and "done" in err.casefold()


def test_a_check_that_found_something_ends_with_1_after_its_answer() -> None:
    for fails, code in ((True, 1), (False, 0)):
        result = CliRunner().invoke(made(TEXT, fails=lambda _, fails=fails: fails), ["x", "--json"])
        assert result.exit_code == code and json.loads(result.stdout)["name"] == "x"


def test_a_pair_takes_two_values_and_is_not_repeated() -> None:
    from mnna.interfaces.cli.build import options
    from mnna.interfaces.words.law import ENDPOINT

    (option,) = [one for one in options(ENDPOINT) if one.name == "between"]
    assert option.nargs == 2 and not option.multiple
