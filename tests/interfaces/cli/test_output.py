"""The bar of progress and the width of text."""

from __future__ import annotations

import io
import os
import signal
import sys
import tempfile
from pathlib import Path

import pytest

from mnna.interfaces.cli import output
from mnna.interfaces.cli.output import interruptible, shows_progress, width, working
from tests.terminal import run


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
    monkeypatch.setattr(output, "shows_progress", lambda: True)
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
