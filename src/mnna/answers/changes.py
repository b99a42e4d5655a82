"""The word `changes`: what changed between two days, in the law, the lists and the record, and what lies ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from mnna.answers import changes_of_law as law
from mnna.answers import changes_on_record as record
from mnna.answers.changes_ahead import ahead
from mnna.answers.changes_shape import KINDS, Ahead, Changed
from mnna.answers.inputs import day, foreign, names
from mnna.answers.stamped import Stamped
from mnna.engine.record import HIDDEN, described, in_json
from mnna.errors import BadDate, BadQuestion, alike
from mnna.registry.days import today
from mnna.registry.load import Registry, load_registry
from mnna.registry.readings import first_line
from mnna.registry.records import Country

A_YEAR = timedelta(days=365)
"""How far back a question without a first day looks."""


@dataclass(frozen=True, slots=True, repr=False)
class ChangesAnswer(Stamped):
    """Every change between two days, both included, oldest first, and what lies ahead of today."""

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
        """That the last days are a projection, where they come after today; else empty."""
        return first_line(self.until) if self.until > today() else ""

    def summary(self) -> str:
        """The days, and how much changed."""
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
    """What changed between two days, both included: statuses, steps, law, figures, lists, texts, proposals, notices.

    Of one country also what changed in what the law gives it, verdict by verdict; changes that are about no country
    are told too. `until` is today by default, `since` a year before it. `kind` keeps only changes of those kinds.
    Raises `UnknownCountry`, `BadDate`, `BadFacts`, or `BadQuestion` for a kind there is not.
    """
    registry, whose = load_registry(facts), foreign(country) if country else None
    last = day(until)
    first = day(since) if since is not None else last - A_YEAR
    if first > last:
        raise BadDate(f"since {first} until {last}", "the first day is after the last", (), "Exchange the two.")
    kinds = names(kind)
    wanted = _kinds(kinds)
    rows = [row for row in _all(registry, whose, first, last, wanted) if row.kind in wanted]
    found = tuple(sorted(rows, key=_order))
    later = tuple(sorted(ahead(registry, whose, today()), key=lambda row: (row.on, row.what)))
    return ChangesAnswer(whose, first, last, found, later, registry, tuple(kinds))


def _kinds(asked: Sequence[str]) -> tuple[str, ...]:
    for kind in asked:
        if kind not in KINDS:
            near = alike(kind, KINDS) or tuple(KINDS)
            raise BadQuestion(f"the kind {kind!r}", "there is no such kind of change", near, "")
    return tuple(asked) or tuple(KINDS)


def _order(row: Changed) -> tuple[date, int, str, str, str]:
    return row.on, list(KINDS).index(row.kind), row.country or "", row.id, row.what


def _all(
    registry: Registry, country: Country | None, since: date, until: date, wanted: Sequence[str]
) -> Iterator[Changed]:
    """Every change; of one country its own, and those that are about none."""
    code = country.iso3 if country else None
    for row in _of_every_country(registry, code, since, until):
        if code is None or row.country in (None, code):
            yield row
    if country is not None and "law" in wanted:
        yield from law.of_verdicts(registry, country, since, until)


def _of_every_country(registry: Registry, code: str | None, since: date, until: date) -> Iterator[Changed]:
    yield from record.of_statuses(registry, code, since, until)
    yield from record.of_steps(registry, since, until)
    yield from record.of_readings(registry, since, until)
    yield from record.of_proposals(registry, since, until)
    yield from record.of_notices(code, since, until)
    yield from record.of_corrections(since, until)
    yield from law.of_law(since, until)
    yield from law.of_figures(since, until)
    yield from law.of_texts(since, until)
