"""`ingest`: adds the user's own figures, and figures whose license forbids including them here."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mnna.engine.record import VERSION
from mnna.errors import BadQuestion, UnknownWord
from mnna.interfaces.cli.build import show
from mnna.interfaces.cli.helped import JSON_HELP, Option
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import once
from mnna.present.document import Document, Items, Section
from mnna.present.wording import note

if TYPE_CHECKING:
    from mnna.series.user_series import Ingested

option = partial(click.option, cls=Option)
json_option = option("--json", "as_json", is_flag=True, help=JSON_HELP)
file_argument = click.argument("file", type=click.Path(path_type=Path))


@click.group("ingest")
def command() -> None:
    """Add your own figures. They replace the built-in ones with the same id."""


@command.command("sipri")
@file_argument
@option("--supplier", help="Whose exports the file holds, where it does not say so: 'United States'.")
@json_option
def sipri(file: Path, supplier: str | None, as_json: bool) -> None:
    """Your export of the SIPRI arms transfers of the United States, as us_arms_tiv."""
    from mnna.series import ingest_sipri

    _told(ingest_sipri(file, supplier=supplier), as_json)


@command.command("csv")
@file_argument
@click.argument("metadata", type=click.Path(path_type=Path))
@option("--map", "mapped", multiple=True, metavar="ROLE=COLUMN", help="Where iso3, year or value stand.")
@option("--where", multiple=True, metavar="COLUMN=VALUE", help="Keep only rows with that value.")
@json_option
def table(file: Path, metadata: Path, mapped: tuple[str, ...], where: tuple[str, ...], as_json: bool) -> None:
    """A CSV of iso3,year,value with the TOML file METADATA that says whose figures they are.

    Countries may be codes in any case or English names. A file with other columns needs --map.
    """
    from mnna.series import ingest_csv

    _told(ingest_csv(file, metadata, map=_pairs("--map", mapped), where=_pairs("--where", where)), as_json)


def _pairs(option: str, given: tuple[str, ...]) -> dict[str, str]:
    """Return name to value from texts NAME=VALUE; raises `BadQuestion` for another form."""
    pairs = [text.partition("=") for text in given]
    for name, sign, value in pairs:
        if not (name and sign and value):
            raise BadQuestion(f"{option} {name}{sign}{value}", "it is not NAME=VALUE", (), "Write both around =.")
    return once(option.removeprefix("--"), ((name.strip(), value.strip()) for name, _, value in pairs))


@command.command("list")
@file_argument
@option("--status", required=True, help="The status that the countries hold, by its id.")
@option("--title", help="The title of a status of your own, where --status is a new id.")
@option("--source", required=True, help="Where the list is from: one source for all rows.")
@option("--to", "folder", required=True, type=click.Path(path_type=Path), help="The new folder of your facts.")
@json_option
def own_list(file: Path, status: str, title: str | None, source: str, folder: Path, as_json: bool) -> None:
    """A CSV of country,since,until as facts of your own, for --facts: until is the first day it is over, or empty."""
    from mnna.registry.own_list import own_list as written

    rows = written(file, status, source, folder, title)
    told = {"schema": VERSION, "folder": str(folder), "status": status, "rows": rows}
    use = Items((f"mnna --facts {folder} holders {status}",))
    title = f"{rows} {'row' if rows == 1 else 'rows'} written to {folder}"
    show(told, Document(title=title, sections=(Section("use", "Use them", (use,)),)), as_json)


@command.command("forget")
@click.argument("dataset")
@json_option
def forget(dataset: str, as_json: bool) -> None:
    """Remove a data set of your own (own-ID), or a refreshed one, so that the embedded figures count again."""
    from mnna.series import forget as remove
    from mnna.series import vintages

    held = [one.dataset for one in vintages.held()]
    if dataset not in held:
        raise UnknownWord(f"the data set {dataset!r}", "you hold none of that name", held, "")
    told = {"schema": VERSION, "forgotten": dataset, "was_there": remove(dataset)}
    show(told, Document(title=f"{dataset} is forgotten"), as_json)


def _told(done: Ingested, as_json: bool) -> None:
    show({"schema": VERSION} | done.to_dict(), _document(done), as_json)


def _document(done: Ingested) -> Document:
    of = done.indicator
    sections = [Section("stored", "Stored in", (Items((str(done.path),)),))]
    if done.notes:
        sections.append(Section("notes", "Notes", (Items(tuple(map(note, done.notes))),)))
    if done.left_out:
        sections.append(Section("left-out", "Left out", (Items(tuple(done.left_out)),), count=len(done.left_out)))
    return Document(
        title=f"{of.title} ({of.id})",
        subtitle=f"{of.rows:,} figures, {of.countries} countries, {of.first_year}-{of.last_year}",
        sections=tuple(sections),
    )


ENDPOINT = Endpoint(
    word="ingest",
    order=4,
    under="data",
    says="your own figures, such as a SIPRI export",
    help="Add your own figures. They replace the built-in ones with the same id.",
    command=lambda: command,
)
