"""The command `changes`: what changed between two days, in the law, the lists and the record, and what is to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain

from mnna.answers import changes_by_kind as rows
from mnna.answers.changes_by_kind import KINDS, Ahead, Changed, ids
from mnna.answers.inputs import day, foreign, names
from mnna.answers.notices import notices
from mnna.answers.stamped import Stamped
from mnna.as_typed import meant
from mnna.dates import spoken
from mnna.engine.record import HIDDEN, described, in_json
from mnna.errors import BadDate, BadQuestion, alike
from mnna.quick import Path
from mnna.registry.countries import countries
from mnna.registry.days import a_day, today
from mnna.registry.load import Registry, load_registry
from mnna.registry.readings import budgets, first_line, readings
from mnna.registry.records import Country
from mnna.rules.nodes import Value
from mnna.sentences import capital
from mnna.statutes.law_changes import every_law
from mnna.statutes.parameters import parameters
from mnna.statutes.texts import texts

A_YEAR = timedelta(days=365)
"""How far back a question without a first day goes."""


@dataclass(frozen=True, slots=True, repr=False)
class ChangesAnswer(Stamped):
    """Every change between two days, both included, oldest first, and what is to come after today."""

    country: Country | None = field(metadata=described("The country asked about; null for all."))
    since: date
    until: date
    changes: tuple[Changed, ...]
    ahead: tuple[Ahead, ...] = field(metadata=described("What has a day after today, soonest first."))
    registry: Registry = field(metadata=HIDDEN)
    kind: tuple[str, ...] = field(default=(), metadata=HIDDEN)

    @property
    @in_json()
    def day_note(self) -> str:
        """A note that the last days are a projection, where they come after today; else empty."""
        return first_line(self.until) if self.until > today() else ""

    def summary(self) -> str:
        """Return the country, the days, and how much changed."""
        whose = self.country.name if self.country else "all countries"
        return f"{whose}, {self.since} to {self.until}: {len(self.changes)} changes, {len(self.ahead)} ahead"


def changes(
    country: str | None = None,
    *,
    since: date | str | None = None,
    until: date | str | None = None,
    kind: str | Sequence[str] = (),
    facts: Path | None = None,
) -> ChangesAnswer:
    """Return what changed between two days, both included, in the law, the lists and the record, and what is to come.

    For one country the answer also has each verdict of the law that changed for it, and the changes that are about no
    country. `until` is today by default, `since` a year before it. `kind` keeps only changes of those kinds. Raises
    `UnknownCountry`, `BadDate`, `BadFacts`, or `BadQuestion` for an unknown kind.
    """
    registry, whose = load_registry(facts), foreign(country) if country is not None else None
    last = day(until)
    first = day(since) if since is not None else last - A_YEAR
    if first > last:
        raise BadDate(f"since {first} until {last}", "the first day is after the last", (), "Exchange the two.")
    kinds = tuple(meant(one, KINDS) for one in names(kind))
    if (strange := next((one for one in kinds if one not in KINDS), None)) is not None:
        near = alike(strange, KINDS, 3, 0.5) or tuple(KINDS)
        raise BadQuestion(f"the kind {strange!r}", "there is no such kind of change", near, "")
    wanted = kinds or tuple(KINDS)
    found = [row for row in _all(registry, whose, first, last, wanted) if row.kind in wanted]
    later = tuple(sorted(ahead(registry, whose, today()), key=lambda row: (row.on, row.what)))
    found.sort(key=lambda row: (row.on, list(KINDS).index(row.kind), row.country or "", row.id, row.what))
    return ChangesAnswer(whose, first, last, tuple(found), later, registry, kinds)


def _all(
    registry: Registry, country: Country | None, since: date, until: date, wanted: Sequence[str]
) -> Iterator[Changed]:
    """Yield every change; for one country only its own and those that are about no country."""
    code = country.iso3 if country else None
    of_every_country = chain(
        rows.of_statuses(registry, code, since, until),
        *(each(registry, since, until) for each in (rows.of_steps, rows.of_readings, rows.of_proposals)),
        rows.of_notices(code, since, until),
        *(each(since, until) for each in (rows.of_corrections, rows.of_law, rows.of_figures, rows.of_texts)),
    )
    yield from (row for row in of_every_country if code is None or row.country in (None, code))
    if country is not None and "law" in wanted:
        yield from rows.of_verdicts(registry, country, since, until)


LONGEST_REVIEW = timedelta(days=60)
"""The longest review period of Congress: the review of an older notice is over."""


def ahead(registry: Registry, country: Country | None, today: date) -> Iterator[Ahead]:
    """Yield every event after today that is known today, for one country or all."""
    yield from _sunsets(today)
    yield from _statuses(registry, country, today)
    yield from _due(today)
    yield from _budgets(registry, today)
    yield from _reviews(country, today)


def _sunsets(today: date) -> Iterator[Ahead]:
    """Yield the texts and figures of the law that end, and the dates that it sets."""
    found: list[tuple[Value | None, str, str, str, str]] = []
    for one in every_law():
        what = f"{one.question.rstrip('?')}: the text in force ends"
        found += [(text.until, what, text.citation, one.id, text.source) for text in one.provisions]
    for figure in parameters().values():
        what = capital(figure.phrase)
        ends = f"{what}: the value in force ends"
        found += [(dated.until, ends, dated.citation, figure.id, dated.source) for dated in figure.history]
        if (now := figure.at(today)) is not None:
            found.append((now.value, what, now.citation, figure.id, now.source))
    found += [(row.until, f"{row.title}: runs out", row.citation, row.id, row.source) for row in texts()]
    for on, what, citation, id_, source in found:
        if isinstance(on, date) and on > today:
            yield Ahead(on, what, citation, None, id_, ids(source))


def _statuses(registry: Registry, country: Country | None, today: date) -> Iterator[Ahead]:
    for span in registry.spans:
        if span.until is None or span.until <= today or (country and span.country != country.iso3):
            continue
        kind = registry.kind(span.status)
        what = f"{countries()[span.country].name}, {kind.title}: ends on {a_day(span.until, span.until_by)}"
        yield Ahead(span.until, what, span.citation or kind.citation, span.country, span.status, span.source)


def _due(today: date) -> Iterator[Ahead]:
    """Yield the next day on which each yearly list is due."""
    for budget in budgets().values():
        if budget.due:
            lists = [trust.what for trust in readings().values() if trust.budget == budget.kind]
            due = date.fromisoformat(f"{today.year}-{budget.due}")
            on = due if due > today else due.replace(year=due.year + 1)
            yield Ahead(on, f"Lists due: {'; '.join(lists)}. {budget.because}", "", None, budget.kind)


def _budgets(registry: Registry, today: date) -> Iterator[Ahead]:
    """Yield the first day on which a list or text that is trusted today is no longer trusted."""
    for trust in readings().values():
        if today <= trust.trusted_to < date.max:
            cited = next((kind.citation for kind in registry.kinds.values() if kind.reading == trust.id), "")
            read_as_of = f"{capital(trust.what)}, read as of {spoken(trust.text_as_of)}"
            on, what = trust.trusted_to + timedelta(days=1), "trusted no longer"
            if trust.runs_out:
                on, what = trust.trusted_to, "trusted through this day"
            yield Ahead(on, f"{read_as_of}: {what}. {trust.because}", cited, None, trust.id)


def _reviews(country: Country | None, today: date) -> Iterator[Ahead]:
    """Yield the end of the review of every notice that Congress is still reviewing."""
    found = notices(country.iso3 if country else None, since=today - LONGEST_REVIEW, until=today)
    for row in found.notices:
        if row.notified != "yes" or row.notified_on is None or not row.review_days or row.emergency:
            continue
        ends = row.notified_on + timedelta(days=row.review_days)
        if ends > today:
            what = f"{row.purchaser}: {row.review_days} days of review end. {row.description}"
            yield Ahead(ends, what, f"transmittal {row.transmittal}", row.recipients[0], row.transmittal, row.source)
