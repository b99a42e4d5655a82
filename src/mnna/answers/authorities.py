"""The command `authorities`: what the law gives or denies a country on a day, question by question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from mnna.answers.inputs import day, foreign, names
from mnna.answers.stamped import Stamped
from mnna.answers.words_shape import OfficialWords
from mnna.engine.asking import statuses_behind
from mnna.engine.finding import VERDICTS, Finding, find_here, situation
from mnna.engine.record import HIDDEN, described, passed_on
from mnna.ids import AuthorityId
from mnna.quick import Path, quick_dataclass, quick_replace
from mnna.quick import quick_field as field
from mnna.registry.consequences import Assumption
from mnna.registry.load import Registry, load_registry
from mnna.registry.records import Country
from mnna.rules.nodes import Value
from mnna.statutes import catalog


@quick_dataclass(frozen=True, repr=False)
class AuthoritiesAnswer(Stamped):
    """Every finding for one country on one day, in the order of the listing."""

    country: Country
    on: date
    findings: tuple[Finding, ...]
    registry: Registry = field(metadata=HIDDEN)
    given: Mapping[str, Value] = field(default_factory=dict, metadata=HIDDEN)
    words: tuple[OfficialWords, ...] | None = field(
        default=None,
        metadata=described("The official words of what decided the findings, where asked for.", sparse=True),
    )
    enact: str = field(default="", metadata=described("The bill that is assumed to be law.", sparse=True))

    assume: ClassVar[tuple[Assumption, ...]] = passed_on(
        "registry.assumptions", "The statuses assumed to begin or to end.", after="on"
    )

    def summary(self) -> str:
        """Return the country, the day, and the number of verdicts of each kind."""
        found = Counter(finding.verdict for finding in self.findings)
        counts = ", ".join(f"{word} {found[word]}" for word in VERDICTS.values())
        return f"{self.country.name} ({self.country.iso3}) on {self.on}: {counts}"

    def __getitem__(self, id_: str) -> Finding:
        """Return the finding for an authority id; raises `UnknownWord` for an unknown id."""
        catalog.authority(id_)
        return next(finding for finding in self.findings if finding.id == id_)


def authorities(
    country: str,
    on: date | str | None = None,
    *,
    only: AuthorityId | Sequence[AuthorityId] = (),
    facts: Path | None = None,
    given: Mapping[str, Value] | None = None,
    assume: Sequence[Assumption] = (),
    words: bool = False,
    enact: str | Path | None = None,
) -> AuthoritiesAnswer:
    """Return what US law gives or denies a country on a day because of its statuses.

    Facts are given by name, such as `{"unit_violation_state": False}`. `words` adds the official words of the law that
    decided each answer. `enact` is a bill assumed to be law, by its number or as a TOML file. Raises `UnknownCountry`,
    `BadDate`, `BadFacts`, `BadQuestion` or `UnknownWord`.
    """
    registry = load_registry(facts).assume(*assume)
    found = authorities_in(registry, foreign(country), day(on), names(only), given or {})
    if enact is not None:
        found = _under(found, enact)
    if not words:
        return found
    from mnna.answers.law_words import words_of_findings

    return quick_replace(found, words=words_of_findings(found.findings, found.on))


def _under(found: AuthoritiesAnswer, bill: str | Path) -> AuthoritiesAnswer:
    """Return the answer with each question decided as if a bill were law."""
    from mnna.answers.bills import bill_of  # imported only where a bill is given
    from mnna.statutes.enacting import enacted, enacted_from

    asked = bill_of(bill)
    figures = enacted_from(asked.figures, found.on)
    here = situation(found.registry, found.country.iso3, found.on, found.given)
    laws = [enacted(catalog.authority(one.id), figures, found.on) for one in found.findings]
    findings = tuple(find_here(law, found.registry, found.country.iso3, here) for law in laws)
    return quick_replace(found, findings=findings, enact=asked.citation)


def authorities_in(
    registry: Registry, country: Country, on: date, only: Sequence[str] = (), given: Mapping[str, Value] | None = None
) -> AuthoritiesAnswer:
    """Return the answer of `authorities` for a registry that is already loaded."""
    asked = [catalog.asked(id_) for id_ in only] if only else list(catalog.authorities().values())
    here = situation(registry, country.iso3, on, given or {})
    findings = tuple(find_here(authority, registry, country.iso3, here) for authority in asked)
    return AuthoritiesAnswer(country, on, findings, registry, dict(given or {}))


def authorities_after(before: AuthoritiesAnswer, registry: Registry) -> AuthoritiesAnswer:
    """Return the same questions answered from another registry.

    Only findings with a status that differs between the registries are computed again.
    """
    code, on = before.country.iso3, before.on
    one, other = before.registry.by_key.of(code), registry.by_key.of(code)
    differ = {key[1] for key in one.keys() | other.keys() if one.get(key) != other.get(key)}
    here = situation(registry, code, on, before.given)
    findings = tuple(
        find_here(law, registry, code, here) if differ & statuses_behind(law, on) else found
        for found in before.findings
        for law in (catalog.authority(found.id),)
    )
    return quick_replace(before, findings=findings, registry=registry)
