"""`mnna holders`: which countries hold a status on a day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from mnna.answers.holders import holders
from mnna.ids import StatusId
from mnna.interfaces.cli.output import facts_option, foot, heading, json_option, on_option, show, wrapped
from mnna.registry.days import held_days


@click.command("holders")
@click.argument("status", required=False)
@on_option
@facts_option
@json_option
def command(status: StatusId | None, on: str | None, facts: Path | None, as_json: bool) -> None:
    """Which countries hold STATUS; without one, the NATO members and the major non-NATO allies."""
    answer = holders(status, on, facts)
    titles = {kind.id: kind.title for kind in answer.registry.kinds.values()}
    show(as_json, answer.to_dict(), lambda document: _lines(document, titles))


def _lines(document: dict[str, Any], titles: dict[str, str]) -> Iterator[str]:
    yield f"Who holds what on {document['on']}"
    for status in document["shown"]:
        yield from heading(f"{titles[status]} ({document['counts'][status]})")
        rows = [row for row in document["held"] if row["status"] == status]
        for row in rows:
            yield from wrapped(_line(row), "  ", "      ")
        if not rows:
            yield "  nobody, as far as the registry knows"
        if document["unnamed"][status] == "unknown":
            yield "  No complete list is known for that day: a country not named is unknown, not out."
    yield from foot(document)


def _line(row: dict[str, Any]) -> str:
    days = held_days(row["since"], row["since_by"], row["until"], row["until_by"])
    doubt = "" if row["holds"] == "yes" else "; unknown on that day"
    return f"{row['name']} ({row['country']}), {days}{doubt}" + (f" — {row['instrument']}" if row["instrument"] else "")
