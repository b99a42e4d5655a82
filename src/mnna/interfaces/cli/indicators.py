"""`mnna indicators`: which figures there are, whose they are, and what they say of a country."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from mnna.interfaces.cli.compare import number
from mnna.interfaces.cli.output import json_option, show, wrapped


@click.command("indicators")
@click.argument("indicator", required=False)
@click.argument("country", required=False)
@click.option("--year", type=int, help="One year only; it may be one for which there is no figure.")
@json_option
def command(indicator: str | None, country: str | None, year: int | None, as_json: bool) -> None:
    """List all figures, tell whose INDICATOR is, or give its figures for COUNTRY."""
    from mnna.answers.indicators import indicators

    lines = _listing if indicator is None else _record if country is None else _series if year is None else _figure
    show(as_json, indicators(indicator, country, year).to_dict(), lines)


def _listing(document: dict[str, Any]) -> Iterator[str]:
    for row in document["indicators"]:
        covers = f"{row['first_year']}-{row['last_year']}, {row['countries']} countries"
        origin = "" if row["origin"] == "embedded" else f" ({row['origin']})"
        text = f"{row['id']}: {row['title']}, {row['unit']}. {covers}. {row['producer']}; {row['licence']}{origin}."
        yield from wrapped(text, "", "    ")


_FIELDS = {
    "unit": "unit",
    "kind": "kind",
    "producer": "producer",
    "version": "version",
    "vintage": "vintage",
    "licence": "licence",
    "licence_note": "licence note",
    "citation": "cite",
    "address": "address",
    "obtained_from": "read from",
    "absent": "no row means",
    "direction": "direction",
    "fiscal_year": "years",
    "origin": "origin",
}


def _record(record: dict[str, Any]) -> Iterator[str]:
    yield f"{record['id']}: {record['title']}"
    years = f"{record['first_year']}-{record['last_year']}"
    yield f"  coverage: {years}, {record['countries']} countries, {record['rows']:,} figures"
    for field, label in _FIELDS.items():
        if record[field]:
            yield from wrapped(f"{label}: {record[field]}", "  ", "      ")
    for text in record["caveats"]:
        yield from wrapped(f"note: {text}", "  ", "      ")


def _figure(figure: dict[str, Any]) -> Iterator[str]:
    shown = figure["state"] if figure["value"] is None else f"{number(figure['value'])} ({figure['unit']})"
    yield f"{figure['indicator']} {figure['country']} {figure['year']}: {shown}"
    yield from wrapped(figure["because"], "  ")
    for note in figure["notes"]:
        yield from wrapped(note, "  ")
    yield from wrapped(f"[{figure['source']}]", "  ", "      ")


def _series(document: dict[str, Any]) -> Iterator[str]:
    of = document["indicator"]
    yield f"{of['id']} {document['country']}: {of['title']}, {of['unit']}"
    for point in document["series"]:
        yield f"  {point['year']}  {number(point['value']):>22}"
    for one in document["notes"]:
        years = f"{one['from_year']}" + f"-{one['to_year']}" * (one["to_year"] != one["from_year"])
        yield from wrapped(f"{years}: {one['note']}", "  ", "      ")
    if not document["series"]:
        yield from wrapped(f"No figure. {document['because']}", "  ")
    origin = "" if of["origin"] == "embedded" else of["origin"]
    source = "; ".join(part for part in (of["producer"], of["version"], of["vintage"], of["licence"], origin) if part)
    yield from wrapped(f"[{source}]", "  ", "      ")
