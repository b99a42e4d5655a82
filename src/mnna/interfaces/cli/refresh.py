"""`mnna refresh`: newer figures from their official addresses, and determinations not yet in the registry."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mnna.interfaces.cli.output import facts_option, json_option, show, wrapped
from mnna.registry.load import load_registry

if TYPE_CHECKING:
    from mnna.series.refresh import Progress

_CITED = re.compile(r"\d+ FR \d+|\d{4}-\d{5}")


@click.command("refresh")
@click.argument("indicators", nargs=-1)
@click.option("--list", "listed", is_flag=True, help="List what can be refreshed.")
@click.option("--from-file", type=click.Path(path_type=Path), help="Read a copy of the official file instead.")
@click.option("--base", metavar="URL", help="Another host in place of every official one, such as a mirror.")
@facts_option
@json_option
def command(
    indicators: tuple[str, ...],
    listed: bool,
    from_file: Path | None,
    base: str | None,
    facts: Path | None,
    as_json: bool,
) -> None:
    """Fetch newer vintages of INDICATORS (all, if none is named) into your data directory.

    A bad or broken download changes nothing. Presidential determinations are reported and never applied.
    """
    from mnna.series import refresh as fetching

    if listed:
        return show(as_json, {"refreshable": list(fetching.refreshable())}, lambda document: document["refreshable"])
    if from_file is not None:
        if len(indicators) != 1:
            raise click.UsageError("Name the one data set the file is of: mnna refresh v-dem --from-file FILE")
        outcomes = fetching.from_file(indicators[0], from_file)
    else:
        with _progress(as_json) as watch:
            ids = list(indicators) or None
            outcomes = fetching.refresh(ids, base=base, progress=watch, known=_known(facts))
    show(as_json, {"outcomes": [one.to_dict() for one in outcomes]}, _lines)
    if any(one.status == "failed" for one in outcomes):
        sys.exit(1)


def _known(facts: Path | None) -> set[str]:
    """The Federal Register citations and document numbers the registry's steps and spans already rest on."""
    registry = load_registry(facts)
    texts = [text for span in registry.spans for text in (span.citation, span.instrument)]
    texts += [step.instrument for step in registry.steps]
    return {found for text in texts for found in _CITED.findall(text)}


@contextmanager
def _progress(as_json: bool) -> Iterator[Callable[[Progress], None] | None]:
    """A bar for each download on standard error; none where it would be in the way of a program."""
    if as_json or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, TextColumn, TransferSpeedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, Any] = {}

        def watch(now: Progress) -> None:
            if now.dataset not in tasks:
                tasks[now.dataset] = bars.add_task(now.dataset, total=now.total)
            bars.update(tasks[now.dataset], completed=now.received, total=now.total)

        yield watch


def _lines(document: dict[str, Any]) -> Iterator[str]:
    for row in document["outcomes"]:
        reason = f": {row['reason']}" if row["reason"] else ""
        vintage = f" [held: {row['vintage']}]" if row["vintage"] else ""
        yield from wrapped(f"{row['status'].upper():10} {row['indicator']}{reason}{vintage}", "", "    ")
        for note in row["notes"]:
            yield from wrapped(note, "    ")
        for one in row["candidates"]:
            if not one["known"]:
                likely = "" if one["likely"] else " (title does not speak of a designation)"
                text = f"candidate: {one['document_number']} {one['citation']}, signed {one['signed'] or 'not given'}, "
                yield from wrapped(f"{text}{one['title']}{likely} <{one['address']}>", "    ", "        ")
