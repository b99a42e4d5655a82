"""`mnna unlocks`: which single status or fact would turn a no into a yes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from mnna.answers.unlocks import unlocks
from mnna.ids import AuthorityId
from mnna.interfaces.cli.output import facts_option, foot, heading, json_option, on_option, show, wrapped


@click.command("unlocks")
@click.argument("authority")
@click.argument("country")
@on_option
@facts_option
@json_option
def command(authority: AuthorityId, country: str, on: str | None, facts: Path | None, as_json: bool) -> None:
    """Which single status or fact would make AUTHORITY answer yes for COUNTRY."""
    show(as_json, unlocks(authority, country, on, facts).to_dict(), _lines)


def _lines(document: dict[str, Any]) -> Iterator[str]:
    yield f"{document['authority']} for {document['country']} on {document['on']}: {document['verdict']}"
    yield from wrapped(document["because"], "  ")
    yield from heading("One of these alone would make it yes")
    for unlock in document["unlocks"]:
        yield from wrapped(f"{unlock['kind']} {unlock['id']} ({unlock['act']}): {unlock['words']}", "  ", "      ")
    if not document["unlocks"]:
        yield "  none" if document["verdict"] != "yes" else "  it is yes already"
    if document["opens"]:
        yield from heading("One of these alone would leave it open")
        for unlock in document["opens"]:
            yield from wrapped(f"{unlock['kind']} {unlock['id']} ({unlock['act']}): {unlock['words']}", "  ", "      ")
    if document["routes"]:
        yield from heading("Routes the law itself names")
        for text in document["routes"]:
            yield from wrapped(text, "  ", "      ")
    yield from foot(document)
