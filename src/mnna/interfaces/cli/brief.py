"""`mnna brief`: all of it for one country in one document."""

from __future__ import annotations

from pathlib import Path

import click

from mnna.briefs.compose import brief
from mnna.briefs.output import check, render, write
from mnna.briefs.text import to_text
from mnna.interfaces.cli.output import facts_option, json_option, on_option, width


@click.command("brief")
@click.argument("country")
@click.option("--vs", "versus", metavar="COUNTRY", help="A country to set beside it, at its own designation.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to FILE; its ending (.pdf, .html, .md, .json) is the form.",
)
@click.option(
    "--designate",
    metavar="STATUS",
    default="mnna",
    show_default=True,
    help="The status whose gain or loss is weighed.",
)
@click.option("--claims", is_flag=True, help="Add the claims of the article of 2022, each judged then and on the day.")
@click.option("--models", is_flag=True, help="Add who is next, who should be, and what designation changed (slow).")
@on_option
@facts_option
@json_option
def command(
    country: str,
    versus: str | None,
    output: Path | None,
    designate: str,
    claims: bool,
    models: bool,
    on: str | None,
    facts: Path | None,
    as_json: bool,
) -> None:
    """Everything about COUNTRY: its status, what designation would change and would not, with citations and sources."""
    if output is not None:
        check(output)
    made = brief(country, versus, on, designate=designate, facts=facts, claims=claims, models=models)
    if output is not None:
        write(made, output)
        click.echo(f"wrote {output}", err=True)
    if as_json:
        click.echo(render(made, "json").decode(), nl=False)
    elif output is None:
        click.echo(to_text(made, width()))
