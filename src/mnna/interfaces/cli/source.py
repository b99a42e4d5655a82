"""`mnna source`: where a fact comes from, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from mnna.answers.source import source, sources
from mnna.interfaces.cli.output import facts_option, json_option, show, wrapped


@click.command("source")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--search", default="", metavar="WORDS", help="List only the sources that hold all these words.")
@facts_option
@json_option
def command(id_: str | None, search: str, facts: Path | None, as_json: bool) -> None:
    """The source of that ID with its address, licence and what rests on it; without one, the list."""
    if id_ is not None and search:
        raise click.UsageError("An ID is looked up, and the list is searched: leave one of the two out.")
    if id_ is None:
        rows = [one._asdict() for one in sources(facts, search)]
        return show(as_json, {"sources": rows}, _listing)
    show(as_json, source(id_, facts).to_dict(), _lines)


def _listing(document: dict[str, Any]) -> Iterator[str]:
    if not document["sources"]:
        yield "no source holds all these words"
    for row in document["sources"]:
        yield from wrapped(f"{row['id']}: {row['title']} ({row['kind']})", "", "    ")


def _lines(document: dict[str, Any]) -> Iterator[str]:
    yield from wrapped(f"{document['id']}: {document['title']}")
    for name in ("publisher", "kind", "address", "licence", "opened_on", "note"):
        if document[name]:
            yield from wrapped(f"{name.replace('_', ' ')}: {document[name]}", "  ", "      ")
    yield f"  rests on it: {len(document['rests_on_it'])}"
    for text in document["rests_on_it"]:
        yield from wrapped(text, "    ", "      ")
