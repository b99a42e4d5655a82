"""Apply the assumptions of a what-if, statuses that begin or end on a day, to the recorded spans."""

from __future__ import annotations

from datetime import date

from mnna.dates import spoken
from mnna.errors import BadQuestion
from mnna.quick import QuickTuple
from mnna.registry import consequences
from mnna.registry.consequences import Spans
from mnna.registry.records import Span
from mnna.registry.statuses import Kinds


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
    for status in consequences.carried(kinds, made.status):
        if not _held(spans, made, status):
            _replace_from(spans, made, status)
    for status in kinds[made.status].follows:
        if not _held(spans, made, status) and not _open(spans, made, status):
            _replace_from(spans, made, status)
    consequences.begin(spans, kinds, act)


def _terminate(spans: Spans, kinds: Kinds, made: Assumption) -> None:
    """End the status and its parts on that day.

    The end is stored as a span with `holds` "no". Without it, a list that is incomplete or was read too long ago would
    give unknown.
    """
    kind, begun = kinds[made.status], {span.since for span in spans.get((made.country, made.status), ())}
    for status in (kind.id, *consequences.parts(kinds, kind.id)):
        _replace_from(spans, made, status, _assumed(made, status, "no"))
    consequences.end(spans, kinds, made.country, kind.id, made.on, begun)


def _held(spans: Spans, made: Assumption, status: str) -> bool:
    return any(span.covers(made.on) for span in spans.get((made.country, status), ()))


def _open(spans: Spans, made: Assumption, status: str) -> bool:
    return any(span.holds == "unknown" and span.touches(made.on) for span in spans.get((made.country, status), ()))


def _replace_from(spans: Spans, made: Assumption, status: str, laid: Span | None = None) -> None:
    """From the assumed day on, replace what the registry says by one assumed span, or by none."""
    key = (made.country, status)
    kept = [consequences.cut(span, made.on) for span in spans.get(key, ()) if span.since < made.on]
    spans[key] = (*kept, *([laid] if laid else []))


def _assumed(made: Assumption, status: str, holds: str) -> Span:
    say = {"designate": "assumed designation", "terminate": "assumed termination"}[made.act]
    note = f"{say} of {made.status} on {spoken(made.on)}"
    source = ("assumption",)
    return Span(
        made.country, status, made.on, None, None, None, holds, say, "", source, "low", None, note, assumed=True
    )
