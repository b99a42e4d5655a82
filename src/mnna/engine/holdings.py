"""Whether a country holds a status on a day, as a value and a sentence with its citation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from mnna.dates import spoken
from mnna.engine.enactment import earliest, names_later, told_by
from mnna.registry.cells import CONFIDENCES
from mnna.registry.countries import countries, the
from mnna.registry.days import a_day
from mnna.registry.load import Registry
from mnna.registry.readings import missing
from mnna.registry.records import StatusKind
from mnna.rules.evaluate import Holding, Situation
from mnna.rules.nodes import Value


def situation(registry: Registry, country: str, on: date, fields: Mapping[str, Value | None]) -> Situation:
    """Return the situation of a country on a day, from which a rule is decided."""
    return Situation(on, cache(lambda status: holding(registry, country, status, on)), fields, {})


def holding(registry: Registry, country: str, status: str, on: date) -> Holding:
    """Return whether the country holds the status on that day, in a sentence with its citation."""
    kind, name = registry.kind(status), the(countries()[country].name)
    named = registry.spans_of(country, status) or kind.excluded_by
    if not named and registry.unnamed(status, on) == "no":  # true of most statuses for most countries
        found = Holding(False, f"{name} does not hold the status “{kind.title}”", kind.citation)
    else:
        found = _by_rows(registry, country, kind, name, on)
    later = found.citation is not None and earliest(found.citation) > on
    return found._replace(citation=None) if later else found


def _why(need: str) -> str:
    """Return what is missing as the end of a sentence; what is a sentence itself follows as one."""
    return f"{'. ' if need[:1].isupper() else ': '}{need}" if need else ""


def _by_rows(registry: Registry, country: str, kind: StatusKind, name: str, on: date) -> Holding:
    """Return whether the country holds the status on that day, from its spans, with the reason."""
    status = kind.id
    value = registry.holds(country, status, on)
    span = registry.deciding(country, status, on)
    if value and span:
        by = f" ({span.instrument})" if span.instrument and not names_later(span.instrument, on) else ""
        return Holding(
            True,
            f"{name} holds the status “{kind.title}” since {span.start}{by}",
            span.citation or kind.citation,
            sure=span.assumed or span.confidence == CONFIDENCES[0],
        )
    if value is None:
        gap = None if span else missing(status, on)
        need = span.note if span and span.note else f"{gap.what}, not found" if gap else kind.note or kind.definition
        need = told_by(need, on)
        if registry.lapsed(country, status, on):
            need = f"{f'{need}; ' if gap else ''}{registry.last_said(country, status, name)}"
        return Holding(
            None,
            f"whether {name} holds the status “{kind.title}” is not known",
            kind.citation,
            f"whether {name} holds the status “{kind.title}” on {spoken(on)}{_why(need)}",
        )
    known = (span for span in registry.spans_of(country, status) if span.holds == "yes")
    ended = [(span.until, a_day(span.until, span.until_by)) for span in known if span.until]
    over = [said for until, said in sorted(ended) if until <= on]
    tail = f"; it ended {over[-1]}" if over else ""
    return Holding(bool(value), f"{name} does not hold the status “{kind.title}”{tail}", kind.citation)
