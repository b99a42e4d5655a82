"""What all commands share: the options every word takes, one JSON document, and wrapped text."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from mnna.interfaces.params import FACTS

Command = TypeVar("Command", bound=Callable[..., Any])


def json_option(command: Command) -> Command:
    """`--json`, one JSON document on standard output and nothing else."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")(command)


def facts_option(command: Command) -> Command:
    """`--facts`, a folder of the user's own tables; falls back to the one given before the command."""

    def fallback(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
        return value if value is not None else ctx.find_root().obj

    return click.option(
        "--facts",
        type=click.Path(path_type=Path),
        metavar="DIR",
        callback=fallback,
        help=FACTS.says,
    )(command)


def show(as_json: bool, document: dict[str, Any], lines: Callable[[dict[str, Any]], Iterable[str]]) -> None:
    """Print the document as JSON, or as the lines a reader wants."""
    if as_json:
        import json

        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(lines(document)))


def shows_progress() -> bool:
    """Whether a progress bar can be shown: standard error is a terminal, and the library that draws is installed."""
    from importlib.util import find_spec  # a short answer needs no bar

    return sys.stderr.isatty() and find_spec("rich") is not None


@contextmanager
def working(doing: str) -> Iterator[dict[str, Any]]:
    """A bar on standard error where that is a terminal; gives `progress`, the function that moves it."""
    if not doing or not shows_progress():
        yield {}
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=None)
        yield {"progress": lambda done, all_: bar.update(task, completed=done, total=all_)}


def width() -> int:
    """The columns of text: those of the terminal, between 60 and 110; 100 where there is no terminal."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):  # a standard output that is closed has not even a number
        columns = 100
    return max(60, min(columns, 110))


def wrapped(text: str, first: str = "", rest: str | None = None) -> list[str]:
    """A paragraph folded to the terminal, with an indent for its first line and for the rest."""
    columns, lines, line = width(), [], first
    for word in text.replace("\n", " ").split(" "):  # two spaces in a row stay two
        if line.strip() and len(line) + len(word) > columns:
            lines.append(line.rstrip())
            line = first if rest is None else rest
        line += f"{word} "
    return [*lines, line.rstrip()]


def heading(text: str) -> list[str]:
    """A heading with an empty line before it."""
    return ["", text.upper()]


def foot(document: dict[str, Any]) -> list[str]:
    """The stamp that lets two people tell whether they asked the same law and facts."""
    stamp = document["stamp"]
    return ["", f"law {stamp['law']} · facts {stamp['facts']} · mnna {stamp['version']}"]
