"""The verdicts of many countries on many days; each question is decided once for each interval and set of statuses.

Between two days of change a question depends only on which statuses are held. So its verdict is cached by that interval
and the values of the statuses that it depends on, for all countries and years that have them in common.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from mnna.engine.asking import law_on, rules_of
from mnna.engine.decision import VERDICTS, Verdict, decided
from mnna.engine.suspension import bars_decided, that_may_cut
from mnna.quick import QuickTuple
from mnna.registry.load import Registry
from mnna.registry.readings import reading_of
from mnna.rules.evaluate import Holding, Situation
from mnna.rules.nodes import statuses_asked
from mnna.rules.partial import days_of_change
from mnna.statutes import catalog
from mnna.statutes.provision import Authority, Provision, parameters

Held = Mapping[str, bool | None]
"""Whether each status is held, by id; None is unknown."""

UNNAMED: dict[str, bool | None] = {"no": False, "unknown": None, "yes": True}
"""The value of a status, as `Registry.holds` gives it, by the word for a country that no row names."""

World = dict[str, dict[str, bool | None]]
"""Whether each status is held, by country and status; None is unknown."""


def held(registry: Registry, countries: Iterable[str], statuses: Iterable[str], on: date) -> World:
    """Return what `Registry.holds` gives for each country and status on that day.

    It is called only for countries with a row of that day; the others get the value of an unnamed country.
    """
    asked = tuple(statuses)
    usual = {status: UNNAMED[registry.unnamed(status, on)] for status in asked}
    world: World = {country: dict(usual) for country in countries}
    tells = {status: [status] for status in asked}
    for status in asked:
        tells.setdefault(registry.kind(status).excluded_by, []).append(status)
    for (country, status), spans in registry.by_key.items():
        if status in tells and country in world and any(span.touches(on) for span in spans):
            world[country] |= {told: registry.holds(country, told, on) for told in tells[status]}
    return world


class Decided(QuickTuple):
    """The verdict on one question, the bars on record that turned it to `no`, and the citation of the provision."""

    verdict: Verdict
    suspended_by: tuple[str, ...]
    citation: str


def decide_here(authority: Authority, here: Situation) -> Decided:
    """Return the verdict that `find_here` gives, without its words."""
    law = law_on(authority, here.on)
    if law is None:
        return Decided(VERDICTS[False if authority.not_yet(here.on) else None], (), authority.provisions[0].citation)
    citation = law.provision.citation
    if bars := tuple(bar.law.authority.id for bar in that_may_cut(law, bars_decided(law, here)) if bar.value):
        return Decided(VERDICTS[False], bars, citation)
    made = decided(law, here)
    return Decided(VERDICTS[None if made.behind.past_budget(here.on) else made.value], (), citation)


class Verdicts:
    """The verdicts of one question of law, by day and statuses held."""

    def __init__(self, authority: Authority) -> None:
        self.authority = authority
        self.asked = _asked(authority)
        self.changes = _changes(authority)
        self.known: dict[tuple[int, tuple[bool | None, ...]], Decided] = {}

    def at(self, on: date, held: Held) -> Decided:
        """Return the verdict on that day for a country with those statuses."""
        key = (bisect_right(self.changes, on), tuple([held[status] for status in self.asked]))
        found = self.known.get(key)
        if found is None:
            found = self.known[key] = decide_here(self.authority, _situation(on, held))
        return found


def _situation(on: date, held: Held) -> Situation:
    return Situation(on, cache(lambda status: Holding(held[status], "")), {}, {})


def _provisions(authority: Authority) -> Iterator[Provision]:
    """Yield the provisions that can decide the question: its own, and those of the bars that may cut it off."""
    for one in (authority, *catalog.bars_of(authority.id)):
        yield from one.provisions


def _asked(authority: Authority) -> tuple[str, ...]:
    trees = (tree for provision in _provisions(authority) for tree in rules_of(provision))
    return tuple(sorted(statuses_asked(*trees)))


def _changes(authority: Authority) -> list[date]:
    """Return the days, in order, on which the law or a figure changes or a text may no longer be trusted."""
    days: set[date] = set()
    for provision in _provisions(authority):
        days |= {day for day in (provision.since, provision.until) if day is not None}
        days |= set().union(*(days_of_change(tree) for tree in rules_of(provision)))
        days |= set(_lapses(provision))
    return sorted(days)


def _lapses(provision: Provision) -> Iterator[date]:
    """Yield the first day on which each text behind the provision may no longer be trusted."""
    figures = (dated.source for one in parameters(provision) for dated in one.history if dated.source)
    for text in {reading_of(source) for source in {provision.source, *figures}}:
        if text is not None and text.trusted_to < date.max:
            yield text.trusted_to + timedelta(days=1)
