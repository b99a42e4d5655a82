"""The command `status`: who holds what on a day, by which act, and where official lists disagree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from mnna.answers import spans
from mnna.answers.inputs import day
from mnna.answers.stamped import Stamped
from mnna.dates import spoken
from mnna.engine.answer import Answer
from mnna.engine.enactment import told_by
from mnna.engine.record import HIDDEN, described, passed_on
from mnna.quick import Path, QuickTuple, quick_dataclass
from mnna.quick import quick_field as field
from mnna.registry.countries import resolve, the
from mnna.registry.load import Registry, load_registry
from mnna.registry.readings import Trust, depth_note, missing, older
from mnna.registry.records import Country, Proposal, Span, StatusKind, Step
from mnna.registry.statuses import headline, our_statuses

HEADLINE = tuple(kind.id for kind in headline(our_statuses()))


class OpenStatus(QuickTuple):
    """A status that the country may or may not hold, and why that is not known."""

    status: str
    why: str


@quick_dataclass(frozen=True, repr=False)
class StatusAnswer(Stamped):
    """What a country holds on a day, what is not known, the steps to it, and where official lists differ."""

    country: Country
    on: date
    held: tuple[Span, ...] = field(metadata=described("What it holds on the day.", "statuses", spans.held))
    steps: tuple[Step, ...] = field(
        metadata=described("The steps to a status; an announcement is not a designation.", of=spans.road)
    )
    open_: tuple[OpenStatus, ...] = field(metadata=described("What is not known.", "unknown"))
    past: tuple[Span, ...] = field(metadata=described("What it held before.", of=spans.held))
    proposals: tuple[Proposal, ...] = field(metadata=described("What was proposed.", of=spans.proposed))
    disagreements: tuple[str, ...] = field(metadata=described("Where official lists differ."))
    registry: Registry = field(metadata=HIDDEN)
    note: str = field(default="", metadata=described("Whether the country was read in depth or by the lists alone."))

    name: ClassVar[str] = passed_on("country.name", "The everyday name of the country.", after="country")

    def older_texts(self) -> list[date]:
        """Return the days of the lists behind what it holds; the user's own and assumed rows rest on no list."""
        listed = (span for span in self.held if not (span.own or span.assumed))
        return older((self.registry.trust(span.status) for span in listed), self.on)

    def summary(self) -> str:
        """Return the country, the day, and what it holds."""
        return f"{self.name} ({self.country.iso3}) on {self.on}: {', '.join(s.status for s in self.held) or 'none'}"


@quick_dataclass(frozen=True, repr=False)
class StatusList(Answer):
    """Every status, and the readings of their lists."""

    kinds: tuple[StatusKind, ...] = field(metadata=described("The statuses.", "statuses"))
    readings: tuple[Trust, ...] = field(metadata=described("What was read of them: the rows that `reading` names."))


def status(country: str, on: date | str | None = None, facts: Path | None = None) -> StatusAnswer:
    """Return a country's security-cooperation statuses with the United States on a day.

    Raises `UnknownCountry`, `BadDate` or `BadFacts`.
    """
    return status_in(load_registry(facts), resolve(country), day(on))


def status_in(registry: Registry, country: Country, on: date) -> StatusAnswer:
    """Return the answer of `status` for a registry that is already loaded, such as one with assumptions."""
    held, open_, past = [], [], []
    for kind in registry.kinds.values():
        rows = registry.spans_of(country.iso3, kind.id)
        if registry.holds(country.iso3, kind.id, on):
            held += [span for span in rows if span.covers(on)]
        past += [span for span in rows if span.until is not None and span.holds == "yes" and span.until <= on]
        if (why := _open(registry, country, kind, on)) is not None:
            open_.append(OpenStatus(kind.id, why))
    steps = tuple(step for step in registry.steps if step.country == country.iso3)
    proposals = tuple(row for row in registry.proposals if row.country == country.iso3)
    differ, note = tuple(_disagreements(registry, country, on)), depth_note(country)
    return StatusAnswer(country, on, tuple(held), steps, tuple(open_), tuple(past), proposals, differ, registry, note)


def _open(registry: Registry, country: Country, kind: StatusKind, on: date) -> str | None:
    if registry.holds(country.iso3, kind.id, on) is not None:
        return None
    gap = missing(kind.id, on)
    if registry.lapsed(country.iso3, kind.id, on):
        said = registry.last_said(country.iso3, kind.id, the(country.name))
        return f"{gap.what}: not found; {said}" if gap else said
    span = registry.deciding(country.iso3, kind.id, on)
    if span is not None:
        return told_by(span.note, on) or kind.note or kind.definition
    if kind.known_from is not None and on < kind.known_from:
        return f"not encoded before {spoken(kind.known_from)}"
    if gap is not None:
        return f"{gap.what}: not found"
    return kind.note or kind.definition


def _disagreements(registry: Registry, country: Country, on: date) -> Iterator[str]:
    """Yield a sentence for each pair of official lists that differ on that day."""
    for kind in registry.kinds.values():
        in_law = registry.holds(country.iso3, kind.id, on)
        for other in map(registry.kind, kind.also_listed):
            listed = registry.holds(country.iso3, other.id, on)
            if in_law is not None and listed is not None and in_law != listed:
                one, another = ("yes", "no") if in_law else ("no", "yes")
                yield other.if_they_differ.format(status=one, list=another)
