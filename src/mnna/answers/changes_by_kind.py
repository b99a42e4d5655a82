"""Every kind of change: of statuses, steps, lists, readings, proposals, notices and corrections of our own tables,
then of the law encoded here: its texts, its figures, the official words, and the verdicts for one country.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from mnna.answers.timeline import left_open, proposal_said, proposals_made
from mnna.dates import spoken
from mnna.engine.finding import Finding, find_here, situation
from mnna.engine.record import Record, described
from mnna.engine.verdicts import Verdicts
from mnna.registry import read_tables
from mnna.registry.countries import countries
from mnna.registry.days import a_day
from mnna.registry.load import Registry
from mnna.registry.notices import name, notices_of
from mnna.registry.practice import practice
from mnna.registry.readings import laws, missing, readings
from mnna.registry.records import Correction, Country, Span
from mnna.registry.status_changes import FIRST, PAST, StatusChange, status_changes, turns_of
from mnna.rules.english import spoken as english_value
from mnna.rules.nodes import Dated
from mnna.sentences import capital, without_needs
from mnna.statutes import catalog, official_words
from mnna.statutes.law_changes import figure_changes, law_changes
from mnna.statutes.provision import Authority
from mnna.statutes.texts import KINDS as TEXT_KINDS
from mnna.statutes.texts import texts
from mnna.statutes.wording import worded

KINDS = {
    "status": "Statuses",
    "step": "Steps",
    "law": "Law",
    "parameter": "Amounts and days of the law",
    "list": "Lists",
    "text": "Texts",
    "proposal": "Proposals",
    "notice": "Notices of arms sales",
    "correction": "Corrections of our own tables",
}
"""The kinds of changes with their headings, in the order of every listing."""

ChangeKind = Literal["status", "step", "law", "parameter", "list", "text", "proposal", "notice", "correction"]


@dataclass(frozen=True, slots=True, repr=False)
class Changed(Record):
    """One change, on the day it took effect."""

    on: date = field(metadata=described("The day; of one that is not known exactly, the first it can be."))
    kind: ChangeKind
    country: str | None = field(metadata=described("The country it is about; null where it is about none or all."))
    id: str = field(metadata=described("Of a status, question, figure, list, text, proposal or notice."))
    what: str
    before: str | int | Decimal | None = field(
        metadata=described("What held the day before; of a verdict or status `yes`, `no` or `unknown`.")
    )
    after: str | int | Decimal | None = field(metadata=described("What holds from that day; null is nothing."))
    citation: str
    source: tuple[str, ...]
    on_by: date | None = field(
        default=None, metadata=described("The first day on which it is certain, where it is not the day.", sparse=True)
    )
    apart: tuple[str, ...] = field(
        default=(),
        metadata=described("Of a whole list: the countries whose own rows say otherwise.", "except", sparse=True),
    )
    own: bool = field(default=False, metadata=described("Whether it is one of the user's own rows.", sparse=True))


@dataclass(frozen=True, slots=True, repr=False)
class Ahead(Record):
    """An event to come, with a day that is known today."""

    on: date
    what: str
    citation: str
    country: str | None = None
    id: str = ""
    source: tuple[str, ...] = ()


def ids(source: str) -> tuple[str, ...]:
    """Return the source ids that are joined with semicolons."""
    return tuple(id_ for id_ in source.split(";") if id_)


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
    begins = span is not None and change.after == "yes" and change.on in (span.since, span.since_by)
    by = f" ({span.instrument})" if span and begins and span.instrument else ""
    what = f"{countries()[country].name}, {kind.title}: {_turn(registry, change)}{by}"
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


def _by_then(span: Span | None, on: date) -> date | None:
    """Return the first day on which the beginning or the end is certain, where the day is not known; else None."""
    if span is None:
        return None
    return span.since_by if on == span.since else span.until_by if on == span.until else None


def _of_list(registry: Registry, change: StatusChange) -> Changed:
    kind = registry.kind(change.status)
    trust, gap = registry.trust(change.status), missing(change.status, change.on)
    said = "the list is known from this day" if change.why == FIRST else "the next list is known"
    if change.why == PAST and trust is not None:
        said = f"the list of {spoken(trust.text_as_of)} was read too long ago, so who is on it is not known"
    elif gap is not None:
        said = f"{gap.what}, not found"
    told = (f"{kind.title}: {said}", change.before, change.after, kind.citation, ())
    return Changed(change.on, "list", None, kind.id, *told, apart=change.apart)


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


def of_law(since: date, until: date) -> Iterator[Changed]:
    """Yield every change of the text that answers a question, from `since` to `until`."""
    for on, law, before, after in law_changes(since, until):
        said = "the first text encoded here" if not before else "a new text answers" if after else "no text is left"
        what, newest = f"{law.question.rstrip('?')}: {said}", after or before
        assert newest is not None
        old = worded(before.says, on - timedelta(days=1)) if before else None
        new = worded(after.says, on) if after else None
        yield Changed(on, "law", None, law.id, what, old, new, newest.citation, ids(newest.source))


def of_figures(since: date, until: date) -> Iterator[Changed]:
    """Yield every change of an amount, a number of days or a date of the law."""
    for on, figure, before, after in figure_changes(since, until):
        newest, new = after or before, f"{english_value(after.value) if after else 'none'} from this day"
        assert newest is not None
        what = f"{capital(figure.phrase)}: {f'{english_value(before.value)} until then, ' if before else ''}{new}"
        values, cited = (_value(before), _value(after)), "; ".join(newest.cited())
        yield Changed(on, "parameter", None, figure.id, what, *values, cited, ids(newest.source))


def _value(dated: Dated | None) -> str | int | Decimal | None:
    value = None if dated is None else dated.value
    return value.isoformat() if isinstance(value, date) else value


def of_texts(since: date, until: date) -> Iterator[Changed]:
    """Yield the beginning and end of texts beside the questions, and the last amendment of each section held.

    Bills are among those texts.
    """
    for text in texts():
        for on, begins in ((text.since, True), (text.until, False)):
            if on is not None and since <= on <= until:
                kind: ChangeKind = "proposal" if text.kind == "proposal" else "text"
                what = f"{text.title} ({TEXT_KINDS[text.kind]}){'' if begins else ': no longer applies'}"
                says = worded(text.says, on)
                old, new = (None, says) if begins else (says, None)
                yield Changed(on, kind, None, text.id, what, old, new, text.citation, ids(text.source))
    for section in official_words.sections().values():
        if (on := section.unchanged_since) is not None and since <= on <= until:
            heading, edition = section.heading.rstrip("."), official_words.edition(section.id, section.release)
            cited, last = official_words.cited(section.id), "last amended; the words held are those since this day"
            yield Changed(on, "text", None, section.id, f"{cited}, {heading}: {last}", None, edition, cited, ())


def of_verdicts(registry: Registry, country: Country, since: date, until: date) -> Iterator[Changed]:
    """Yield every change of a verdict for the country, with the law or with its statuses."""
    here = cache(lambda on: situation(registry, country.iso3, on, {}))
    for authority in catalog.authorities().values():
        verdicts = Verdicts(authority)
        turns = set(verdicts.changes).union(*(turns_of(registry, country.iso3, status) for status in verdicts.asked))
        days = sorted(day for day in turns if since <= day <= until)
        asked = [since - timedelta(days=1), *days] if days else []
        found = [find_here(authority, registry, country.iso3, here(on)) for on in asked]
        for on, (before, after) in zip(days, pairwise(found), strict=True):
            if before.verdict != after.verdict:
                yield _verdict(authority, country, on, before, after)


def _verdict(authority: Authority, country: Country, on: date, before: Finding, after: Finding) -> Changed:
    text, cited = authority.at(on), "; ".join(after.citations[:2])
    source = ids(text.source) if text else ()
    what = f"{country.name}: {authority.question} {without_needs(after.because, after.needs)}"
    return Changed(on, "law", country.iso3, authority.id, what, before.verdict, after.verdict, cited, source)
