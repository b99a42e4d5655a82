"""`mnna`: the words in groups, each loaded only when it is asked for, and a country in the place of a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from mnna._version import __version__
from mnna.errors import BadQuestion, alike
from mnna.interfaces import listing

if TYPE_CHECKING:
    from pathlib import Path

MORE = "`mnna law --help` explains a command. A country instead of a command gives its memo: `mnna MEX`."


class GivenPath(click.ParamType["Path"]):
    """A file or folder that the user names."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """What was typed, as a path."""
        from pathlib import Path  # most questions name no file

        return Path(value)


def _told(says: str, tell: Callable[[click.Context], str], *flags: str) -> click.Option:
    """An option that prints something in the place of an answer. Click's own look for translations at every start."""

    def print_it(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked:
            click.echo(tell(ctx))
            ctx.exit()

    return click.Option(flags, is_flag=True, is_eager=True, expose_value=False, callback=print_it, help=says)


FACTS = click.Option(["--facts"], type=GivenPath(), envvar="MNNA_FACTS", help="A folder of your own tables of facts.")
HELP = _told("Show this message and exit.", click.Context.get_help, "-h", "--help")
VERSION = _told("Show the version and exit.", lambda _: f"mnna {__version__}", "--version")


class Helped(click.Command):
    """A command with our own option for help."""

    def get_help_option(self, ctx: click.Context) -> click.Option:
        """The option that prints the help."""
        return HELP


class Words(Helped, click.Group):
    """The commands, imported one at a time so that a short answer does not wait for the long ones."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the documentation."""
        return [one.word for one in listing.listed()]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name, or None."""
        return command_of(name) if name in listing.names() else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command asked for, or the memo on a country; anything else is refused with the nearest."""
        if args and args[0] not in listing.names() and not args[0].startswith("-"):
            return None, _of_a_country(args[0]), args
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The shown words by group, without importing them."""
        for group in listing.GROUPS:
            shown = [one for one in listing.listed() if one.group == group and not one.under]
            list_words(formatter, group, shown)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What else can be asked."""
        formatter.write_paragraph()
        formatter.write_text(MORE)


def command_of(word: str) -> click.Command:
    """The command of a word."""
    if word in listing.declared():
        from mnna.interfaces.catalog import load
        from mnna.interfaces.cli.build import command

        return command(load(word))
    made: click.Command = import_module(f"mnna.interfaces.cli.{word.replace('-', '_')}").command
    return made


def _of_a_country(asked: str) -> click.Command:
    """The memo on a country; raises `BadQuestion` with the nearest commands for any other word."""
    from mnna.registry.countries import known, nearest

    if known(asked) is None:
        found = alike(asked, sorted(listing.names()), 3, 0.6) or nearest(asked)[:3]
        raise BadQuestion(asked, "there is no such command or country", found, "`mnna --help` lists the commands.")
    from mnna.interfaces.cli.build import command
    from mnna.interfaces.cli.short import SHORT

    return command(SHORT)


@click.group(
    cls=Words,
    params=[FACTS, VERSION],
    context_settings={"help_option_names": ["-h", "--help"]},
    subcommand_metavar="COMMAND [ARGS]...",
)
@click.pass_context
def mnna(ctx: click.Context, facts: Path | None) -> None:
    """Exact, dated, cited answers on US security-cooperation status and what US law gives or denies because of it."""
    ctx.obj = facts


def list_words(formatter: click.HelpFormatter, title: str, words: Iterable[listing.Listed]) -> None:
    """A section of help with words and what each tells; nothing where there are none."""
    if found := [(one.word, one.says) for one in words]:
        with formatter.section(title):
            formatter.write_dl(found)
