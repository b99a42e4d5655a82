"""The collection of all answers that a brief needs; each question is computed once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mnna.answers.authorities import authorities_after, authorities_in
from mnna.answers.inputs import day
from mnna.answers.partition import Partition, partition
from mnna.answers.status import StatusAnswer, status_in
from mnna.engine.finding import Finding
from mnna.errors import BadQuestion
from mnna.registry.consequences import Assumption
from mnna.registry.countries import ours, resolve
from mnna.registry.load import Registry, load_registry
from mnna.registry.records import Country, Span, StatusKind
from mnna.rules.nodes import statuses_asked
from mnna.statutes import catalog
from mnna.statutes.listing import AUTHORITIES, CASE


@dataclass(frozen=True, slots=True)
class Pair:
    """The answers to one question of law, without the status (`without`) and with it (`having`)."""

    without: Finding
    having: Finding
    on: date

    @property
    def id(self) -> str:
        """The authority's id."""
        return self.having.id

    @property
    def topic(self) -> str:
        """The topic of the authority in `authorities.csv`."""
        return AUTHORITIES[self.id].topic

    @property
    def is_bar(self) -> bool:
        """Whether the question is about a restriction, so that "yes" means that the country is barred."""
        return self.having.bears == "bar"

    @property
    def turns_on_case(self) -> bool:
        """Whether only the facts of a case can settle the question, either with the status or without it."""
        return CASE in (self.without.turns_on, self.having.turns_on)

    def asks_for(self, kind: StatusKind) -> bool:
        """Return whether the rule asks for the status or for one that comes with it, as a defense treaty with NATO."""
        provision = catalog.authority(self.id).at(self.on)
        asked = statuses_asked(provision.rule) if provision else set()
        return not asked.isdisjoint((kind.id, *kind.brings))

    @property
    def changes(self) -> bool:
        """Whether the status changes the verdict, or the terms or steps of a yes or an unknown."""
        one, other = self.without, self.having
        if one.verdict != other.verdict:
            return True
        return one.verdict != "no" and (dict(one.terms), one.steps) != (dict(other.terms), other.steps)


@dataclass(frozen=True, slots=True)
class Contrast:
    """The law for a country on a day, without a status and with it.

    `held` says whether the country has the status, None where that is not known. `partition` is that of the what-if in
    which the country gains the status, or loses it where it has it. `span` is the designation, where `on` is the day of
    a designation.
    """

    country: Country
    on: date
    held: bool | None
    pairs: tuple[Pair, ...]
    partition: Partition
    span: Span | None = None

    @property
    def older_texts(self) -> list[date]:
        """The days of those texts behind the answers that are older than the day asked about."""
        found = (one for pair in self.pairs for one in (pair.without, pair.having))
        return [one.as_of for one in found if one.as_of is not None]

    @property
    def own_facts(self) -> tuple[str, ...]:
        """The user's own rows that the answers rest on."""
        found = (one for pair in self.pairs for one in (pair.without, pair.having))
        return tuple(dict.fromkeys(row for one in found for row in one.own_facts))

    @property
    def grants(self) -> tuple[Pair, ...]:
        """The questions about what the law permits or gives."""
        return tuple(pair for pair in self.pairs if not pair.is_bar)

    @property
    def bars(self) -> tuple[Pair, ...]:
        """The questions about restrictions."""
        return tuple(pair for pair in self.pairs if pair.is_bar)

    @property
    def bars_of_record(self) -> tuple[Pair, ...]:
        """The questions about restrictions that a public record can answer."""
        return tuple(pair for pair in self.bars if not pair.turns_on_case)

    @property
    def bars_of_case(self) -> tuple[Pair, ...]:
        """The questions about restrictions that only the facts of a case can answer."""
        return tuple(pair for pair in self.bars if pair.turns_on_case)

    def grants_in(self, group: str) -> tuple[Pair, ...]:
        """Return the questions about what the law gives that are in one group of the partition, such as `gain`."""
        ids = getattr(self.partition, group)
        return tuple(pair for pair in self.grants if pair.id in ids)

    def watched(self, *topics: str) -> tuple[Pair, ...]:
        """Return the questions that readers most often expect the status to change, by topic in the order given."""
        watched = [pair for pair in self.pairs if AUTHORITIES[pair.id].watched]
        return tuple(pair for topic in topics for pair in watched if pair.topic == topic)

    def pair(self, authority: str) -> Pair:
        """Return the pair of one authority id; raises `KeyError` for an unknown id."""
        return {pair.id: pair for pair in self.pairs}[authority]


