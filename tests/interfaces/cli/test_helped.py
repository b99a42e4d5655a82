"""What commands are made of: paths, our own option for help, and lists of words."""

from __future__ import annotations

import io
import os
import signal
import sys
import tempfile
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from mnna.interfaces.cli import helped
from mnna.interfaces.cli.helped import (
    GivenPath,
    Helped,
    interruptible,
    list_words,
    shows_progress,
    told,
    width,
    working,
)
from mnna.interfaces.listing import Listed
from tests.terminal import run


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


@pytest.mark.parametrize(("columns", "wide"), [(20, 60), (60, 60), (80, 80), (110, 110), (300, 110)])
def test_text_is_as_wide_as_the_terminal_within_reason(
    columns: int, wide: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((columns, 40)))
    monkeypatch.setattr(sys, "stdout", type("Terminal", (io.StringIO,), {"fileno": lambda self: 1})())
    assert width() == wide


@pytest.mark.parametrize("stream", [None, io.StringIO()])
def test_without_a_terminal_text_has_a_hundred_columns(stream: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", stream)
    assert width() == 100


def test_there_is_no_bar_where_nobody_sees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert not shows_progress()
    with working("counting") as given:
        assert given == {}


def test_a_terminal_shows_a_bar_only_for_long_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", type("Terminal", (io.StringIO,), {"isatty": lambda self: True})())
    pytest.importorskip("rich")
    assert shows_progress()
    with working("") as given:
        assert given == {}
    monkeypatch.setattr(helped, "shows_progress", lambda: True)
    with working("counting") as given:
        given["progress"](1, 2)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert not shows_progress()


def test_a_request_to_end_leaves_no_temporary_file(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(KeyboardInterrupt), interruptible(), tempfile.TemporaryDirectory(dir=tmp_path):
        os.kill(os.getpid(), signal.SIGTERM)
    assert list(tmp_path.iterdir()) == [] and signal.getsignal(signal.SIGTERM) is before


def test_refresh_hears_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(*asked: object, **more: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr("mnna.series.refresh.refresh", ended)
    found = run("refresh", "v-dem", "--yes")
    assert (found.code, found.err.strip()) == (130, "mnna: interrupted")
