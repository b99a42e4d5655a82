"""Helpers of commands: the option `--json`, a progress bar, the width of text, and a clean end on SIGTERM."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import click

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")


def shows_progress() -> bool:
    """Return whether a progress bar can be shown: standard error is a terminal, and `rich` is installed."""
    from importlib.util import find_spec  # a short answer needs no bar

    return sys.stderr.isatty() and find_spec("rich") is not None


@contextmanager
def working(doing: str) -> Iterator[dict[str, Any]]:
    """Show a progress bar where standard error is a terminal; yield `progress`, the function that moves it."""
    if not doing or not shows_progress():
        yield {}
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=None)
        yield {"progress": lambda done, all_: bar.update(task, completed=done, total=all_)}


def width() -> int:
    """Return the width of text in columns: that of the terminal, between 60 and 110; 100 where there is no terminal."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):  # a closed standard output has no file number
        columns = 100
    return max(60, min(columns, 110))


@contextmanager
def interruptible() -> Iterator[None]:
    """Treat SIGTERM like an interrupt from the keyboard, so that temporary files are removed."""
    import signal  # few commands work for so long

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
