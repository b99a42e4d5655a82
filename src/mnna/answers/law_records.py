"""The registry's rows on a paragraph or an instrument: a determination, a page of the Federal Register, a bill.

They are facts, not law, so `law` shows them beside the questions: what a determination began or ended, where it is in
the Federal Register, what became of a bill.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from mnna.dates import spoken
from mnna.errors import UnknownWord, alike
from mnna.quick import QuickDict, quick_pattern
from mnna.registry.cells import CONFIDENCES
from mnna.registry.countries import name_of
from mnna.registry.days import a_day
from mnna.statutes.citations import Citation, mentioned, parse, within
from mnna.statutes.cited_places import TEXT, citing
from mnna.statutes.listing import CHANNELS, subject
from mnna.statutes.official_words import without

if TYPE_CHECKING:
    from mnna.registry.load import Registry
    from mnna.registry.records import Event, Proposal, Span, Step
    from mnna.statutes.not_encoded import NotEncoded

INSTRUMENTS = ("/us/pd/", "/us/fr/", "/us/eo/", "/us/bill/")


class RecordOf(QuickDict):
    """A row of the registry that names the instrument, as a sentence, with its citation, sources and confidence."""

    kind: str
    country: str
    on: str
    says: str
    citation: str
    source: str
    confidence: str


def records(wanted: Iterable[Citation]) -> tuple[RecordOf, ...]:
    """Return the rows that name an instrument: statuses, then the steps to them, proposals, events, sources."""
    ids = [one.id for one in wanted if one.id.startswith(INSTRUMENTS)]
    if not ids:
        return ()
    from mnna.registry.load import load_registry  # imported only where an instrument is asked for

    return tuple(row for text, row in _rows(load_registry()) if _names(text, ids))


def on_record_alike(wanted: Iterable[Citation]) -> list[str]:
    """Return recorded instruments of the same kind that are written most like the one asked for."""
    for asked in wanted:
        kind = next((kind for kind in INSTRUMENTS if asked.id.startswith(kind)), "")
        from mnna.registry.load import load_registry

        found = (one for text, _ in _rows(load_registry()) for one in mentioned(text)) if kind else ()
        return alike(asked.text, {one.text: "" for one in found if one.id.startswith(kind)}, 4, 0.5)
    return []


def resting(wanted: Iterable[Citation]) -> tuple[RecordOf, ...]:
    """Return what rests on a paragraph without a question of its own: statuses, and bars that are not encoded.

    Rows of a status are counted, not listed. The last row is the smallest enclosing paragraph with questions, if any.
    """
    asked = tuple(wanted)
    ids = [one.id for one in asked]
    from mnna.registry.load import load_registry
    from mnna.statutes.not_encoded import not_encoded

    registry = load_registry()
    bars = (_bar(bar) for bar in not_encoded() if _cites(bar.citation, ids))
    around = (row for one in asked for row in _enclosing(one))
    return (*_statuses(registry, ids), *_steps(registry, ids), *bars, *around)


def _enclosing(asked: Citation) -> Iterator[RecordOf]:
    """Yield the smallest paragraph that contains the one asked for and on which a question rests."""
    text = asked.text
    while text.endswith(")"):
        text = text[: text.rindex("(")]
        if text and (owners := [id_ for id_ in citing(one.id for one in parse(text)) if not id_.startswith(TEXT)]):
            about = "; ".join(CHANNELS[id_].label if id_ in CHANNELS else subject(id_) for id_ in owners[:6])
            none = without(asked.id)
            first = "No question rests on it by itself."
            if none:
                first = f"The section, read as of {spoken(none.as_of)}, has no such paragraph."
            says = f'{first} On {text} rest: {about} (`mnna law "{text}"`).'
            yield _row("around", "", "", says, text, (), "high")
            return


def _statuses(registry: Registry, ids: list[str]) -> Iterator[RecordOf]:
    """Yield each status whose definition or rows cite one of the paragraphs."""
    rows: dict[str, list[Span]] = {}
    for span in registry.spans:
        if _cites(span.citation, ids):
            rows.setdefault(span.status, []).append(span)
    for kind in registry.kinds.values():
        found = rows.get(kind.id, [])
        if found or _cites(kind.citation, ids):
            cited = f" Rows that cite it: {len(found)}." if found else ""
            says = f"The status “{kind.title}” rests on it: {kind.definition}{cited}"
            source = tuple(dict.fromkeys(one for span in found for one in span.source))[:3]
            confidence = max((span.confidence for span in found), key=CONFIDENCES.index, default="high")
            on = max((span.since for span in found), default=kind.known_from)
            yield _row("status", "", on or "", says, kind.citation, source, confidence)


def _steps(registry: Registry, ids: list[str]) -> Iterator[RecordOf]:
    """Yield a row for each status that has steps by one of the paragraphs, with how many and the latest."""
    for kind in registry.kinds.values():
        found = [one for one in registry.steps if one.status == kind.id and _cites(one.instrument, ids)]
        if found:
            last = max(found, key=lambda one: one.on)
            when = a_day(last.on, last.on_by)
            says = f"Steps of the status “{kind.title}” by it: {len(found)}. The latest was on {when}."
            yield _row("step", "", last.on, says, last.instrument, last.source, last.confidence)


def _bar(bar: NotEncoded) -> RecordOf:
    says = f"A bar that is known and not encoded: {bar.subject}. Answers that it could touch name it."
    return _row("not encoded", "", bar.since, says, bar.citation, (bar.source,), "high")


@lru_cache(maxsize=1024)
def _read(citation: str) -> tuple[str, ...]:
    """Return the id of each place in a citation, also of those in a remark on another number, `(formerly 120.32)`."""
    other = _OTHER_NUMBER.search(citation)
    texts = [citation, *([_BEFORE.sub(other[1], citation[: other.start()].strip())] if other else [])]
    return tuple(id_ for text in texts for id_ in _ids(text))


_OTHER_NUMBER = quick_pattern(r"\((?:formerly|now) (\d[\w.]*)\)")
_BEFORE = quick_pattern(r"\S+$")


def _ids(citation: str) -> list[str]:
    try:
        return [one.id for one in parse(citation)] if citation else []
    except UnknownWord:
        return []


def _cites(citation: str, ids: list[str]) -> bool:
    return any(within(one, id_) for one in _read(citation) for id_ in ids)


def _names(text: str, ids: list[str]) -> bool:
    return any(within(found.id, id_) for found in mentioned(text) for id_ in ids)


def _rows(registry: Registry) -> Iterator[tuple[str, RecordOf]]:
    """Yield the text that may name an instrument, and the row, for every row of the registry."""
    for span in registry.spans:
        title, by = registry.kind(span.status).title, f" ({span.instrument})" if span.instrument else ""
        holds = {"yes": "holds", "no": "does not hold"}.get(span.holds, "may hold")
        says = f"{name_of(span.country)} {holds} the status “{title}” {span.days()}{by}."
        yield f"{span.instrument}; {span.citation}", _of("status", span, span.since, says, span.citation)
    for step in registry.steps:
        what = f": {step.event}" if step.event else ""
        says = f"{name_of(step.country)}, {step.step} {a_day(step.on, step.on_by)}{what}."
        yield f"{step.instrument}; {step.event}", _of("step", step, step.on, says, step.instrument)
    for made in registry.proposals:
        says = f"{name_of(made.country)}: {made.instrument} ({made.proposer}). Outcome: {made.outcome.rstrip('.')}."
        yield f"{made.instrument}; {made.outcome}; {made.note}", _of("proposal", made, made.on, says)
    for event in registry.events:
        yield event.event, _of("event", event, event.on, f"{name_of(event.country)}: {event.event.rstrip('.')}.")
    for source in registry.sources.values():
        yield source.title, _row("source", "", source.opened_on, f"{source.title}.", "", (source.id,), "high")


def _of(kind: str, row: Span | Step | Proposal | Event, on: date | str, says: str, citation: str = "") -> RecordOf:
    return _row(kind, row.country, on, says, citation, row.source, row.confidence)


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
