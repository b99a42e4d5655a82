"""What a what-if assumes: statuses that begin or end on a day, laid over the spans that are recorded."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from mnna.errors import BadQuestion
from mnna.registry.records import Span, StatusKind

Spans = dict[tuple[str, str], tuple[Span, ...]]
"""Spans by country and status, oldest first."""

PARTS = {
    "nato-plus": (
        "nato-plus-36b-thresholds",
        "nato-plus-36c",
        "nato-plus-3d",
        "nato-plus-3d-commercial",
        "nato-plus-21h",
        "nato-plus-21e",
    )
}
"""Statuses that stand or fall together in a what-if. "NATO plus" is one idea in seven provisions: the Acts that added
Korea in 2008 and Israel in 2010 named each in all of them at once."""

ONE_TREATY = {"nato": "mutual-defense-treaty"}
"""A status whose own instrument is also one of another status: membership of NATO is a treaty of mutual defense. Ending
it ends that treaty and no other; France and the United Kingdom remain in the Manila Pact."""


class Assumption(NamedTuple):
    """A status assumed to begin (`designate`) or to end (`terminate`) for a country on a day."""

    country: str
    status: str
    on: date
    act: str

    def to_dict(self) -> dict[str, str]:
        """The assumption as JSON."""
        return {"country": self.country, "status": self.status, "on": self.on.isoformat(), "act": self.act}


def lay(by_key: Spans, kind: StatusKind, assumption: Assumption) -> None:
    """Lay one assumption over the spans, in place; raises `BadQuestion` for an act that is neither of the two."""
    if assumption.act not in ("designate", "terminate"):
        raise BadQuestion(
            f"to {assumption.act!r}", "a status can be assumed to begin or to end", ("designate", "terminate"), ""
        )
    if assumption.act == "designate" and _held(by_key, assumption, kind.id):
        return  # nothing would change, so no list that follows is thrown into doubt either
    absent = "" if kind.absent == "no" and kind.complete_until is None else "no"
    begun = {span.since for span in by_key.get((assumption.country, kind.id), ())}
    for status in (kind.id, *PARTS.get(kind.id, ())):
        _replace_from(by_key, assumption, status, "yes" if assumption.act == "designate" else absent, "")
    if kind.id in ONE_TREATY:
        _lay_treaty(by_key, assumption, ONE_TREATY[kind.id], begun)
    for follower in kind.follows:
        _lay_follower(by_key, assumption, follower)


def _lay_follower(by_key: Spans, assumption: Assumption, follower: str) -> None:
    """Leave a list that follows by an act of its own unknown from a designation on, and as it stood after an end.

    Afghanistan stayed in the ITAR recital for two years after its designation ended, and Japan stood on the title-10
    list nine years before it was one of the President's allies. What would have followed only later falls away.
    """
    if assumption.act == "designate":
        note = "that list follows by an act of its own, which is not assumed"
        _replace_from(by_key, assumption, follower, "unknown", note)
        return
    key = (assumption.country, follower)
    by_key[key] = tuple(span for span in by_key.get(key, ()) if span.since < assumption.on)


def _lay_treaty(by_key: Spans, assumption: Assumption, status: str, begun: set[date]) -> None:
    """Begin the other status where it is not held; or end its spans that began on the same days."""
    if assumption.act == "designate":
        _replace_from(by_key, assumption, status, "yes", "")
        return
    key = (assumption.country, status)
    left = [span for span in by_key.get(key, ()) if span.since not in begun or span.since < assumption.on]
    by_key[key] = tuple(_cut(span, assumption.on) if span.since in begun else span for span in left)


def _held(by_key: Spans, assumption: Assumption, status: str) -> bool:
    return any(span.covers(assumption.on) for span in by_key.get((assumption.country, status), ()))


def _replace_from(by_key: Spans, assumption: Assumption, status: str, holds: str, note: str) -> None:
    """From the assumed day on, put one assumed span (or none) in the place of what the registry says.

    A status that is already held stays as it is when a designation is assumed. The end of a status whose list is not
    complete (`absent` is not `no`) is a span of its own, or its absence would read as unknown.
    """
    key = (assumption.country, status)
    spans = by_key.get(key, ())
    if assumption.act == "designate" and _held(by_key, assumption, status):
        return
    kept = [_cut(span, assumption.on) for span in spans if span.since < assumption.on]
    lays = holds and (assumption.act == "designate" or holds == "no" or spans)
    by_key[key] = (*kept, _assumed(assumption, status, holds, note)) if lays else tuple(kept)


def _cut(span: Span, on: date) -> Span:
    if span.until is not None and (span.until_by or span.until) <= on:
        return span
    since_by = None if span.since_by is None else min(span.since_by, on)
    return span._replace(since_by=since_by, until=min(span.until or on, on), until_by=None)


def _assumed(assumption: Assumption, status: str, holds: str, note: str) -> Span:
    say = {"designate": "assumed designation", "terminate": "assumed termination"}[assumption.act]
    return Span(
        assumption.country,
        status,
        assumption.on,
        None,
        None,
        None,
        holds,
        say,
        "",
        ("assumption",),
        "low",
        None,
        note or f"{say} of {assumption.status} on {assumption.on.isoformat()}",
        assumed=True,
    )
