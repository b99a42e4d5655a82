"""What a brief is made from: the answers, asked once, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mnna.answers.authorities import authorities_in
from mnna.answers.inputs import day
from mnna.answers.status import StatusAnswer, status_in
from mnna.engine.finding import Finding
from mnna.errors import BadQuestion
from mnna.registry.assumptions import Assumption
from mnna.registry.countries import resolve
from mnna.registry.load import Registry, load_registry
from mnna.registry.records import Country, Span, StatusKind
from mnna.statutes import catalog

VERDICT, TERMS, OPEN, SAME = "verdict", "terms", "open", "same"
COMMITMENT, NOTIFICATION, FINANCING = (
    "collective-defense",
    "notification-thresholds",
    "foreign-military-financing",
)

CARRIED = {"nato": ("mutual-defense-treaty",)}
"""Statuses that another is made of: to be a member is to be party to the North Atlantic Treaty, a span of its own."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One question of law, answered without the status and with it."""

    without: Finding
    having: Finding
    on: date

    @property
    def id(self) -> str:
        """The authority's id."""
        return self.having.id

    @property
    def restricts(self) -> bool:
        """Whether the question is a restriction, so that yes is the bad news."""
        return catalog.is_bar(self.id)

    @property
    def kind(self) -> str:
        """What the status does: turns the `verdict`, changes `terms`, leaves it `open`, or the `same`."""
        one, other = self.without, self.having
        if "unknown" in (one.verdict, other.verdict):
            return OPEN
        if one.verdict != other.verdict:
            return VERDICT
        return TERMS if self.moves else SAME

    @property
    def moves(self) -> bool:
        """Whether what the country gets differs: the verdict, or behind a yes or unknown the terms or steps."""
        one, other = self.without, self.having
        if one.verdict != other.verdict:
            return True
        return one.verdict != "no" and (dict(one.terms), one.steps) != (dict(other.terms), other.steps)


@dataclass(frozen=True, slots=True)
class Contrast:
    """What a status makes of a country's law on a day: `held` says whether it has it then (None: not known).

    `span` is the designation looked at, for a contrast set on the day of a designation.
    """

    country: Country
    on: date
    held: bool | None
    pairs: tuple[Pair, ...]
    span: Span | None = None

    def of(self, *kinds: str, restrictions: bool = False) -> tuple[Pair, ...]:
        """The pairs of those kinds, either the questions of what is given or the restrictions."""
        return tuple(pair for pair in self.pairs if pair.kind in kinds and pair.restricts == restrictions)

    def pair(self, authority: str) -> Pair:
        """The pair of one authority id; raises `KeyError`."""
        return {pair.id: pair for pair in self.pairs}[authority]


@dataclass(frozen=True, slots=True)
class Matter:
    """The question and every answer a brief rests on."""

    country: Country
    on: date
    kind: StatusKind
    registry: Registry
    standing: StatusAnswer
    today: Contrast
    versus: Contrast | None = None
    versus_standing: StatusAnswer | None = None
    facts: Path | None = None

    def holds(self, status: str) -> bool | None:
        """Whether the country holds a status on the day of the brief."""
        return self.registry.holds(self.country.iso3, status, self.on)


def encoded(pair: Pair) -> bool:
    """Whether the law of that day is encoded, so that an unknown is about the country and not about our texts."""
    law = catalog.authority(pair.id)
    return any(provision.covers(pair.on) for provision in law.provisions)


def gather(country: str, versus: str | None, on: date | str | None, asked: str, facts: Path | None) -> Matter:
    """Every answer the brief needs.

    Raises `UnknownCountry`, `UnknownWord`, `BadDate`, `BadFacts`, and `BadQuestion` for the United States, for an
    organization, or for a country compared with itself.
    """
    registry, when = load_registry(facts), day(on)
    actor, kind = _foreign(resolve(country)), registry.kind(asked)
    standing, today = status_in(registry, actor, when), contrast(registry, actor, kind, when)
    if versus is None:
        return Matter(actor, when, kind, registry, standing, today, facts=facts)
    other = _foreign(resolve(versus))
    if other == actor:
        raise BadQuestion(
            f"{actor.name} beside itself", "a comparison needs two countries", (), "Name another one or none."
        )
    beside = status_in(registry, other, when)
    return Matter(
        actor, when, kind, registry, standing, today, at_designation(registry, other, kind, when), beside, facts
    )


def _foreign(country: Country) -> Country:
    if country.iso3 == "USA":
        raise BadQuestion(
            "a brief on the United States",
            "a status is a relation of another country to the United States",
            (),
            "Name another country, for example MEX.",
        )
    if country.sovereign == "organisation":
        raise BadQuestion(
            f"a brief on {country.name}",
            "it is an organization, and only countries are designated",
            (),
            f"Name a member, for example FRA; `mnna authorities {country.iso3}` shows what the law says of it.",
        )
    return country


def contrast(registry: Registry, country: Country, kind: StatusKind, on: date) -> Contrast:
    """The law of a day without the status and with it, whichever of the two is the case that day."""
    held = registry.holds(country.iso3, kind.id, on)
    ids = (kind.id, *CARRIED.get(kind.id, ()))
    ended = registry.assume(*(Assumption(country.iso3, id_, on, "terminate") for id_ in ids))
    begun = registry.assume(*(Assumption(country.iso3, id_, on, "designate") for id_ in ids))
    without = registry if held is False else ended
    return Contrast(country, on, held, _pairs(without, registry if held else begun, country, on))


def at_designation(registry: Registry, country: Country, kind: StatusKind, on: date) -> Contrast:
    """The law of the day the country got the status, as though it had not; of `on` where it never did by then.

    Where the day of a designation is not known, the first day on which the status is certain is taken.
    """
    spans = [span for span in registry.spans_of(country.iso3, kind.id) if _begun(span) <= on and span.holds == "yes"]
    if not spans:
        return contrast(registry, country, kind, on)
    span = spans[-1]
    first = _begun(span)
    pairs = _pairs(_untouched(registry, country, kind, span.since), registry, country, first)
    return Contrast(country, first, True, pairs, span)


def _begun(span: Span) -> date:
    return span.since_by or span.since


def _untouched(registry: Registry, country: Country, kind: StatusKind, since: date) -> Registry:
    """The registry without this status from that day, and without what came with it.

    The lists that follow a designation stay where they began earlier: Japan stood on the title-10 list of 1987.
    """
    by_key = dict(registry.by_key)
    for status in (kind.id, *kind.follows):
        key = (country.iso3, status)
        by_key[key] = tuple(span for span in by_key.get(key, ()) if span.since < since)
    return replace(registry, by_key=by_key)


def _pairs(without: Registry, having: Registry, country: Country, on: date) -> tuple[Pair, ...]:
    before = authorities_in(without, country, on).findings
    after = authorities_in(having, country, on).findings
    return tuple(Pair(one, other, on) for one, other in zip(before, after, strict=True))
