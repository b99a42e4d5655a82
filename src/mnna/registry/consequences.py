"""What an act that begins or ends a status does to other lists: the one place that knows, for every kind of act.

Three columns of `statuses.csv` say it. `part_of`: a provision that stands and falls with the status it is a part of.
`brings`: a status that another one brings with it and takes away with it (membership of NATO is a treaty of mutual
defense). `follows`: lists that take a country up by a later act of their own, so that a beginning leaves them unknown.
The rows of our tables, a user's own rows and what-ifs are all laid by `begin` and `end`.
"""

from __future__ import annotations

from datetime import date

from mnna.registry.records import Span, StatusKind
from mnna.registry.statuses import Kinds

Spans = dict[tuple[str, str], tuple[Span, ...]]
"""Spans by country and status, oldest first."""


def parts(kinds: Kinds, status: str) -> tuple[str, ...]:
    """The provisions that stand and fall with a status."""
    return tuple(kind.id for kind in kinds.values() if kind.part_of == status)


def carried(kinds: Kinds, status: str) -> tuple[str, ...]:
    """Every status that begins with another: its parts and what it brings."""
    return parts(kinds, status) + kinds[status].brings


def bringing(kinds: Kinds, status: str) -> tuple[str, ...]:
    """The statuses that bring another with them."""
    return tuple(kind.id for kind in kinds.values() if status in kind.brings)


def lay_consequences(spans: Spans, kinds: Kinds) -> None:
    """Lay what every row brings with it, in place; a list whose own rows speak to those days stays as it is.

    A status is a relation to the United States, which has none to itself: its membership of NATO brings it nothing.
    """
    wholes = {kind.part_of for kind in kinds.values()}
    acting = [kind.id for kind in kinds.values() if kind.id in wholes or kind.brings or kind.follows]
    rows = [row for (_, status), found in spans.items() if status in acting for row in found if row.country != "USA"]
    for row in sorted(rows, key=lambda row: row.since):
        begin(spans, kinds, row)


def begin(spans: Spans, kinds: Kinds, act: Span) -> None:
    """Lay what the beginning of a status does to other lists, in place: parts and what it brings begin with it.

    A list that follows by an act of its own is unknown from that day on, also after the status has ended: Afghanistan
    stayed in the ITAR recital for two years after its designation.
    """
    for status in carried(kinds, act.status):
        if not any(_speaks(row, act) and (row.own or row.holds != "unknown") for row in _of(spans, act, status)):
            _add(spans, act._replace(status=status))
    for status in kinds[act.status].follows:
        if not any(_speaks(row, act) for row in _of(spans, act, status)):
            _add(spans, _unknown(act, kinds[status]))


def end(spans: Spans, kinds: Kinds, country: str, status: str, on: date, begun: set[date]) -> None:
    """Lay what the end of a status does to other lists, in place; `begun` are the days on which its spans began.

    What it brought ends with it, and no other span of that list: France and the United Kingdom remain in the Manila
    Pact. A list that follows stays as it stood, and what would have followed only later falls away: Japan stood on the
    title-10 list nine years before it was one of the President's allies.
    """
    for brought in kinds[status].brings:
        rows = spans.get((country, brought), ())
        left = [row for row in rows if row.since not in begun or row.since < on]
        spans[country, brought] = tuple(cut(row, on) if row.since in begun else row for row in left)
    for follower in kinds[status].follows:
        rows = spans.get((country, follower), ())
        spans[country, follower] = tuple(row for row in rows if row.since < on)


def cut(span: Span, on: date) -> Span:
    """The span as it stands if it is over by that day."""
    if span.until is not None and (span.until_by or span.until) <= on:
        return span
    since_by = None if span.since_by is None else min(span.since_by, on)
    return span._replace(since_by=since_by, until=min(span.until or on, on), until_by=None)


def _of(spans: Spans, act: Span, status: str) -> tuple[Span, ...]:
    return spans.get((act.country, status), ())


def _speaks(row: Span, act: Span) -> bool:
    """Whether a row says something of the days since the act; one that begins later says that it was not on before."""
    end_ = row.until_by or row.until
    return end_ is None or end_ > act.since


def _unknown(act: Span, follower: StatusKind) -> Span:
    note = follower.unknown_because or "That list follows by an act of its own, and none is on record."
    doubt = " Counted from the first possible day of that designation." if act.since_by else ""
    return act._replace(
        status=follower.id,
        since_by=None,
        until=None,
        until_by=None,
        holds="unknown",
        instrument="No listing found",
        citation=follower.citation,
        confidence="low",
        note=note + doubt,
    )


def _add(spans: Spans, row: Span) -> None:
    found = (*spans.get((row.country, row.status), ()), row)
    spans[row.country, row.status] = tuple(sorted(found, key=lambda one: (one.since, one.instrument)))
