"""`mnna status`: who holds what on a day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from mnna.answers.status import status
from mnna.interfaces.cli.output import facts_option, foot, heading, json_option, on_option, show, wrapped
from mnna.registry.days import a_day, held_days
from mnna.registry.load import load_registry


@click.command("status")
@click.argument("country", required=False)
@click.option("--list", "listed", is_flag=True, help="List every status there is.")
@on_option
@facts_option
@json_option
def command(country: str | None, listed: bool, on: str | None, facts: Path | None, as_json: bool) -> None:
    """Which security-cooperation statuses COUNTRY holds, by which act, and where official lists differ."""
    if listed:
        kinds = load_registry(facts).kinds.values()
        rows = [
            {
                "id": kind.id,
                "title": kind.title,
                "definition": kind.definition,
                "citation": kind.citation,
                "bears": kind.bears,
            }
            for kind in kinds
        ]
        return show(as_json, {"statuses": rows}, _listing)
    if country is None:
        raise click.UsageError("Name a country, for example: mnna status COL")
    answer = status(country, on, facts)
    titles = {kind.id: kind.title for kind in answer.registry.kinds.values()}
    show(as_json, answer.to_dict(), lambda document: _lines(document, titles))


def _listing(document: dict[str, Any]) -> Iterator[str]:
    for row in document["statuses"]:
        yield from wrapped(f"{row['id']}: {row['title']}. {row['definition']} [{row['citation']}]", "", "    ")


def _lines(document: dict[str, Any], titles: dict[str, str]) -> Iterator[str]:
    yield f"{document['name']} ({document['country']}) on {document['on']}"
    yield from heading("Holds")
    if not document["statuses"]:
        yield "  no status the registry knows"
    for span in document["statuses"]:
        yield from _span(span, titles)
    if document["unknown"]:
        yield from heading("Unknown")
        for row in document["unknown"]:
            yield from wrapped(f"{row['status']}: {row['why']}", "  ", "      ")
    if document["disagreements"]:
        yield from heading("Official lists disagree")
        for text in document["disagreements"]:
            yield from wrapped(text, "  ", "      ")
    yield from _road(document, titles)
    if document["note"]:
        yield ""
        yield from wrapped(document["note"], "", "")
    yield from foot(document)


def _span(span: dict[str, Any], titles: dict[str, str]) -> list[str]:
    by = f" — {span['instrument']}" if span["instrument"] else ""
    cited = f" [{span['citation']}]" if span["citation"] else ""
    own = " (your own facts)" if span.get("own") else " (assumed)" if span.get("assumed") else ""
    text = f"{span['status']}: {titles[span['status']]}, {_days(span)}{by}{cited} {span['confidence']} confidence{own}."
    return wrapped(f"{text} {span['note']}", "  ", "      ")


def _days(span: dict[str, Any]) -> str:
    return held_days(span["since"], span["since_by"], span["until"], span["until_by"])


def _road(document: dict[str, Any], titles: dict[str, str]) -> Iterator[str]:
    if document["steps"]:
        yield from heading("The road: announced is not designated")
        for step in document["steps"]:
            when = a_day(step["on"], step.get("on_by"))
            yield from wrapped(
                f"{when}  {step['step']}: {step['event'] or step['instrument']} [{step['status']}]", "  ", "      "
            )
    if document["past"]:
        yield from heading("Held before")
        for span in document["past"]:
            yield from wrapped(
                f"{span['status']}: {_days(span)} — {span['instrument']}. {span['note']}",
                "  ",
                "      ",
            )
    if document["proposals"]:
        yield from heading("Proposed, which changes nothing by itself")
        for row in document["proposals"]:
            yield from wrapped(
                f"{row['on']}  {row['direction']}: {row['kind']} by {row['proposer'] or 'nobody named'}; "
                f"{row['instrument']}. {row['outcome']}.",
                "  ",
                "      ",
            )
