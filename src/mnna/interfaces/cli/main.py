"""The terminal's door: one command per word, each loaded only when it is asked for."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path

import click

from mnna import __version__
from mnna.errors import BadQuestion, MnnaError, alike, shortened

COMMANDS = {
    "status": "who holds what on a day, by which act",
    "holders": "which countries hold a status on a day",
    "authorities": "what the law gives or denies a country",
    "what-if": "what designation or termination would change",
    "unlocks": "which single status or fact would turn a no into a yes",
    "case": "whether one arms transfer must be notified to Congress",
    "law": "any encoded provision, by id or citation",
    "source": "where a fact comes from",
    "screen": "whole files of cases, row by row",
    "compare": "a candidate beside the incumbents as each joined",
    "timeline": "the dated political record of a country",
    "claims": "whether each claim of an article is right",
    "rank": "who is next, by a declared and back-tested rule",
    "criteria": "who should be next, under every weighting of your criteria",
    "effects": "what designation changed where it happened",
    "indicators": "the figures, with their sources and coverage",
    "brief": "all of it for one country in one document",
    "refresh": "newer vintages of the figures, from their producers",
    "ingest": "your own figures, such as a SIPRI export",
    "serve": "everything in a browser on this machine",
    "mcp": "the same words as tools for assistants",
}
"""Command to what it answers; each lives in `mnna.interfaces.cli`, in a module of the same name with `_` for `-`."""


class Words(click.Group):
    """The commands, imported one at a time so that a short answer does not wait for the long ones."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order of the documentation."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name, or None."""
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"mnna.interfaces.cli.{name.replace('-', '_')}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command asked for; an unknown one is refused with the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            found = alike(args[0], COMMANDS, 3, 0.4)
            raise BadQuestion(f"mnna {args[0]}", "there is no such command", found, "`mnna --help` lists them all.")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands with what each answers, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Words, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--facts", type=click.Path(path_type=Path), envvar="MNNA_FACTS", help="A folder of your own tables of facts."
)
@click.version_option(__version__, message="mnna %(version)s")
@click.pass_context
def mnna(ctx: click.Context, facts: Path | None) -> None:
    """Exact, dated, cited answers on US security-cooperation status and what the law makes of it."""
    ctx.obj = facts


SOME_OBJECTS = 100_000
"""An answer makes some ten thousand objects and no rubbish: to look for it, and once more at the end, takes a fifth of
the time."""


def program() -> None:
    """`main` in a process of its own, which ends with it."""
    gc.set_threshold(SOME_OBJECTS)
    try:
        main()
    finally:
        if "duckdb" not in sys.modules:  # it counts what is left at the end, and complains on standard error
            gc.freeze()


def main() -> None:
    """Run the command line; errors go to standard error with exit code 2 (bad question) or 1 (no answer here)."""
    try:
        mnna(prog_name="mnna", standalone_mode=False)
    except MnnaError as error:
        _stop(str(error), error.exit_code)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2 if isinstance(error, click.UsageError) else 1)
    except (click.Abort, KeyboardInterrupt):
        _stop("interrupted", 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        if os.environ.get("MNNA_DEBUG"):
            raise
        _stop(f"{shortened(str(error.filename or 'the output'))}: {error.strerror or error}", 1)
    except Exception as error:
        if os.environ.get("MNNA_DEBUG"):
            raise
        _stop(
            f"mnna failed on this question ({type(error).__name__}: {error}). This is a mistake in mnna, not in what "
            "you asked; set MNNA_DEBUG=1 to see where.",
            1,
        )


def _stop(message: str, code: int) -> None:
    click.echo(f"mnna: {message}", err=True)
    sys.exit(code)
