"""Commands made from declarations: arguments and options, help, and the answer as text or as JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from mnna.engine.record import json_text
from mnna.interfaces import catalog, listing
from mnna.interfaces.cli.helped import JSON_HELP, Choice, GivenPath, Helped, Option, list_words, width, working
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import Param

if TYPE_CHECKING:
    from pathlib import Path

    from mnna.present.document import Document

EVERY_WORD = ("on", "facts")
"""Parameters of nearly every command: their options come last."""
PICTURE = Option(
    ["-o", "--output", "picture"],
    type=GivenPath(),
    metavar="FILE",
    help="Write FILE instead of text: .pdf, .docx, .html or .md for the answer with its pictures, .svg or .json for "
    "one alone.",
)
JSON = Option(["--json", "as_json"], is_flag=True, help=JSON_HELP)


class Word(Helped):
    """A command; its help also lists the commands under it."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands under this one."""
        list_words(formatter, "See also", listing.below(self.name or ""))


class Shelf(Helped, click.Group):
    """A command that only groups others, such as `models`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands under this one."""
        return [one.word for one in listing.below(self.name or "")]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Return a command under this one; None for another name."""
        return command_of(name) if name in self.list_commands(ctx) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands under this one without importing them."""
        list_words(formatter, "Commands", listing.below(self.name or ""))


def command_of(word: str) -> click.Command:
    """Return the command of that name."""
    return command(catalog.load(word))


def command(endpoint: Endpoint) -> click.Command:
    """Return the command made from a declaration."""
    if endpoint.command is not None:
        made: click.Command = endpoint.command()
        return made
    if endpoint.run is not None:
        taken = options(endpoint, as_json=False)
        return click.Command(endpoint.word, params=taken, help=endpoint.help, callback=endpoint.run)
    if endpoint.function is None:
        return Shelf(endpoint.word, help=endpoint.help, no_args_is_help=True)
    return Word(endpoint.word, params=options(endpoint), help=endpoint.help, callback=partial(run, endpoint))


def options(endpoint: Endpoint, as_json: bool = True) -> list[click.Parameter]:
    """Return the arguments and options of a command, with `--json` last where it prints an answer."""
    taken = sorted(endpoint.taken("cli"), key=lambda param: param.name in EVERY_WORD)
    more = [*([PICTURE] if endpoint.pictures else []), *([JSON] if as_json else [])]
    return [*map(_parameter, taken), *more]


def show(answer: Mapping[str, Any], shown: Document, as_json: bool, err: bool = False) -> None:
    """Print the message of a command that acts, as JSON or as text."""
    if as_json:
        click.echo(json_text(answer), err=err, nl=False)
    else:
        from mnna.present.terminal import to_text

        click.echo(to_text(shown, width()), err=err)


def run(
    endpoint: Endpoint, as_json: bool, facts: Path | None = None, picture: Path | None = None, **given: Any
) -> None:
    """Ask the question and print the answer; with an output file, write the file instead of the text.

    Exits with code 1 where the endpoint's `fails` says so.
    """
    if picture is not None:
        from mnna.interfaces.cli import answer_file  # few write a file

        answer_file.check(picture)
    with working(endpoint.working) as progress:
        answer = endpoint.answered(given | progress, facts)
    if picture is not None:
        assert endpoint.pictures is not None
        from mnna.interfaces import native

        answer_file.write(picture, native.document(endpoint, answer), tuple(endpoint.pictures(answer)))
    output = given.get("output")
    if output:
        assert endpoint.save is not None, f"the word {endpoint.word} writes no file"
        endpoint.save(answer, given)
        click.echo(f"wrote {output}", err=True)
    if as_json:
        click.echo(json_text(answer.to_dict()), nl=False)
    elif not output and picture is None:
        from mnna.present.terminal import to_text

        click.echo(to_text(endpoint.shown(answer, "terminal"), width()))
    if endpoint.fails is not None and endpoint.fails(answer):
        raise SystemExit(1)


def _parameter(param: Param) -> click.Parameter:
    name = param.metavar or param.name.upper()
    if param.positional:
        shown = name if param.needed else f"[{name}]"
        return click.Argument(
            [param.name],
            required=param.needed,
            nargs=-1 if param.many else 1,
            metavar=f"{shown}..." if param.many else shown,
            type=_type(param),
        )
    return Option(
        [*(param.flags or (param.option,)), param.name],
        help=f"{param.says.rstrip('.')}; may be repeated." if param.many and not param.pair else param.says,
        required=param.needed,
        multiple=param.many and not param.pair,
        nargs=2 if param.pair else 1,
        is_flag=True if param.kind == "flag" else None,  # False would refuse a value such as -1
        type=None if param.kind == "flag" else _type(param),
        metavar=None if param.kind == "flag" or param.strict else name,
        callback=_own_facts if param.name == "facts" else _typed(param),
        **({"default": True} if param.default is True else {}),  # a default of None would make it optional
    )


class _Whole(click.IntRange):
    """A whole number between two ends, called so where it is none."""

    name = "whole number"


def _type(param: Param) -> click.ParamType[Any]:
    if param.strict and param.choices is not None:
        return Choice([value for value, _ in param.choices()], param.names())
    if param.kind == "path":
        return GivenPath()
    if param.kind == "integer":
        ends = param.schema.get("minimum"), param.schema.get("maximum")
        return click.INT if ends == (None, None) else _Whole(*ends)
    return click.STRING


def _typed(param: Param) -> Callable[..., Any] | None:
    """Return the callback that converts the text of an option; None where every interface takes the text as it is."""
    typed = param.typed
    return None if typed is None else lambda ctx, option, value: value if value is None else typed(value)


def _own_facts(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """Return the folder given to the command, or else the one given before the command."""
    found: Path | None = value if value is not None else ctx.find_root().obj
    return found
