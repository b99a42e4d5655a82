"""Changes in who holds which status: one row for each day on which an answer of the registry changes.

The rows of a day, applied to the answers of the day before, give the answers of the day. A row about a whole list has
no country: it changes every country except those in `apart`, whose own rows differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from mnna.registry.load import Registry
from mnna.registry.readings import lapsed, missing, not_found
from mnna.registry.records import Span

WORDS = {True: "yes", False: "no", None: "unknown"}


class StatusChange(NamedTuple):
    """One change; `span` is the registry's row that decides that day, or else the one that ends on it, if any.

    `why` is the cause of a change of a whole list: `first read`, `not found`, `found again` or `past its budget`.
    """

    on: date
    country: str
    status: str
    before: str
    after: str
    span: Span | None = None
    why: str = ""
    apart: tuple[str, ...] = ()


def status_changes(registry: Registry, since: date, until: date) -> Iterator[StatusChange]:
    """Yield every change from `since` to `until`, both included; those of whole lists first."""
    for status in registry.kinds:
        yield from _of_list(registry, status, since, until)
    for country, status in sorted(registry.by_key):
        yield from _of_country(registry, country, status, since, until)


def _of_list(registry: Registry, status: str, since: date, until: date) -> Iterator[StatusChange]:
    """Yield the changes in the value of a status for a country that no row names."""
    for on in sorted(day for day in turns_of_list(registry, status) if since <= day <= until):
        before, after = registry.unnamed(status, _eve(on)), registry.unnamed(status, on)
        why = _why(registry, status, on)
        if before != after or why == PAST:
            yield StatusChange(on, "", status, before, after, None, why, _apart(registry, status, on, after))


PAST, FIRST = "past its budget", "first read"


def turns_of_list(registry: Registry, status: str) -> set[date]:
    """Return the days on which a list is first read, not found, found again, or past its budget."""
    found = {row_day for row in not_found() if row.status == status for row_day in (row.since, row.until) if row_day}
    if (first := registry.kind(status).known_from) is not None:
        found.add(first)
    trust = registry.trust(status)
    if trust is not None and trust.trusted_to < date.max and lapsed(trust, trust.trusted_to + timedelta(days=1)):
        found.add(trust.trusted_to + timedelta(days=1))
    return found


def _why(registry: Registry, status: str, on: date) -> str:
    trust = registry.trust(status)
    if trust is not None and trust.trusted_to == _eve(on):
        return PAST
    if missing(status, on) is not None:
        return "not found"
    return FIRST if registry.kind(status).known_from == on else "found again"


def _apart(registry: Registry, status: str, on: date, after: str) -> tuple[str, ...]:
    """Return the countries with rows of the status whose value on that day is not `after`."""
    named = registry.named.get(status, ())
    return tuple(country for country in named if _value(registry, country, status, on) != after)


def _of_country(registry: Registry, country: str, status: str, since: date, until: date) -> Iterator[StatusChange]:
    """Yield the changes of one country and status, except those that its whole list explains."""
    for on in sorted(day for day in turns_of(registry, country, status) if since <= day <= until):
        eve = _eve(on)
        before, after = _value(registry, country, status, eve), _value(registry, country, status, on)
        unnamed = registry.unnamed(status, eve), registry.unnamed(status, on)
        if before != after and (before, after) != unnamed:
            ended = (span for span in registry.spans_of(country, status) if on in (span.until, span.until_by))
            span = registry.deciding(country, status, on) or next(ended, None)
            yield StatusChange(on, country, status, before, after, span)


def turns_of(registry: Registry, country: str, status: str) -> set[date]:
    """Return the days on which the registry's value for a country and a status may change."""
    spans = registry.spans_of(country, status)
    marks = (day for span in spans for day in (span.since, span.since_by, span.until, span.until_by))
    return {day for day in marks if day is not None} | turns_of_list(registry, status)


def _value(registry: Registry, country: str, status: str, on: date) -> str:
    return WORDS[registry.holds(country, status, on)]


def _eve(on: date) -> date:
    return on - timedelta(days=1)
