"""`mnna timeline`: the dated political record of a country."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from mnna.answers.timeline import KINDS, timeline
from mnna.interfaces.cli.output import facts_option, foot, json_option, on_option, show, wrapped


@click.command("timeline")
@click.argument("country")
@click.option("--since", metavar="DATE", help="Leave out what was over before that day.")
@click.option("--kind", multiple=True, type=click.Choice(KINDS), help="Only entries of this kind; may be repeated.")
@click.option("--us-leaders/--no-us-leaders", default=True, help="Whether to show the Presidents of the United States.")
@on_option
@facts_option
@json_option
def command(
    country: str,
    since: str | None,
    kind: tuple[str, ...],
    us_leaders: bool,
    on: str | None,
    facts: Path | None,
    as_json: bool,
) -> None:
    """COUNTRY's leaders, events, frameworks, determinations, statuses, steps and proposals in one dated list."""
    answer = timeline(country, on, since=since, us_leaders=us_leaders, facts=facts)
    document = answer.to_dict()
    if kind:
        document["entries"] = [entry for entry in document["entries"] if entry["kind"] in kind]
    show(as_json, document, _lines)


def _lines(document: dict[str, Any]) -> Iterator[str]:
    yield f"{document['name']} ({document['country']}) up to {document['on']}"
    for entry in document["entries"]:
        yield from _entry(entry, document["country"])
    yield from foot(document)


def _entry(entry: dict[str, Any], country: str) -> Iterator[str]:
    window = f", on some day until {entry['on_by']}" if "on_by" in entry else ""
    until = f" (until {entry['until']})" if entry.get("until") and entry["until"] != entry["on"] else ""
    bearing = f" [bears: {entry['bearing']}]" if "bearing" in entry else ""
    who = "United States: " if entry["country"] != country else ""
    sure = "" if entry["confidence"] == "high" else f" ({entry['confidence']} confidence)"
    yield from wrapped(
        f"{entry['on']:10}  {entry['kind']:13} {who}{entry['what']}{window}{until}{bearing}{sure}", "  ", " " * 28
    )
