"""The word `what-if`: what designating a country, or ending a status, would change in law, and what it would not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mnna.answers.authorities import authorities_in
from mnna.answers.inputs import assumed, day, foreign, stamp
from mnna.engine.finding import Finding
from mnna.errors import BadQuestion
from mnna.registry.assumptions import Assumption
from mnna.registry.load import Registry, load_registry
from mnna.registry.records import Country


@dataclass(frozen=True, slots=True)
class Change:
    """One finding before and after the assumption."""

    before: Finding
    after: Finding

    @property
    def id(self) -> str:
        """The authority's id."""
        return self.before.id

    @property
    def verdict_changes(self) -> bool:
        """Whether the verdict itself differs, not only the terms or steps."""
        return self.before.verdict != self.after.verdict


@dataclass(frozen=True, slots=True)
class WhatIfAnswer:
    """The difference an assumption makes on a day: `changed` findings, and the `unchanged` ones as they stand."""

    country: Country
    on: date
    changed: tuple[Change, ...]
    unchanged: tuple[Finding, ...]
    registry: Registry

    def to_dict(self) -> dict[str, Any]:
        """The contract's JSON, with `stamp` on top."""
        return {
            "country": self.country.iso3,
            "on": self.on.isoformat(),
            "assume": assumed(self.registry.assumptions),
            "changed": [
                {"id": change.id, "before": change.before.to_dict(), "after": change.after.to_dict()}
                for change in self.changed
            ],
            "unchanged": [finding.id for finding in self.unchanged],
            "stamp": stamp(self.registry),
        }


def what_if(
    country: str,
    *,
    designate: str | Sequence[str] = (),
    terminate: str | Sequence[str] = (),
    on: date | str | None = None,
    facts: Path | None = None,
) -> WhatIfAnswer:
    """What would change for a country if a status began or ended on a day (default today).

    `designate` and `terminate` are one status id or several. Raises `BadQuestion` where neither is given,
    `UnknownCountry`, `UnknownWord`, `BadDate` or `BadFacts`.
    """
    registry, actor, when = load_registry(facts), foreign(country), day(on)
    acts = [("designate", status) for status in _several(designate)]
    acts += [("terminate", status) for status in _several(terminate)]
    if not acts:
        raise BadQuestion(
            "a what-if",
            "no status is assumed to begin or end",
            ("--designate", "--terminate"),
            "Name a status, for example --designate mnna.",
        )
    if both := sorted(set(_several(designate)) & set(_several(terminate))):
        raise BadQuestion(
            f"a what-if in which {both[0]} both begins and ends on {when.isoformat()}",
            "one day cannot do both",
            (),
            "Ask for one, or for two days in turn.",
        )
    return what_if_in(registry, actor, when, [Assumption(actor.iso3, status, when, act) for act, status in acts])


def what_if_in(registry: Registry, country: Country, on: date, assumptions: Sequence[Assumption]) -> WhatIfAnswer:
    """The same for a registry and assumptions at hand."""
    after_registry = registry.assume(*assumptions)
    before = authorities_in(registry, country, on).findings
    after = authorities_in(after_registry, country, on).findings
    pairs = [Change(b, a) for b, a in zip(before, after, strict=True)]
    changed = tuple(pair for pair in pairs if _differs(pair))
    unchanged = tuple(pair.after for pair in pairs if not _differs(pair))
    return WhatIfAnswer(country, on, changed, unchanged, after_registry)


def _differs(pair: Change) -> bool:
    """Whether what the country gets differs: verdict, terms, steps or routes; not merely the words of the reason."""
    b, a = pair.before, pair.after
    return (b.verdict, dict(b.terms), b.steps, b.routes) != (a.verdict, dict(a.terms), a.steps, a.routes)


def _several(asked: str | Sequence[str]) -> tuple[str, ...]:
    return (asked,) if isinstance(asked, str) else tuple(asked)
