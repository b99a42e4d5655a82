"""What an act that begins or ends a status does to other lists, for recorded rows, a user's rows and what-ifs.

Three columns of `statuses.csv` define it. `part_of`: the status of which a provision is a part; both begin and end
together. `brings`: statuses that begin and end with this one (membership of NATO is a treaty of mutual defense).
`follows`: lists that add a country by a later act of their own, so that a beginning makes them unknown. All rows are
applied with `begin` and `end`. An assumption of a what-if is laid over the recorded spans with `lay`.
"""

from __future__ import annotations

from datetime import date

from mnna.dates import spoken
from mnna.errors import BadQuestion
from mnna.quick import QuickTuple
from mnna.registry.records import Span, StatusKind
from mnna.registry.statuses import Kinds

Spans = dict[tuple[str, str], tuple[Span, ...]]
"""Spans by country and status, oldest first."""


def parts(kinds: Kinds, status: str) -> tuple[str, ...]:
    """Return the ids of the provisions that begin and end with a status."""
    return tuple(kind.id for kind in kinds.values() if kind.part_of == status)


def carried(kinds: Kinds, status: str) -> tuple[str, ...]:
    """Return the ids of every status that begins with another: its parts and those it brings."""
    return parts(kinds, status) + kinds[status].brings


def bringing(kinds: Kinds, status: str) -> tuple[str, ...]:
    """Return the ids of the statuses that bring another with them."""
    return tuple(kind.id for kind in kinds.values() if status in kind.brings)


def lay_consequences(spans: Spans, kinds: Kinds) -> None:
    """Add the consequences of every row, in place; a list with rows of its own for those days is unchanged.

    A status is a relation to the United States, which has none to itself: its membership of NATO has no
    """
    wholes = {kind.part_of for kind in kinds.values()}
    acting = [kind.id for kind in kinds.values() if kind.id in wholes or kind.brings or kind.follows]
    rows = [row for (_, status), found in spans.items() if status in acting for row in found if row.country != "USA"]
    for row in sorted(rows, key=lambda row: row.since):
        begin(spans, kinds, row)


def begin(spans: Spans, kinds: Kinds, act: Span) -> None:
    """Add the consequences of a status's beginning, in place: its parts and the statuses it brings begin too.

    A list that follows by an act of its own is unknown from that day on, even after the status has ended: Afghanistan
    stayed in the ITAR recital for two years after its designation.
    """
    for status in carried(kinds, act.status):
        if not any(_speaks(row, act) and (row.own or row.holds != "unknown") for row in _of(spans, act, status)):
            _add(spans, act._replace(status=status))
    for status in kinds[act.status].follows:
        if not any(_speaks(row, act) for row in _of(spans, act, status)):
            _add(spans, _unknown(act, kinds[status]))


def end(spans: Spans, kinds: Kinds, country: str, status: str, on: date, begun: set[date]) -> None:
    """Apply the consequences of a status's end, in place; `begun` are the days on which its spans began.

    The spans of a brought list that began with it end; its other spans remain: France and the United Kingdom remain in
    the Manila Pact. A list that follows keeps its spans that began before that day and loses later ones: Japan was on
    the title-10 list nine years before it was one of the President's allies.
    """
    for brought in kinds[status].brings:
        rows = spans.get((country, brought), ())
        left = [row for row in rows if row.since not in begun or row.since < on]
        spans[country, brought] = tuple(cut(row, on) if row.since in begun else row for row in left)
    for follower in kinds[status].follows:
        rows = spans.get((country, follower), ())
        spans[country, follower] = tuple(row for row in rows if row.since < on)


def cut(span: Span, on: date) -> Span:
    """Return the span ended by that day at the latest."""
    if span.until is not None and (span.until_by or span.until) <= on:
        return span
    since_by = None if span.since_by is None else min(span.since_by, on)
    return span._replace(since_by=since_by, until=min(span.until or on, on), until_by=None)


def _of(spans: Spans, act: Span, status: str) -> tuple[Span, ...]:
    return spans.get((act.country, status), ())


def _speaks(row: Span, act: Span) -> bool:
    """Return whether a row covers days since the act; a row that begins later implies that none was there before."""
    end_ = row.until_by or row.until
    return end_ is None or end_ > act.since


def _unknown(act: Span, follower: StatusKind) -> Span:
    """Return the span in which a list that follows the act is unknown."""
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


class Assumption(QuickTuple):
    """A status assumed to begin (`designate`) or to end (`terminate`) for a country on a day."""

    country: str
    status: str
    on: date
    act: str

    def to_dict(self) -> dict[str, str]:
        """Return the assumption as JSON."""
        return {"country": self.country, "status": self.status, "on": self.on.isoformat(), "act": self.act}


def lay(spans: Spans, kinds: Kinds, assumption: Assumption) -> None:
    """Apply one assumption to the spans, in place; raises `BadQuestion` unless it designates or terminates."""
    if assumption.act == "designate":
        _designate(spans, kinds, assumption)
    elif assumption.act == "terminate":
        _terminate(spans, kinds, assumption)
    else:
        near = ("designate", "terminate")
        raise BadQuestion(f"to {assumption.act!r}", "a status can be assumed to begin or to end", near, "")


def _designate(spans: Spans, kinds: Kinds, made: Assumption) -> None:
    """Begin the status on that day, and replace what the registry says of later days.

    If the country already holds the status, nothing changes, and no list that follows becomes unknown. Other lists that
    name the country on that day, or may name it, are unchanged.
    """
    if _held(spans, made, made.status):
        return
    act = _assumed(made, made.status, "yes")
    _replace_from(spans, made, made.status, act)
    for status in carried(kinds, made.status):
        if not _held(spans, made, status):
            _replace_from(spans, made, status)
    for status in kinds[made.status].follows:
        rows = [span for span in spans.get((made.country, status), ()) if span.touches(made.on)]
        if not any(span.holds == "unknown" or span.covers(made.on) for span in rows):
            _replace_from(spans, made, status)
    begin(spans, kinds, act)


def _terminate(spans: Spans, kinds: Kinds, made: Assumption) -> None:
    """End the status and its parts on that day.

    The end is stored as a span with `holds` "no". Without it, a list that is incomplete or was read too long ago would
    give unknown.
    """
    kind, begun = kinds[made.status], {span.since for span in spans.get((made.country, made.status), ())}
    for status in (kind.id, *parts(kinds, kind.id)):
        _replace_from(spans, made, status, _assumed(made, status, "no"))
    end(spans, kinds, made.country, kind.id, made.on, begun)


def _held(spans: Spans, made: Assumption, status: str) -> bool:
    return any(span.covers(made.on) for span in spans.get((made.country, status), ()))


def _replace_from(spans: Spans, made: Assumption, status: str, laid: Span | None = None) -> None:
    """From the assumed day on, replace what the registry says by one assumed span, or by none."""
    key = (made.country, status)
    kept = [cut(span, made.on) for span in spans.get(key, ()) if span.since < made.on]
    spans[key] = (*kept, *([laid] if laid else []))


def _assumed(made: Assumption, status: str, holds: str) -> Span:
    say = {"designate": "assumed designation", "terminate": "assumed termination"}[made.act]
    note = f"{say} of {made.status} on {spoken(made.on)}"
    source = ("assumption",)
    return Span(
        made.country, status, made.on, None, None, None, holds, say, "", source, "low", None, note, assumed=True
    )
