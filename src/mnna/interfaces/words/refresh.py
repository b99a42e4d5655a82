"""`refresh`: newer figures from their official addresses, and determinations that are not in the registry yet."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mnna.engine.answer import Answer
from mnna.engine.record import described
from mnna.errors import BadQuestion, extra
from mnna.interfaces.cli.build import options, show
from mnna.interfaces.cli.helped import interruptible, shows_progress
from mnna.interfaces.endpoint import Endpoint
from mnna.interfaces.params import params_of
from mnna.present.document import Block, Document, Facts, Items, Link, Section, Text
from mnna.present.numbers import counted, figure
from mnna.present.wording import note, sentence
from mnna.registry.load import load_registry
from mnna.sentences import capital

if TYPE_CHECKING:
    from mnna.answers.watch.watch import LawWatch
    from mnna.series.refresh import Approve, Drift, NoticeDifference, Outcome, Progress

_CITED = re.compile(r"\d+ FR \d+|\d{4}-\d{5}")


@dataclass(frozen=True, slots=True, repr=False)
class Refreshable(Answer):
    """What can be refreshed."""

    refreshable: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Refreshed(Answer):
    """What became of each set of figures."""

    outcomes: tuple[Outcome, ...] = field(metadata=described("One for each set asked for."))
    law: LawWatch | None = field(
        default=None, metadata=described("What the watch over the law found, where it was asked for.", sparse=True)
    )


def _command() -> click.Command:
    return click.Command("refresh", params=options(ENDPOINT), help=HELP, callback=_run)


def _run(
    indicators: tuple[str, ...],
    list: bool,
    from_file: Path | None,
    base: str | None,
    yes: bool,
    facts: Path | None,
    as_json: bool,
) -> None:
    approve = None if yes else _asked(as_json)
    if base is not None and not base.startswith(("https://", "http://")):
        wrong = "it does not begin with https:// or http://"
        raise BadQuestion(f"--base {base}", wrong, (), "Write the whole address.")
    with extra("refresh", "mnna refresh"):
        from mnna.series import refresh as fetching

    if list:
        known = Refreshable((*fetching.refreshable(), LAW))
        section = Section("refreshable", "Figures and searches", (Items(known.refreshable),))
        return show(known.to_dict(), Document(title="What can be refreshed", sections=(section,)), as_json)
    law: LawWatch | None = None
    if from_file is not None:
        if len(indicators) != 1:
            raise click.UsageError("Name the one data set the file is of: mnna refresh v-dem --from-file FILE")
        outcomes = fetching.from_file(indicators[0], from_file, approve)
    else:
        outcomes = ()
        figures = [one for one in indicators if one != LAW]
        with interruptible(), _progress(as_json, approve) as (watch, approve):
            if figures or not indicators:
                outcomes = fetching.refresh(
                    figures or None, base=base, progress=watch, known=_known(facts), approve=approve
                )
            law = _law(base, watch) if LAW in indicators else None
    done = Refreshed(tuple(outcomes), law)
    show(done.to_dict(), _document(done), as_json)
    if any(one.status == "failed" for one in outcomes) or (law and law.failed):
        sys.exit(1)


LAW = "law"
"""The name that asks for the law watch. It is not a figure, and runs only where it is named."""


def _law(base: str | None, progress: Callable[[Progress], None] | None) -> LawWatch:
    from mnna.answers.watch.watch import law_watch, watch

    return law_watch(watch(base, progress=progress))


def _asked(as_json: bool) -> Approve:
    """Return a function that shows the changes and asks for approval at a terminal.

    Without a terminal it declines; `--yes` accepts without asking.
    """

    def approve(dataset: str, drifts: tuple[Drift | NoticeDifference, ...]) -> bool:
        if as_json or not sys.stdin.isatty():
            return False
        for text in (line for one in drifts for line in _asked_of(one)):
            click.echo(text, err=True)
        figures = any(hasattr(one, "indicator") for one in drifts)
        what = f"the newer figures of {dataset}" if figures else f"what is new and changed in {dataset}"
        return click.confirm(f"Take {what}?", err=True)

    return approve


def _asked_of(one: Drift | NoticeDifference) -> Iterator[str]:
    """Yield what would change, line by line."""
    from mnna.series.refresh import Drift  # its packages may not be installed

    if not isinstance(one, Drift):
        yield _differs(one)
        return
    yield f"{one.indicator}: {_drifted(one)}"
    yield from (f"  {text}" for text in _revisions(one))


def _differs(one: NoticeDifference) -> str:
    """Return a published notice and how it differs from the record."""
    return f"{one.transmittal}, {one.country}, {one.kind}: {'; '.join(one.changes)}."


def _drifted(one: Drift) -> str:
    """Return in one sentence what accepting the figures would change."""
    span = "" if one.first_added is None else f" ({one.first_added} to {one.last_added})"
    return (
        f"{counted(one.added, 'figure')} added{span}, {one.revised:,} of {one.revised + one.same:,} revised, "
        f"{one.gone:,} gone."
    )


def _revisions(one: Drift) -> tuple[str, ...]:
    return tuple(f"{was.country} {was.year}: {figure(was.held)} held, {figure(was.new)} new" for was in one.largest)


def _known(facts: Path | None) -> set[str]:
    """Return the Federal Register citations and document numbers that the registry already uses."""
    registry = load_registry(facts)
    texts = [text for span in registry.spans for text in (span.citation, span.instrument)]
    texts += [step.instrument for step in registry.steps]
    return {found for text in texts for found in _CITED.findall(text)}


@contextmanager
def _progress(
    as_json: bool, approve: Approve | None
) -> Iterator[tuple[Callable[[Progress], None] | None, Approve | None]]:
    """Show a bar for each download on standard error; yield the function that moves it, and `approve`.

    There is no bar where the output is JSON, or standard error is not a terminal. The bars stop while `approve` asks.
    """
    if as_json or not shows_progress():
        yield None, approve
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

        def quietly(dataset: str, drifts: tuple[Drift | NoticeDifference, ...]) -> bool:
            bars.stop()
            try:
                return approve is None or approve(dataset, drifts)
            finally:
                bars.start()

        yield watch, quietly


def _document(answer: Refreshed) -> Document:
    found: list[str] = [one.status for one in answer.outcomes]
    if answer.law is not None and not found:
        from mnna.interfaces.documents.law_watch import watch_document

        return watch_document(answer.law)
    counts = [f"{found.count(status)} {status}" for status in STATUSES if status != "declined" or status in found]
    told = [Section(one.indicator, f"{one.indicator}: {one.status}", tuple(_told(one))) for one in answer.outcomes]
    return Document(title=", ".join(counts), sections=tuple(told))


STATUSES = ("updated", "unchanged", "declined", "failed")
"""The results, of which all but `declined` are counted even where the count is zero."""


def _told(one: Outcome) -> Iterator[Block]:
    facts = [(name, value) for name, value in (("Why", one.reason), ("Held", one.vintage)) if value]
    if facts:
        yield Facts(tuple((name, note(capital(value))) for name, value in facts))
    if one.drift is not None:
        yield Items((_drifted(one.drift), *_revisions(one.drift)), title="Against the figures held before")
    if one.notes:
        yield Items(tuple(sentence(text) for text in one.notes), title="Notes")
    if one.differences:
        rows = tuple((_differs(each), " ", Link(each.address, each.address)) for each in one.differences)
        yield Items(rows, title="Beside the record")
    new = tuple(_candidate(found) for found in one.candidates if not found.known)
    if new:
        yield Items(new, title="Not in the registry yet, for a person to read")


def _candidate(one: Any) -> Text:
    likely = "" if one.likely else " (the title does not speak of a designation)"
    signed = f"signed {one.signed}" if one.signed else "day of signature not given"
    return (f"{one.document_number}, {one.citation}, {signed}: {one.title}{likely} ", Link(one.address, one.address))


HELP = """Fetch newer vintages of INDICATORS (all, if none is named) into your data directory.

What would change is shown, and you are asked before it is taken; --yes takes it unasked. A bad or broken download
changes nothing. Presidential determinations are reported and never applied.

`mnna refresh notices` compares arms sales in the Federal Register with the record; what you take is shown as your own.
`mnna refresh meetings` does the same with the visits and travels of leaders that the ranking knows of.

`mnna refresh law` compares the newest release of the US Code, and the rules, with the words that were read. It
says what differs and what rests on it; nothing is applied.
"""

ENDPOINT = Endpoint(
    word="refresh",
    order=3,
    under="data",
    says="newer vintages of the figures, from their producers",
    help="Newer vintages of the figures, from their producers.",
    params=params_of("refresh"),
    command=_command,
)
