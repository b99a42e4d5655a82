"""Spans and steps in the form of answers, with days as exact as they are known, and whether a row is the user's own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal, TypeVar

from mnna.quick import QuickTuple
from mnna.registry.records import Proposal, Span, Step

Printed = TypeVar("Printed")


class HeldStatus(QuickTuple):
    """A status held from `since` (included) until `until` (excluded; null is open).

    Where the day is not known, `since` is the first possible and `since_by` the first certain day; likewise at the end.
    """

    status: str
    since: date
    until: date | None
    instrument: str
    citation: str
    source: str
    confidence: str
    note: str
    since_by: date | None
    until_by: date | None
    own: bool
    assumed: bool


class Holder(QuickTuple):
    """A country that holds, or may hold, a status on a day; days as in `HeldStatus`."""

    country: str
    name: str
    status: str
    holds: Literal["yes", "unknown"]
    since: date
    until: date | None
    instrument: str
    citation: str
    source: str
    confidence: str
    since_by: date | None
    until_by: date | None
    own: bool


class RoadStep(QuickTuple):
    """A step to a status; where the day is not known, `on` is the first possible and `on_by` the first certain day."""

    step: str
    on: date
    source: str
    status: str
    event: str
    instrument: str
    confidence: str
    note: str
    on_by: date | None
    own: bool


class Proposed(QuickTuple):
    """A proposal to designate or revoke, which changes nothing by itself."""

    id: str
    direction: str
    kind: str
    proposer: str
    on: str
    instrument: str
    outcome: str
    note: str
    source: str
    confidence: str


def held(rows: Iterable[Span]) -> tuple[HeldStatus, ...]:
    """Return spans in the form of an answer."""
    return tuple(_picked(HeldStatus, row) for row in rows)


def road(rows: Iterable[Step]) -> tuple[RoadStep, ...]:
    """Return steps in the form of an answer."""
    return tuple(_picked(RoadStep, row) for row in rows)


def proposed(rows: Iterable[Proposal]) -> tuple[Proposed, ...]:
    """Return proposals in the form of an answer."""
    return tuple(_picked(Proposed, row) for row in rows)


def holder(span: Span, name: str, on: date) -> Holder:
    """Return the country of a span, which holds or may hold its status on a day."""
    return _picked(Holder, span, name=name, holds="yes" if span.covers(on) else "unknown")


def _picked(kind: type[Printed], row: Span | Step | Proposal, **more: str) -> Printed:
    """Return the fields of a row that `kind` has, with its sources joined by semicolons."""
    names: tuple[str, ...] = getattr(kind, "_fields")  # noqa: B009
    more["source"] = ";".join(row.source)
    return kind(**{name: more[name] if name in more else getattr(row, name) for name in names})