@dataclass(frozen=True, slots=True)
class BriefContext:
    """The question of a brief, and all answers that it uses."""

    country: Country
    on: date
    kind: StatusKind
    registry: Registry
    status: StatusAnswer
    today: Contrast
    versus: Contrast | None = None
    versus_status: StatusAnswer | None = None
    facts: Path | None = None

    @property
    def answers(self) -> tuple[StatusAnswer, ...]:
        """The status answer of the country, and that of the other country if there is one."""
        return (self.status,) if self.versus_status is None else (self.status, self.versus_status)

    @property
    def codes(self) -> list[str]:
        """The code of the country, and that of the other country if there is one."""
        return [one.country.iso3 for one in self.answers]

    def holds(self, status: str) -> bool | None:
        """Return whether the country holds a status on the day of the brief; None where that is not known."""
        return self.registry.holds(self.country.iso3, status, self.on)

    def held(self, status: str) -> Span | None:
        """Return the span by which the country holds a status on the day; None where it does not hold it."""
        return self.registry.deciding(self.country.iso3, status, self.on) if self.holds(status) else None


def encoded(pair: Pair) -> bool:
    """Return whether the law of the pair's day is encoded; if it is, an unknown is due to facts about the country."""
    law = catalog.authority(pair.id)
    return law.not_yet(pair.on) or law.at(pair.on) is not None


def gather(country: str, versus: str | None, on: date | str | None, asked: str, facts: Path | None) -> BriefContext:
    """Return all answers that a brief on a country needs, compared with `versus` if given.

    `asked` is the id of the status to examine. Raises `UnknownCountry`, `UnknownWord`, `BadDate`, `BadFacts`, and
    `BadQuestion` for the United States, for an organization, or for a country compared with itself.
    """
    registry, when = load_registry(facts), day(on)
    actor, kind = _foreign(registry, resolve(country)), registry.asked(asked)
    standing, today = status_in(registry, actor, when), contrast(registry, actor, kind, when)
    context = BriefContext(actor, when, kind, registry, standing, today, facts=facts)
    if versus is None:
        return context
    other = _foreign(registry, resolve(versus))
    if other == actor:
        wrong = "a comparison needs two countries"
        raise BadQuestion(f"{actor.name} beside itself", wrong, (), "Name another one or none.")
    beside = at_designation(registry, other, kind, when)
    return replace(context, versus=beside, versus_status=status_in(registry, other, when))


def _foreign(registry: Registry, country: Country) -> Country:
    """Return the country; raises `BadQuestion` for the United States and for an organization."""
    if ours(country):
        wrong = "a status is a relation of another country to the United States"
        raise BadQuestion(f"the country {country.name}", wrong, (), "Name another country, for example MEX.")
    if country.sovereign == "organisation":
        do = f"Name a member, for example FRA; `mnna authorities {country.iso3}` shows what the law says of it."
        raise BadQuestion(f"the country {country.name}", f"it {registry.undesignable(country)}", (), do)
    return country


def contrast(registry: Registry, country: Country, kind: StatusKind, on: date) -> Contrast:
    """Return the answers under the law of a day, without the status and with it."""
    held = registry.holds(country.iso3, kind.id, on)
    pairs = _pairs(*registry.without_and_with(country.iso3, kind.id, on), country, on)
    return Contrast(country, on, held, pairs, _parted(registry, country, on, held, pairs))


def _parted(registry: Registry, country: Country, on: date, held: bool | None, pairs: Sequence[Pair]) -> Partition:
    """Return the partition for losing the status where it is held, otherwise for gaining it."""
    without, having = [pair.without for pair in pairs], [pair.having for pair in pairs]
    before = authorities_in(registry, country, on).findings if held is None else without
    return partition(having, without) if held else partition(before, having)


def at_designation(registry: Registry, country: Country, kind: StatusKind, on: date) -> Contrast:
    """Return the answers under the law of the day the country got the status, without it and with it.

    For a country that had not got it by `on`, the law of `on` is used. Where the day of designation is uncertain, the
    first day on which the status is certain is used.
    """
    spans = [span for span in registry.spans_of(country.iso3, kind.id) if _begun(span) <= on and span.holds == "yes"]
    if not spans:
        return contrast(registry, country, kind, on)
    span = spans[-1]
    first = _begun(span)
    without = registry.assume(Assumption(country.iso3, kind.id, span.since, "terminate"))
    pairs = _pairs(without, registry, country, first)
    return Contrast(country, first, True, pairs, _parted(registry, country, first, True, pairs), span)


def _begun(span: Span) -> date:
    return span.since_by or span.since


def _pairs(without: Registry, having: Registry, country: Country, on: date) -> tuple[Pair, ...]:
    before = authorities_in(without, country, on)
    after = authorities_after(before, having)
    return tuple(Pair(one, other, on) for one, other in zip(before.findings, after.findings, strict=True))
