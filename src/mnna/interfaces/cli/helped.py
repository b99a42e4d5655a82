"""Building blocks of commands: paths that the user gives, options, help, and lists of commands in help.

Also a progress bar, the width of text, and a clean end on SIGTERM.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from mnna.as_typed import meant
from mnna.errors import BadQuestion, alike
from mnna.interfaces import listing

if TYPE_CHECKING:
    from pathlib import Path
    from types import FrameType


class GivenPath(click.ParamType["Path"]):
    """A file or folder that the user gives."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return what was typed as a path."""
        from pathlib import Path  # most questions name no file

        return Path(value)


class Choice(click.Choice[str]):
    """One of a few words, or another name of one; another is refused in our own form, with the nearest."""

    def __init__(self, words: Sequence[str], names: Iterable[tuple[str, str]]) -> None:
        super().__init__(words)
        self.names = names

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word that is meant; raises `BadQuestion` for another."""
        value = meant(value, self.choices, self.names)
        if value not in self.choices:
            near = alike(value.lower(), self.choices, 3, 0.5) or list(self.choices)
            asked = f"{param.opts[-1] if param else ''} {value}".strip()
            raise BadQuestion(asked, "it is not an accepted value", near, "")
        return str(value)


class Option(click.Option):
    """An option with one paragraph of help; click's own option imports a slow module to look for indents in it."""

    def __init__(self, names: Sequence[str], *, help: str, **given: Any) -> None:
        super().__init__(names, **given)
        self.help = help

    def add_to_parser(self, parser: Any, ctx: click.Context) -> None:
        """Collect every value of an option that takes one: click would keep the last and lose the others in silence."""
        if self.is_flag or self.multiple or self.count:
            super().add_to_parser(parser, ctx)
        else:
            parser.add_option(obj=self, opts=self.opts, dest=self.name, action="append", nargs=self.nargs)

    def consume_value(self, ctx: click.Context, opts: Any) -> tuple[Any, Any]:
        """Return the value and where it is from; raises `BadQuestion` for an option given twice."""
        value, source = super().consume_value(ctx, opts)
        if isinstance(value, list) and not self.multiple and source is ParameterSource.COMMANDLINE:
            if len(value) > 1:
                raise BadQuestion(self.opts[-1], "it is given more than once", (), "Give it once.")
            value = value[0]
        return value, source


def told(says: str, tell: Callable[[click.Context], str], *flags: str) -> Option:
    """Return an option that prints text and ends the command. Click's own loads translations at every start."""

    def print_it(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked:
            click.echo(tell(ctx))
            ctx.exit()

    return Option(flags, is_flag=True, is_eager=True, expose_value=False, callback=print_it, help=says)


HELP = told("Show this message and exit.", click.Context.get_help, "-h", "--help")


class Helped(click.Command):
    """A command with our own help option."""

    def get_help_option(self, ctx: click.Context) -> Option:
        """Return the option that prints the help."""
        return HELP


def list_words(formatter: click.HelpFormatter, title: str, words: Iterable[listing.Listed]) -> None:
    """Write a section of help with the commands and what each does; without commands, no section."""
    if found := [(one.word, one.says) for one in words]:
        with formatter.section(title):
            formatter.write_dl(found)


JSON_HELP = "Print one JSON document and nothing else."


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
