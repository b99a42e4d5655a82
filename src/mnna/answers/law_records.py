"""What the registry holds of an instrument: a determination, a page of the Federal Register, an order or a bill.

These are facts and no law, so `law` shows them beside the questions: what a determination began or ended, where it
stands in the Federal Register, what became of a bill.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from mnna.registry.countries import name_of
from mnna.registry.days import a_day
from mnna.statutes.citations import Citation, mentioned, within

if TYPE_CHECKING:
    from mnna.registry.load import Registry

INSTRUMENTS = ("/us/pd/", "/us/fr/", "/us/eo/", "/us/bill/")


class RecordOf(TypedDict):
    """A row of the registry that names the instrument, in a sentence, with what it rests on."""

    kind: str
    country: str
    on: str
    says: str
    citation: str
    source: str
    confidence: str


def records(wanted: Iterable[Citation]) -> tuple[RecordOf, ...]:
    """The rows that name one of the instruments: statuses first, then the steps to them, proposals, events, sources."""
    ids = [one.id for one in wanted if one.id.startswith(INSTRUMENTS)]
    if not ids:
        return ()
    from mnna.registry.load import load_registry  # a section of the Code needs no registry

    return tuple(row for text, row in _rows(load_registry()) if _names(text, ids))


def _names(text: str, ids: list[str]) -> bool:
    return any(within(found.id, id_) for found in mentioned(text) for id_ in ids)


def _rows(registry: Registry) -> Iterator[tuple[str, RecordOf]]:
    """Every row with the words in which it may name an instrument."""
    for span in registry.spans:
        title, by = registry.kind(span.status).title, f" ({span.instrument})" if span.instrument else ""
        holds = {"yes": "holds", "no": "does not hold"}.get(span.holds, "may hold")
        says = f"{name_of(span.country)} {holds} the status “{title}” {span.days()}{by}."
        yield (
            f"{span.instrument}; {span.citation}",
            _row("status", span.country, span.since, says, span.citation, span.source, span.confidence),
        )
    for step in registry.steps:
        what = f": {step.event}" if step.event else ""
        says = f"{name_of(step.country)}, {step.step} {a_day(step.on, step.on_by)}{what}."
        yield (
            f"{step.instrument}; {step.event}",
            _row("step", step.country, step.on, says, step.instrument, step.source, step.confidence),
        )
    for made in registry.proposals:
        says = f"{name_of(made.country)}: {made.instrument} ({made.proposer}). Outcome: {made.outcome.rstrip('.')}."
        row = _row("proposal", made.country, made.on, says, "", made.source, made.confidence)
        yield f"{made.instrument}; {made.outcome}; {made.note}", row
    for event in registry.events:
        says = f"{name_of(event.country)}: {event.event.rstrip('.')}."
        yield event.event, _row("event", event.country, event.on, says, "", event.source, event.confidence)
    for source in registry.sources.values():
        yield source.title, _row("source", "", source.opened_on, f"{source.title}.", "", (source.id,), "high")


def _row(
    kind: str, country: str, on: date | str, says: str, citation: str, source: tuple[str, ...], confidence: str
) -> RecordOf:
    return {
        "kind": kind,
        "country": country,
        "on": str(on),
        "says": says,
        "citation": citation,
        "source": ";".join(source),
        "confidence": confidence,
    }
