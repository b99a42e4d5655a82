"""The word `status`: who holds what on a day, by which act, and where official lists disagree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mnna.answers.inputs import day, stamp
from mnna.registry.countries import resolve
from mnna.registry.depth import depth_note
from mnna.registry.load import Registry, load_registry
from mnna.registry.records import Country, Proposal, Span, StatusKind, Step

HEADLINE = ("nato", "mnna", "treated-as-mnna")


@dataclass(frozen=True, slots=True)
class StatusAnswer:
    """What a country holds on a day (`held`), what is open (`open_`), the road (`steps`), and where lists differ.

    `note` says whether the country was read in depth or by the lists alone.
    """

    country: Country
    on: date
    held: tuple[Span, ...]
    open_: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]
    proposals: tuple[Proposal, ...]
    disagreements: tuple[str, ...]
    past: tuple[Span, ...]
    registry: Registry
    note: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The contract's JSON, with `past`, `proposals`, `disagreements`, `note` and `stamp` on top."""
        return {
            "country": self.country.iso3,
            "name": self.country.name,
            "on": self.on.isoformat(),
            "statuses": [_span(span) for span in self.held],
            "steps": [_step(step) for step in self.steps],
            "unknown": [{"status": status, "why": why} for status, why in self.open_],
            "past": [_span(span) for span in self.past],
            "proposals": [_proposal(proposal) for proposal in self.proposals],
            "disagreements": list(self.disagreements),
            "note": self.note,
            "stamp": stamp(self.registry),
        }


def status(country: str, on: date | str | None = None, facts: Path | None = None) -> StatusAnswer:
    """What a country's security-cooperation status with the United States is on a day.

    `country` is a code or any usual English name, `on` an ISO date (default today), `facts` a folder of the user's own
    tables. Raises `UnknownCountry`, `BadDate` or `BadFacts`.
    """
    return status_in(load_registry(facts), resolve(country), day(on))


def status_in(registry: Registry, country: Country, on: date) -> StatusAnswer:
    """The same for a registry at hand, such as one with assumptions laid over it."""
    held, open_, past = [], [], []
    for kind in registry.kinds.values():
        spans = registry.spans_of(country.iso3, kind.id)
        held += [span for span in spans if span.covers(on)]
        past += [span for span in spans if span.until is not None and span.holds == "yes" and span.until <= on]
        if (why := _open(registry, country, kind, on)) is not None:
            open_.append((kind.id, why))
    steps = tuple(step for step in registry.steps if step.country == country.iso3)
    proposals = tuple(row for row in registry.proposals if row.country == country.iso3)
    return StatusAnswer(
        country,
        on,
        tuple(held),
        tuple(open_),
        steps,
        proposals,
        tuple(_disagreements(registry, country, on)),
        tuple(past),
        registry,
        depth_note(country),
    )


def _open(registry: Registry, country: Country, kind: StatusKind, on: date) -> str | None:
    if registry.holds(country.iso3, kind.id, on) is not None:
        return None
    span = registry.deciding(country.iso3, kind.id, on)
    if span is not None:
        return span.note or kind.note or kind.definition
    if kind.known_from is not None and on < kind.known_from:
        return f"not encoded before {kind.known_from}"
    if kind.complete_until is not None and on > kind.complete_until:
        return f"the list is known to {kind.complete_until} only: {kind.note or kind.definition}"
    return kind.note or kind.definition


def _disagreements(registry: Registry, country: Country, on: date) -> Iterator[str]:
    """Official lists of one thing that do not say the same on that day."""
    in_law, recited = (registry.holds(country.iso3, status, on) for status in ("mnna", "itar-mnna-list"))
    if in_law is not None and recited is not None and in_law != recited:
        yield (
            f"major non-NATO ally: in law {_word(in_law)} (22 USC 2321k), in the ITAR recital {_word(recited)} "
            "(22 CFR 120.23). The determination makes the status; the recital lags."
        )
    title_10 = registry.holds(country.iso3, "mnna-title10", on)
    if in_law is not None and title_10 is not None and in_law != title_10:
        yield (
            f"major non-NATO ally: under FAA 517 {_word(in_law)}, on the title-10 list {_word(title_10)}. They are "
            "two lists with different consequences."
        )


def _word(value: bool) -> str:
    return "yes" if value else "no"


def _span(span: Span) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "status": span.status,
        **span.days_to_dict(),
        "instrument": span.instrument,
        "citation": span.citation,
        "source": ";".join(span.source),
        "confidence": span.confidence,
        "note": span.note,
    }
    return shown | ({"own": True} if span.own else {}) | ({"assumed": True} if span.assumed else {})


def _step(step: Step) -> dict[str, Any]:
    shown = {
        "step": step.step,
        "on": step.on.isoformat(),
        "source": ";".join(step.source),
        "status": step.status,
        "event": step.event,
        "instrument": step.instrument,
        "confidence": step.confidence,
        "note": step.note,
    }
    return shown | ({"on_by": step.on_by.isoformat()} if step.on_by else {}) | ({"own": True} if step.own else {})


def _proposal(row: Proposal) -> dict[str, Any]:
    return {
        "id": row.id,
        "direction": row.direction,
        "kind": row.kind,
        "proposer": row.proposer,
        "on": row.on,
        "instrument": row.instrument,
        "outcome": row.outcome,
        "note": row.note,
        "source": ";".join(row.source),
        "confidence": row.confidence,
    }
