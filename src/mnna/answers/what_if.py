"""The word `what-if`: what designating a country, or ending a status, would change in law, and what it would not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from mnna.answers.authorities import authorities_in
from mnna.answers.inputs import day, foreign
from mnna.answers.stamped import Stamped
from mnna.engine.finding import Finding
from mnna.engine.record import FIRST, HIDDEN, Record, described, in_json
from mnna.errors import BadQuestion
from mnna.registry.assumptions import Assumption
from mnna.registry.load import Registry, load_registry
from mnna.registry.records import Country


@dataclass(frozen=True, slots=True, repr=False)
class Change(Record):
    """One finding before and after the assumption."""

    before: Finding
    after: Finding

    @property
    @in_json(FIRST)
    def id(self) -> str:
        """The authority's id."""
        return self.before.id

    @property
    def verdict_changes(self) -> bool:
        """Whether the verdict itself differs, not only the terms or steps."""
        return self.before.verdict != self.after.verdict


def _ids(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    return tuple(finding.id for finding in findings)


@dataclass(frozen=True, slots=True, repr=False)
class WhatIfAnswer(Stamped):
    """The difference an assumption makes on a day."""

    country: Country
    on: date
    changed: tuple[Change, ...] = field(metadata=described("What differs: verdict, terms, steps or routes."))
    unchanged: tuple[Finding, ...] = field(metadata=described("The ids of the questions whose answers stay.", of=_ids))
    registry: Registry = field(metadata=HIDDEN)

    @property
    @in_json(after="on")
    def assume(self) -> tuple[Assumption, ...]:
        """The statuses assumed to begin or to end."""
        return self.registry.assumptions

    def summary(self) -> str:
        """The country, what is assumed, and how many answers change."""
        acts = ", ".join(f"{one.act} {one.status}" for one in self.assume)
        counts = f"{len(self.changed)} answers change, {len(self.unchanged)} do not"
        return f"{self.country.name} ({self.country.iso3}) on {self.on}, {acts}: {counts}"


def what_if(
    country: str,
    *,
    designate: str | Sequence[str] = (),
    terminate: str | Sequence[str] = (),
    on: date | str | None = None,
    facts: Path | None = None,
) -> WhatIfAnswer:
    """What would change for a country if a status began or ended on a day (default today).

    Raises `BadQuestion` where no status is named, `UnknownCountry`, `UnknownWord`, `BadDate` or `BadFacts`.
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
