"""Changes of the record: statuses, steps, lists, readings, proposals, notices, corrections of our own tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from mnna.answers.changes_shape import Changed, ChangeKind
from mnna.answers.timeline import left_open, proposal_said, proposals_made
from mnna.dates import spoken
from mnna.registry import read_tables
from mnna.registry.countries import countries
from mnna.registry.days import a_day
from mnna.registry.load import Registry
from mnna.registry.not_found import missing
from mnna.registry.notices import name, notices_of
from mnna.registry.practice import practice
from mnna.registry.readings import laws, readings
from mnna.registry.records import Correction, Span
from mnna.registry.status_changes import FIRST, PAST, StatusChange, status_changes
from mnna.rules.english import spoken as english_value
from mnna.sentences import capital


def of_statuses(registry: Registry, country: str | None, since: date, until: date) -> Iterator[Changed]:
    """Yield every change of a status of one country, and of what absence from a list means.

    For all countries, a list that expires is one change, not one for each country on it.
    """
    for change in status_changes(registry, since, until):
        if not change.country:
            yield _of_list(registry, change)
        elif country is not None or not _past_its_budget(registry, change):
            yield _of_status(registry, change)


def _past_its_budget(registry: Registry, change: StatusChange) -> bool:
    return change.after == "unknown" and registry.lapsed(change.country, change.status, change.on)


def _of_status(registry: Registry, change: StatusChange) -> Changed:
    kind, span, country = registry.kind(change.status), change.span, change.country
    what = f"{countries()[country].name}, {kind.title}: {_turn(registry, change)}{_by(span, change)}"
    cited, source, own = (span.citation, span.source, span.own) if span else ("", (), False)
    told = (cited or kind.citation, source, _by_then(span, change.on))
    return Changed(change.on, "status", country, change.status, what, change.before, change.after, *told, own=own)


def _turn(registry: Registry, change: StatusChange) -> str:
    """Return the change in a few words."""
    span, on = change.span, change.on
    held = span is not None and span.holds != "unknown"
    if change.after == "yes":
        starts = span and on in (span.since, span.since_by)
        known = starts and not left_open(registry.kind(change.status), on - timedelta(days=1))
        return "begins" if change.before == "no" or known else "known to be held"
    if change.after == "no":
        ended = change.before == "yes" or (span and held and on in (span.until, span.until_by))
        return "ends" if ended else "known not to be held"
    if _past_its_budget(registry, change):
        return "not known, because the list was read too long ago"
    if span and span.since_by and on == span.since:
        return f"{'begins on' if held else 'not known from'} {a_day(span.since, span.since_by)}"
    if span and held and span.until_by and on == span.until:
        return f"ends on {a_day(span.until, span.until_by)}"
    return "not known from this day"


def _by(span: Span | None, change: StatusChange) -> str:
    begins = span is not None and change.after == "yes" and change.on in (span.since, span.since_by)
    return f" ({span.instrument})" if begins and span and span.instrument else ""


def _by_then(span: Span | None, on: date) -> date | None:
    """Return the first day on which the beginning or the end is certain, where the day is not known; else None."""
    if span is None:
        return None
    return span.since_by if on == span.since else span.until_by if on == span.until else None


def _of_list(registry: Registry, change: StatusChange) -> Changed:
    kind = registry.kind(change.status)
    what = f"{kind.title}: {_of_the_list(registry, change)}"
    return Changed(
        change.on, "list", None, kind.id, what, change.before, change.after, kind.citation, (), apart=change.apart
    )


def _of_the_list(registry: Registry, change: StatusChange) -> str:
    trust, gap = registry.trust(change.status), missing(change.status, change.on)
    if change.why == PAST and trust is not None:
        return f"the list of {spoken(trust.text_as_of)} was read too long ago, so who is on it is not known"
    if gap is not None:
        return f"{gap.what}, not found"
    return "the list is known from this day" if change.why == FIRST else "the next list is known"


def of_readings(registry: Registry, since: date, until: date) -> Iterator[Changed]:
    """Yield every list and text that was read, on the day of its text."""
    texts = laws()
    for trust in readings().values():
        if since <= trust.text_as_of <= until:
            kind: ChangeKind = "text" if trust.id in texts else "list"
            cited = next((one.citation for one in registry.kinds.values() if one.reading == trust.id), "")
            what = f"{capital(trust.what)}: the text that was read is of this day"
            after = f"read on {spoken(trust.read_on)}"
            yield Changed(trust.text_as_of, kind, None, trust.id, what, None, after, cited, ())


def of_steps(registry: Registry, since: date, until: date) -> Iterator[Changed]:
    """Yield the steps to a status, and the recorded uses of an authority."""
    for step in registry.steps:
        if since <= step.on <= until:
            said = f"{countries()[step.country].name}, {registry.kind(step.status).title}: {step.step}. {step.event}"
            what, told = said.rstrip(". "), (step.instrument, step.source, step.on_by)
            yield Changed(step.on, "step", step.country, step.status, what, None, step.step, *told, own=step.own)
    for rows in practice().values():
        for row in rows:
            if row.on is not None and since <= row.on <= until:
                yield Changed(row.on, "step", row.country, row.authority, row.what, None, None, "", row.source)


def of_proposals(registry: Registry, since: date, until: date) -> Iterator[Changed]:
    """Yield bills, letters and remarks that asked to designate or revoke; none changes anything by itself."""
    for row in proposals_made(registry.proposals):
        first, by = _window(row.on)
        if since <= first <= until:
            what, told = f"{countries()[row.country].name}: {proposal_said(row)}", (row.instrument, row.source, by)
            yield Changed(first, "proposal", row.country, row.id, what, None, None, *told, own=row.own)


def _window(on: str) -> tuple[date, date | None]:
    """Return the first day of a day, month or year; for a month or year, also the first day after it."""
    first = date.fromisoformat(on + {4: "-01-01", 7: "-01"}.get(len(on), ""))
    most = {4: 366, 7: 31}.get(len(on))
    return first, (first + timedelta(most)).replace(day=1) if most else None


def of_notices(country: str | None, since: date, until: date) -> Iterator[Changed]:
    """Yield the arms sales notified to Congress, once for each purchaser."""
    for row in notices_of(country):
        if row.notified == "yes" and row.notified_on is not None and since <= row.notified_on <= until:
            worth = f", {english_value(Decimal(row.total_usd))} at most" if row.total_usd is not None else ""
            number = f"transmittal {row.transmittal}" if row.transmittal else ""
            told = (name(row), f"{row.purchaser}: {row.what}{worth}", None, None, number, row.source)
            for code in row.recipients:
                if country in (None, code):
                    yield Changed(row.notified_on, "notice", code, *told)


def of_corrections(since: date, until: date) -> Iterator[Changed]:
    """Yield the wrong answers of earlier versions, on the day each was corrected."""
    for row in corrections():
        if since <= row.on <= until:
            what, id_ = f"Mended in {row.mended_in}, wrong in {row.versions}: {row.what}", row.about or row.mended_in
            about = row.country or None
            yield Changed(row.on, "correction", about, id_, what, None, row.right, row.citation, row.source)


@lru_cache(maxsize=1)
def corrections() -> tuple[Correction, ...]:
    """Return every correction, in the order of the table."""
    return tuple(read_tables.read(read_tables.TABLES, "corrections", Correction))
