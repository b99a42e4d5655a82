"""The command `source`: where a fact comes from, and what rests on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from mnna.answers.inputs import word
from mnna.as_typed import meant
from mnna.engine.answer import Answer
from mnna.engine.record import HIDDEN, described
from mnna.errors import BadQuestion, UnknownWord, alike
from mnna.quick import Path
from mnna.registry.countries import fold
from mnna.registry.load import Registry, load_registry
from mnna.registry.notices import name, notice_sources, notices
from mnna.registry.practice import practice
from mnna.registry.records import Source, Span
from mnna.statutes import catalog
from mnna.statutes.provision import Authority, CaseLaw, CaseProvision, Provision, parameters
from mnna.statutes.texts import texts


@dataclass(frozen=True, slots=True, repr=False)
class SourceAnswer(Answer):
    """Where a fact comes from, and everything that cites it: facts of countries, and the ids of laws and texts."""

    id: str
    title: str
    publisher: str
    kind: str
    address: str
    licence: str
    opened_on: str = field(metadata=described("The day it was opened; empty where it was not."))
    note: str
    own: bool = field(metadata=described("Whether it is one of the user's own."))
    rests: tuple[str, ...] = field(metadata=described("What cites it.", "rests_on_it"))

    def summary(self) -> str:
        """Return the id and how much rests on it."""
        return f"{self.id}: {len(self.rests)} rest on it"


@dataclass(frozen=True, slots=True, repr=False)
class SourceList(Answer):
    """Every source, or those with the words of a search."""

    search: str = field(metadata=HIDDEN)
    sources: tuple[Source, ...]


def source(id_: str = "", facts: Path | None = None, *, search: str = "") -> SourceAnswer | SourceList:
    """Return the source with that id and what rests on it.

    Without an id: all sources, or those that contain all words of `search`. The sources of notices of arms sales are
    found by their id alone: they are as many as all others. Raises `UnknownWord` with the nearest ids, `BadQuestion`
    for a search beside an id, or `BadFacts`.
    """
    if word(id_, "source") and search:
        wrong = "an id is looked up, and the list is searched: not both"
        raise BadQuestion(f"the source {id_!r}", wrong, (), "Leave one of the two out.")
    if not id_:
        return SourceList(search, sources(facts, search))
    registry = load_registry(facts)
    id_ = meant(id_, registry.sources)
    if id_ not in registry.sources and (found := notice_sources().get(id_)):
        return SourceAnswer(*found, tuple(f"notice {name(row)}" for row in notices() if id_ in row.source))
    if id_ not in registry.sources:
        near = alike(id_, registry.sources, 5)
        raise UnknownWord(f"the source {id_!r}", "there is no such source", near, "`mnna source` lists them all.")
    return SourceAnswer(*registry.sources[id_], tuple(_facts(registry, id_) + _law(id_)))


def title_of(id_: str) -> str:
    """Return the title of one of our sources, or the id itself where it is none of ours."""
    found = load_registry(None).sources.get(id_) or notice_sources().get(id_)
    return found.title if found else id_


def sources(facts: Path | None = None, search: str = "") -> tuple[Source, ...]:
    """Return every source by id, or those that contain every word of `search`."""
    registry, wanted = load_registry(facts), fold(search).split()
    found = (registry.sources[id_] for id_ in sorted(registry.sources))
    return tuple(one for one in found if not wanted or all(word in fold(" ".join(map(str, one))) for word in wanted))


def _facts(registry: Registry, id_: str) -> list[str]:
    spans = [_span(span) for span in registry.spans if id_ in span.source]
    steps = [f"{s.country} {s.step} {s.on}" for s in registry.steps if id_ in s.source]
    uses = [f"practice of {row.authority}" for rows in practice().values() for row in rows if id_ in row.source]
    proposals = [f"proposal {p.id} {p.country}" for p in registry.proposals if id_ in p.source]
    return spans + steps + proposals + uses


def _span(span: Span) -> str:
    open_ = " unknown" if span.holds == "unknown" else ""
    return f"{span.country} {span.status}{open_} since {span.since}"


def _law(id_: str) -> list[str]:
    cases = (catalog.case_law(channel) for channel in catalog.CHANNELS)
    everything: list[Authority | CaseLaw] = [*catalog.authorities().values(), *cases]
    found = [one.id for one in everything if any(id_ in _sources(provision) for provision in one.provisions)]
    return found + [f"text {text.id}" for text in texts() if id_ in text.source.split(";")]


def _sources(provision: Provision | CaseProvision) -> set[str]:
    """Return the ids of the sources of the text and of its dated figures."""
    figures = (dated.source for one in parameters(provision) for dated in one.history)
    return {id_ for text in (provision.source, *figures) for id_ in text.split(";")}
