"""The word `unlocks`: which single status or fact would turn a `no` into a `yes`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mnna.answers.inputs import day, foreign, stamp
from mnna.engine.finding import Finding, find
from mnna.ids import AuthorityId
from mnna.registry.assumptions import Assumption
from mnna.registry.load import Registry, load_registry
from mnna.registry.records import Country
from mnna.rules.nodes import Expr, Field, Kind, Status, Value
from mnna.statutes import catalog
from mnna.statutes.provision import Authority


@dataclass(frozen=True, slots=True)
class Unlock:
    """One status gained or lost, or one fact settled, and the verdict it leads to."""

    kind: str
    id: str
    act: str
    words: str
    verdict: str


@dataclass(frozen=True, slots=True)
class UnlocksAnswer:
    """The finding as it stands, and every single change that would make it `yes` (`unlocks`) or leave it open."""

    country: Country
    on: date
    finding: Finding
    unlocks: tuple[Unlock, ...]
    opens: tuple[Unlock, ...]
    registry: Registry

    def to_dict(self) -> dict[str, Any]:
        """The answer as JSON; `routes` are the human acts the law itself names."""
        return {
            "country": self.country.iso3,
            "on": self.on.isoformat(),
            "authority": self.finding.id,
            "verdict": self.finding.verdict,
            "because": self.finding.because,
            "unlocks": [_plain(unlock) for unlock in self.unlocks],
            "opens": [_plain(unlock) for unlock in self.opens],
            "routes": list(self.finding.routes),
            "stamp": stamp(self.registry),
        }


def _plain(unlock: Unlock) -> dict[str, str]:
    return {"kind": unlock.kind, "id": unlock.id, "act": unlock.act, "words": unlock.words}


def unlocks(
    authority: AuthorityId, country: str, on: date | str | None = None, facts: Path | None = None
) -> UnlocksAnswer:
    """Which single status or fact would make an authority answer `yes` for a country on a day.

    Empty `unlocks` where it answers `yes` already, or where no single change would do. Raises `UnknownWord`,
    `UnknownCountry`, `BadDate` or `BadFacts`.
    """
    registry, actor, when, law = load_registry(facts), foreign(country), day(on), catalog.authority(authority)
    now = find(law, registry, actor.iso3, when)
    tried = () if now.verdict == "yes" else tuple(_tried(law, registry, actor.iso3, when, now.suspended_by))
    return UnlocksAnswer(
        actor,
        when,
        now,
        tuple(t for t in tried if t.verdict == "yes"),
        tuple(t for t in tried if t.verdict == "unknown" and now.verdict == "no"),
        registry,
    )


def _tried(
    law: Authority, registry: Registry, country: str, on: date, suspended_by: Iterable[str] = ()
) -> Iterator[Unlock]:
    """A status that is a part of another is gained with it: no Act has named a country in one provision alone."""
    seen: set[str] = set()
    for node in _asked(law, suspended_by, on):
        status = (registry.kind(node.id).part_of or node.id) if isinstance(node, Status) else ""
        if isinstance(node, Status) and status not in seen and registry.kind(status).grantable == "yes":
            seen.add(status)
            act = "terminate" if registry.holds(country, node.id, on) else "designate"
            after = registry.assume(Assumption(country, status, on, act))
            yield Unlock("status", status, act, registry.kind(status).title, find(law, after, country, on).verdict)
        elif isinstance(node, Field) and node.name not in seen and node.name != "on":
            seen.add(node.name)
            for value in _values(node):
                verdict = find(law, registry, country, on, {node.name: value}).verdict
                yield Unlock("fact", node.name, _said(value), node.phrase, verdict)


def _asked(law: Authority, suspended_by: Iterable[str], on: date) -> Iterator[Expr]:
    """What the law and the bars that suspend it ask about, node by node."""
    for one in (law, *map(catalog.authority, suspended_by)):
        provision = one.at(on)
        yield from provision.rule.walk() if provision is not None else ()


def _values(node: Field) -> tuple[Value, ...]:
    return (True, False) if node.kind is Kind.TRUTH else tuple(node.domain)


def _said(value: Value) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
