"""What commands are made of: paths, our own option for help, and lists of words."""

from __future__ import annotations

from pathlib import Path

import click
from click.testing import CliRunner

from mnna.interfaces.cli.helped import GivenPath, Helped, list_words, told
from mnna.interfaces.listing import Listed


def test_a_command_has_our_help_under_both_names() -> None:
    for asked in ("-h", "--help"):
        ran = CliRunner().invoke(Helped("say", help="Says."), [asked])
        assert ran.exit_code == 0 and "Says." in ran.output and "Show this message and exit." in ran.output


def test_an_option_that_tells_something_stands_in_the_place_of_an_answer() -> None:
    option = told("Says what it is.", lambda ctx: f"this is {ctx.command.name}", "--which")
    of = click.Command("say", params=[option], callback=lambda: click.echo("an answer"))
    assert CliRunner().invoke(of, ["--which"]).output == "this is say\n"
    assert CliRunner().invoke(of).output == "an answer\n"


def test_a_path_is_what_was_typed() -> None:
    assert GivenPath().convert("a/b.csv", None, None) == Path("a/b.csv")


def test_words_are_listed_under_a_title_and_no_title_without_words() -> None:
    formatter = click.HelpFormatter()
    list_words(formatter, "Law", [Listed("law", "what a law says", group="Law")])
    list_words(formatter, "Nothing", [])
    assert formatter.getvalue() == "Law:\n  law  what a law says\n"
