"""`refresh`: newer figures from their official addresses, and determinations not yet in the registry."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mnna.engine.record import Answer, described
from mnna.errors import extra
from mnna.interfaces.cli.build import options, show
from mnna.interfaces.cli.output import shows_progress
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import FACTS, Param
from mnna.present.document import Block, Document, Facts, Items, Link, Section, Text
from mnna.present.wording import capital, note, sentence
from mnna.registry.load import load_registry

if TYPE_CHECKING:
    from mnna.series.refresh import Outcome, Progress

_CITED = re.compile(r"\d+ FR \d+|\d{4}-\d{5}")


@dataclass(frozen=True, slots=True, repr=False)
class Refreshable(Answer):
    """What can be refreshed."""

    refreshable: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Refreshed(Answer):
    """What became of each set of figures."""

    outcomes: tuple[Outcome, ...] = field(metadata=described("One for each set asked for."))


def _command() -> click.Command:
    return click.Command("refresh", params=options(ENDPOINT), help=HELP, callback=_run)


def _run(
    indicators: tuple[str, ...],
    list: bool,
    from_file: Path | None,
    base: str | None,
    facts: Path | None,
    as_json: bool,
) -> None:
    with extra("refresh", "mnna refresh"):
        from mnna.series import refresh as fetching

    if list:
        known = Refreshable(tuple(fetching.refreshable()))
        return show(known.to_dict(), _listed(known), as_json)
    if from_file is not None:
        if len(indicators) != 1:
            raise click.UsageError("Name the one data set the file is of: mnna refresh v-dem --from-file FILE")
        outcomes = fetching.from_file(indicators[0], from_file)
    else:
        with _progress(as_json) as watch:
            outcomes = fetching.refresh([*indicators] or None, base=base, progress=watch, known=_known(facts))
    done = Refreshed(tuple(outcomes))
    show(done.to_dict(), _document(done), as_json)
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
    if as_json or not shows_progress():
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


def _listed(answer: Refreshable) -> Document:
    return Document(
        title="What can be refreshed",
        sections=(Section("refreshable", "Figures and searches", (Items(answer.refreshable),)),),
    )


def _document(answer: Refreshed) -> Document:
    found = [one.status for one in answer.outcomes]
    return Document(
        title=", ".join(f"{found.count(status)} {status}" for status in ("updated", "unchanged", "failed")),
        sections=tuple(Section(one.indicator, _title(one), tuple(_told(one))) for one in answer.outcomes),
    )


def _title(one: Outcome) -> str:
    return f"{one.indicator}: {one.status}"


def _told(one: Outcome) -> Iterator[Block]:
    facts = [(name, value) for name, value in (("Why", one.reason), ("Held", one.vintage)) if value]
    if facts:
        yield Facts(tuple((name, note(capital(value))) for name, value in facts))
    if one.notes:
        yield Items(tuple(sentence(text) for text in one.notes), title="Notes")
    new = tuple(_candidate(found) for found in one.candidates if not found.known)
    if new:
        yield Items(new, title="Not in the registry yet, for a person to read")


def _candidate(one: Any) -> Text:
    likely = "" if one.likely else " (the title does not speak of a designation)"
    signed = f"signed {one.signed}" if one.signed else "day of signature not given"
    return (f"{one.document_number}, {one.citation}, {signed}: {one.title}{likely} ", Link(one.address, one.address))


HELP = """Fetch newer vintages of INDICATORS (all, if none is named) into your data directory.

A bad or broken download changes nothing. Presidential determinations are reported and never applied.
"""

ENDPOINT = Endpoint(
    word="refresh",
    group="Data and service",
    order=3,
    under="data",
    says="newer vintages of the figures, from their producers",
    help="Newer vintages of the figures, from their producers.",
    params=(
        Param("indicators", "Indicators or data sets by id.", many=True, positional=True, doors=("cli",)),
        Param("list", "List what can be refreshed.", kind="flag", doors=("cli",)),
        Param("from_file", "Read a copy of the official file instead.", kind="path", metavar="FILE", doors=("cli",)),
        Param(
            "base",
            "Another host in place of every official one, such as a mirror.",
            metavar="URL",
            doors=("cli",),
        ),
        FACTS,
    ),
    command=_command,
)
