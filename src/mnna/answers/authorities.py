"""The word `authorities`: what the law gives or denies a country on a day, question by question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mnna.answers.inputs import assumed, day, foreign, stamp
from mnna.engine.finding import Finding, find
from mnna.ids import AuthorityId
from mnna.registry.assumptions import Assumption
from mnna.registry.load import Registry, load_registry
from mnna.registry.records import Country
from mnna.rules.nodes import Value
from mnna.statutes import catalog


@dataclass(frozen=True, slots=True)
class AuthoritiesAnswer:
    """Every finding for one country on one day, in the order of the listing."""

    country: Country
    on: date
    findings: tuple[Finding, ...]
    registry: Registry

    def to_dict(self) -> dict[str, Any]:
        """The contract's JSON, with `stamp` on top."""
        return {
            "country": self.country.iso3,
            "on": self.on.isoformat(),
            "assume": assumed(self.registry.assumptions),
            "findings": [finding.to_dict() for finding in self.findings],
            "stamp": stamp(self.registry),
        }

    def __getitem__(self, id_: str) -> Finding:
        """The finding of that authority id; raises `UnknownWord` where there is no such authority."""
        catalog.authority(id_)
        return next(finding for finding in self.findings if finding.id == id_)


def authorities(
    country: str,
    on: date | str | None = None,
    *,
    only: Sequence[AuthorityId] = (),
    facts: Path | None = None,
    given: Mapping[str, Value] | None = None,
    assume: Sequence[Assumption] = (),
) -> AuthoritiesAnswer:
    """What US law gives or denies a country on a day because of its statuses.

    `only` limits the answer to some authority ids; `given` are facts the registry does not hold, by name, such as
    `{"unit_gross_violation": False}`; `assume` lays statuses over the registry. Raises `UnknownCountry`, `BadDate`,
    `BadFacts` or `UnknownWord`.
    """
    registry = load_registry(facts).assume(*assume)
    return authorities_in(registry, foreign(country), day(on), only, given or {})


def authorities_in(
    registry: Registry, country: Country, on: date, only: Sequence[str] = (), given: Mapping[str, Value] | None = None
) -> AuthoritiesAnswer:
    """The same for a registry at hand."""
    asked = [catalog.authority(id_) for id_ in only] if only else list(catalog.authorities().values())
    findings = tuple(find(authority, registry, country.iso3, on, given) for authority in asked)
    return AuthoritiesAnswer(country, on, findings, registry)
