"""What lies ahead of today: sunsets, acts that run out, lists that are due, review periods, budgets that run out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from mnna.answers.changes_shape import Ahead, ids
from mnna.answers.notices import notices
from mnna.dates import spoken
from mnna.registry.countries import countries
from mnna.registry.days import a_day
from mnna.registry.load import Registry
from mnna.registry.readings import Trust, budgets, readings
from mnna.registry.records import Budget, Country
from mnna.rules.nodes import Kind
from mnna.sentences import capital
from mnna.statutes.law_changes import every_law
from mnna.statutes.parameters import parameters
from mnna.statutes.texts import texts

LONGEST_REVIEW = timedelta(days=60)
"""No review period of Congress is longer, so an older notice cannot still run."""


def ahead(registry: Registry, country: Country | None, today: date) -> Iterator[Ahead]:
    """Everything with a day after today that is known today, for one country or all."""
    yield from _sunsets(today)
    yield from _statuses(registry, country, today)
    yield from _due(today)
    yield from _budgets(registry, today)
    yield from _reviews(country, today)


def _sunsets(today: date) -> Iterator[Ahead]:
    """Texts, figures and days of the law that end."""
    for law in every_law():
        for text in law.provisions:
            if text.until is not None and text.until > today:
                what = f"{law.question.rstrip('?')}: the text in force ends"
                yield Ahead(text.until, what, text.citation, None, law.id, ids(text.source))
    for figure in parameters().values():
        for dated in figure.history:
            if dated.until is not None and dated.until > today:
                what = f"{capital(figure.phrase)}: the value in force ends"
                yield Ahead(dated.until, what, dated.citation, None, figure.id, ids(dated.source))
        now = figure.at(today)
        if figure.kind is Kind.DATE and now is not None and isinstance(now.value, date) and now.value > today:
            yield Ahead(now.value, capital(figure.phrase), now.citation, None, figure.id, ids(now.source))
    for row in texts():
        if row.until is not None and row.until > today:
            yield Ahead(row.until, f"{row.title}: runs out", row.citation, None, row.id, ids(row.source))


def _statuses(registry: Registry, country: Country | None, today: date) -> Iterator[Ahead]:
    for span in registry.spans:
        if span.until is None or span.until <= today or (country and span.country != country.iso3):
            continue
        kind = registry.kind(span.status)
        what = f"{countries()[span.country].name}, {kind.title}: ends on {a_day(span.until, span.until_by)}"
        yield Ahead(span.until, what, span.citation or kind.citation, span.country, span.status, span.source)


def _due(today: date) -> Iterator[Ahead]:
    """The next day on which each yearly list is due."""
    for budget in budgets().values():
        if budget.due:
            lists = [trust.what for trust in readings().values() if trust.budget == budget.kind]
            yield Ahead(_next(today, budget), f"Lists due: {'; '.join(lists)}. {budget.because}", "", None, budget.kind)


def _next(today: date, budget: Budget) -> date:
    due = date.fromisoformat(f"{today.year}-{budget.due}")
    return due if due > today else due.replace(year=due.year + 1)


def _budgets(registry: Registry, today: date) -> Iterator[Ahead]:
    """The first day on which a list or text that is trusted today no longer is."""
    for trust in readings().values():
        if today <= trust.trusted_to < date.max:
            yield _runs_out(registry, trust)


def _runs_out(registry: Registry, trust: Trust) -> Ahead:
    of_list = (kind.citation for kind in registry.kinds.values() if kind.reading == trust.id)
    read_as_of = f"{capital(trust.what)}, read as of {spoken(trust.text_as_of)}"
    cited = next(of_list, "")
    if trust.runs_out:
        return Ahead(
            trust.trusted_to, f"{read_as_of}: the last day it is trusted. {trust.because}", cited, None, trust.id
        )
    on = trust.trusted_to + timedelta(days=1)
    return Ahead(on, f"{read_as_of}: trusted no longer. {trust.because}", cited, None, trust.id)


def _reviews(country: Country | None, today: date) -> Iterator[Ahead]:
    """The end of the review of every notice that Congress still has before it."""
    found = notices(country.iso3 if country else None, since=today - LONGEST_REVIEW, until=today)
    for row in found.notices:
        if row.notified != "yes" or row.notified_on is None or not row.review_days or row.emergency:
            continue
        ends = row.notified_on + timedelta(days=row.review_days)
        if ends > today:
            what = f"{row.purchaser}: {row.review_days} days of review end. {row.description}"
            yield Ahead(ends, what, f"transmittal {row.transmittal}", row.recipients[0], row.transmittal, row.source)
