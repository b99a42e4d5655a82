"""The command `mnna`: its commands in groups, each loaded when it is called, and a country in place of a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from mnna._version import __version__
from mnna.errors import BadQuestion, alike
from mnna.interfaces import listing
from mnna.interfaces.cli.helped import GivenPath, Helped, Option, list_words, told

if TYPE_CHECKING:
    from pathlib import Path

MORE = "`mnna law --help` explains a command. A country instead of a command gives its memo: `mnna MEX`."

FACTS = Option(["--facts"], type=GivenPath(), envvar="MNNA_FACTS", help="A folder of your own tables of facts.")
VERSION = told("Show the version and exit.", lambda _: f"mnna {__version__}", "--version")


class Words(Helped, click.Group):
    """The group of all commands, imported one at a time so that a quick answer does not wait for the slow modules."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of the documentation."""
        return [one.word for one in listing.listed()]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Return the command of that name, or None."""
        if name not in listing.declared():
            return None
        from mnna.interfaces.cli.build import command_of  # listing the commands does not need it

        return command_of(name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command, or the memo command for a country; raises `BadQuestion` for any other word."""
        if args and args[0] not in listing.declared() and not args[0].startswith("-"):
            return None, _of_a_country(args[0]), args
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by group, without importing them."""
        for group in listing.GROUPS:
            shown = [one for one in listing.listed() if one.group == group and not one.under]
            list_words(formatter, group, shown)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how to get more help, and that a country can replace a command."""
        formatter.write_paragraph()
        formatter.write_text(MORE)


def _of_a_country(asked: str) -> click.Command:
    """Return the memo command for a country; raises `BadQuestion` with the nearest commands for any other word."""
    from mnna.registry.countries import known, nearest

    if known(asked) is None:
        found = alike(asked, listing.declared(), 3, 0.7) or nearest(asked)[:3]
        raise BadQuestion(asked, "there is no such command or country", found, "`mnna --help` lists the commands.")
    from mnna.interfaces.cli.build import command
    from mnna.interfaces.words.next import ENDPOINT

    return command(ENDPOINT._replace(word="COUNTRY"))


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
