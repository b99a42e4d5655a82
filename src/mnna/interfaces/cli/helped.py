"""What commands are made of: paths that the user names, our own option for help, and lists of words in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from mnna.interfaces import listing

if TYPE_CHECKING:
    from pathlib import Path


class GivenPath(click.ParamType["Path"]):
    """A file or folder that the user names."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """What was typed, as a path."""
        from pathlib import Path  # most questions name no file

        return Path(value)


class Option(click.Option):
    """An option whose help is one paragraph; click looks for indents in it with a module that takes long to load."""

    def __init__(self, names: Sequence[str], *, help: str, **given: Any) -> None:
        super().__init__(names, **given)
        self.help = help


def told(says: str, tell: Callable[[click.Context], str], *flags: str) -> Option:
    """An option that prints something in the place of an answer. Click's own look for translations at every start."""

    def print_it(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked:
            click.echo(tell(ctx))
            ctx.exit()

    return Option(flags, is_flag=True, is_eager=True, expose_value=False, callback=print_it, help=says)


HELP = told("Show this message and exit.", click.Context.get_help, "-h", "--help")


class Helped(click.Command):
    """A command with our own option for help."""

    def get_help_option(self, ctx: click.Context) -> Option:
        """The option that prints the help."""
        return HELP


def list_words(formatter: click.HelpFormatter, title: str, words: Iterable[listing.Listed]) -> None:
    """A section of help with words and what each tells; nothing where there are none."""
    if found := [(one.word, one.says) for one in words]:
        with formatter.section(title):
            formatter.write_dl(found)
