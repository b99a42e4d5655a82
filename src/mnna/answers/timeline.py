"""The command `timeline`: the dated political record of a country, each entry with its precision and source.

Leaders, events, frameworks, statuses, determinations, steps to a status, and proposals, which change nothing by
themselves. An entry is only as exact as its `precision` says: day, month or year, or a window of days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, ClassVar

from mnna.answers.inputs import day, foreign
from mnna.answers.stamped import Stamped
from mnna.engine.record import HIDDEN, Record, described, passed_on
from mnna.quick import Path
from mnna.registry.load import Registry, load_registry
from mnna.registry.readings import missing
from mnna.registry.records import Country, Event, Leader, Proposal, Span, StatusKind, Step, asked_for
from mnna.registry.sales import new_sales

OF_FAMILIES = ("framework", "determination")
"""The families of statuses with a kind of entry of their own; all others are `status`."""

NOTICE = "notice"
KINDS = ("leader", "event", *OF_FAMILIES, "status", "step", "proposal", NOTICE)
YEARLY = ("determination", "sanction", "waiver")
"""The families whose spans often end only because the next determination was not read."""

_SEARCHES = "search result"
_OF_SPANS = ("designated", "enacted", "terminated")
"""Steps that are left out because the span that they begin or end is an entry already."""


def _sparse(says: str = "") -> Mapping[str, Any]:
    return described(says, sparse=True)


@dataclass(frozen=True, slots=True, repr=False)
class Entry(Record):
    """One dated entry.

    `on` is an ISO date, a month or a year, as exact as is known (`precision`: day, month, year or window; for a window
    `on_by` is the first day on which it is certain). `until` is the day it ended, empty where it lasts or has no
    length. `bearing` is how an event bears on designation: for, against, mixed. `country` differs from the one asked
    about for the leaders of the United States.
    """

    on: str = field(metadata=described("A day, a month or a year, as exact as is known."))
    precision: str = field(metadata=described("`day`, `month`, `year`, or `window` for a window of days."))
    kind: str = field(metadata=described("What it is: a leader, an event, a status and so on."))
    country: str
    what: str
    until: str = field(default="", metadata=_sparse("The day it ended."))
    on_by: str = field(default="", metadata=_sparse("Of a window: the first day on which it is certain."))
    bearing: str = field(default="", metadata=_sparse("What it bears on designation: for, against or mixed."))
    instrument: str = field(default="", metadata=_sparse())
    source: tuple[str, ...] = ()
    confidence: str = ""
    note: str = field(default="", metadata=_sparse())
    own: bool = field(default=False, metadata=_sparse("Whether it is one of the user's own rows."))


@dataclass(frozen=True, slots=True, repr=False)
class Timeline(Stamped):
    """The entries of one country, oldest first, up to and including the day asked about."""

    country: Country
    on: date
    entries: tuple[Entry, ...]
    registry: Registry = field(metadata=HIDDEN)
    since: date | None = field(default=None, metadata=HIDDEN)

    name: ClassVar[str] = passed_on("country.name", "The everyday name.", after="country")

    def summary(self) -> str:
        """Return the country, the day and the number of entries."""
        return f"{self.name} ({self.country.iso3}) up to {self.on}: {len(self.entries)} entries"


def timeline(
    country: str,
    on: date | str | None = None,
    *,
    since: date | str | None = None,
    us_leaders: bool = True,
    facts: Path | None = None,
) -> Timeline:
    """Return the political record of a country up to a day (default today), with the Presidents of the United States.

    The sales notified to Congress are in it too, as entries of the kind `notice`; that record has gaps. `since` leaves
    out what was over, or happened, before that day. Raises `UnknownCountry`, `BadDate` or `BadFacts`.
    """
    start, whose, when = day(since) if since is not None else None, foreign(country), day(on)
    found = timeline_in(load_registry(facts), whose, when, start, us_leaders)
    return replace(found, since=start, entries=_in_order([*found.entries, *_sales(whose.iso3, start, when)]))


def _sales(code: str, since: date | None, until: date) -> Iterator[Entry]:
    """Yield the new sales notified to Congress, without notices whose day is not known."""
    for row in new_sales(code, since or date.min, until):
        worth = f", at most ${row.total_usd:,}" if row.total_usd else ""
        number = f"Number {row.transmittal}" if row.transmittal else ""
        on, what = str(row.notified_on), f"Congress is told of a sale: {row.what}{worth}"
        yield Entry(on, "day", NOTICE, code, what, instrument=number, source=row.source, confidence=row.confidence)


def _in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.on, KINDS.index(entry.kind), entry.what)))


def timeline_in(
    registry: Registry, country: Country, on: date, since: date | None = None, us_leaders: bool = True
) -> Timeline:
    """Return the record, without the sales, for a registry that is already loaded."""
    found = [entry for entry in _all(registry, country.iso3, us_leaders) if entry.on <= on.isoformat()]
    if since is not None:
        found = [entry for entry in found if _reaches(entry, since.isoformat())]
    return Timeline(country, on, _in_order(found), registry)


def _reaches(entry: Entry, since: str) -> bool:
    """Return whether the entry happened on or after the day, or still lasted on it.

    For an entry known by month or year, any part of it counts.
    """
    if entry.kind in ("leader", "framework", "status", "determination") and not entry.until:
        return True
    return (entry.until or entry.on) >= since[: len(entry.until or entry.on)]


def _all(registry: Registry, code: str, us_leaders: bool) -> Iterator[Entry]:
    led = (code, "USA") if us_leaders else (code,)
    for leader in registry.leaders:
        if leader.country in led:
            party = f" ({leader.party})" if leader.party else ""
            precision = {4: "year", 7: "month"}.get(len(leader.since), "day")
            what = f"{leader.leader}{party} takes office"
            yield _entry(leader, leader.since, precision, "leader", what, until=leader.until)
    for event in registry.events:
        if event.country == code:
            yield _entry(event, event.on, event.precision, "event", event.event, bearing=event.bearing)
    for row in proposals_made(registry.proposals):
        if row.country == code:
            yield _entry(row, row.on, row.precision, "proposal", proposal_said(row))
    yield from _spans(registry, code)
    for step in registry.steps:
        if step.country == code and step.step not in _OF_SPANS:
            what = f"{step.step.capitalize()} ({step.status}): {step.event or step.instrument}"
            yield _window(step, step.on, step.on_by, "step", what)


def _entry(
    row: Leader | Event | Proposal | Span | Step, on: str, precision: str, kind: str, what: str, **more: Any
) -> Entry:
    """Return an entry with the columns that every row of the registry has, and `more`."""
    told: dict[str, Any] = {name: getattr(row, name) for name in ("source", "confidence", "note", "own")}
    told["instrument"] = "" if isinstance(row, Leader | Event) else row.instrument
    return Entry(on, precision, kind, row.country, what, **told, **more)


def proposals_made(rows: Iterable[Proposal]) -> Iterator[Proposal]:
    """Return the proposals without the rows that only say that a search found none."""
    return (row for row in rows if row.kind != _SEARCHES)


def proposal_said(row: Proposal) -> str:
    """Return what was proposed, by whom and with what outcome."""
    by = f"{row.kind} by {row.proposer or 'nobody named'}"
    return f"Proposed, {asked_for(row.direction)}: {by}. {row.outcome}".rstrip(". ")


def _spans(registry: Registry, code: str) -> Iterator[Entry]:
    """Yield the beginning of every span, and its end where the status is known to have ended with it."""
    for span in (span for span in registry.spans if span.country == code):
        of = registry.kind(span.status)
        kind = of.family if of.family in OF_FAMILIES else "status"
        until = span.until.isoformat() if span.until and _end_is_known(registry, span) else ""
        yield _window(span, span.since, span.since_by, kind, f"{of.title}: {_begun(registry, span)}", until=until)
        follows = any(other.since == span.until for other in registry.spans_of(code, span.status))
        if until and span.until and span.holds == "yes" and not follows:
            yield _window(span, span.until, span.until_by, kind, f"{of.title}: ends", until=until)


def _begun(registry: Registry, span: Span) -> str:
    if span.holds != "yes":
        return "not known whether held from here"
    before = (other for other in registry.spans_of(span.country, span.status) if other.holds == "yes")
    if any(other.until == span.since for other in before):
        return "goes on by a new act"
    eve = span.since - timedelta(days=1)
    return "known to be held" if left_open(registry.kind(span.status), eve) else "begins"


def left_open(kind: StatusKind, on: date) -> bool:
    """Whether no list of that day was found, so that who is not named then may have held the status all the same."""
    return missing(kind.id, on) is not None or (kind.absent == "unknown" and kind.family == "determination")


def _end_is_known(registry: Registry, span: Span) -> bool:
    """Return whether the status ended with the span.

    A span may also end because the list was read only up to that day, or because the next yearly list was not read.
    """
    end, kind, trust = span.until_by or span.until, registry.kind(span.status), registry.trust(span.status)
    if end is None or any(other.covers(end) is None for other in registry.spans_of(span.country, span.status)):
        return False
    if kind.family in YEARLY and trust is not None and end > trust.trusted_to:
        return False
    return not left_open(kind, end)


def _window(row: Span | Step, on: date, by: date | None, kind: str, what: str, **more: str) -> Entry:
    """Return an entry of a day, or of a window that ends on the first day on which it is certain."""
    certain = by.isoformat() if by else ""
    return _entry(row, on.isoformat(), "window" if by else "day", kind, what, on_by=certain, **more)
