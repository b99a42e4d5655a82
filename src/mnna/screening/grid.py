"""Turn a country and a day into the facts that still decide the answer, by intervals in which law and statuses are
constant.

The days on which statuses, provisions and parameters change (cuts) divide time into segments. A stretch is one country
under one channel from one of its cuts to the next. Many stretches have the same residue. A row finds its stretch by two
equality joins: its day to a segment, then country, channel and segment to the stretch.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise, product

from mnna.registry.load import Registry
from mnna.registry.readings import Trust, reading_of
from mnna.rules.nodes import statuses_asked
from mnna.rules.partial import Ground, days_of_change
from mnna.screening.breakpoints import Residue, outputs, residue
from mnna.statutes.provision import CaseLaw, CaseProvision, parameters

Statuses = tuple[tuple[str, bool | None], ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A country under a channel from a segment (included) until another (excluded), with the number of its residue.

    `on` is a day in it, for which the evaluator is asked.
    """

    channel: int
    country: int
    first: int
    end: int
    residue: int
    on: date


@dataclass(frozen=True, slots=True)
class Grid:
    """Every stretch of the countries and channels of a file.

    `cuts` are the first days of the segments after segment 0, which is before them all. `statuses` has, for each of the
    `residues` by position, the ids of the statuses that it depends on.
    """

    countries: tuple[str, ...]
    laws: tuple[CaseLaw, ...]
    cuts: tuple[date, ...]
    stretches: tuple[Stretch, ...]
    residues: tuple[Residue, ...]
    statuses: tuple[tuple[str, ...], ...]

    @property
    def segments(self) -> int:
        """Return the number of segments."""
        return len(self.cuts) + 1

    def key(self, country: int, channel: int, segment: int) -> int:
        """Return the number of the cell (country, channel, segment), by which a row finds its stretch."""
        return (country * len(self.laws) + channel) * self.segments + segment

    def over(self, cuts: tuple[date, ...]) -> Grid:
        """Return the grid with more cuts, which must contain its own, so that two registries share their segments."""
        if cuts == self.cuts:
            return self
        place = {0: 0, len(self.cuts) + 1: len(cuts) + 1}
        place |= {number: cuts.index(day) + 1 for number, day in enumerate(self.cuts, 1)}
        moved = tuple(replace(s, first=place[s.first], end=place[s.end]) for s in self.stretches)
        return replace(self, cuts=cuts, stretches=moved)


def build(countries: Sequence[str], laws: Sequence[CaseLaw], registry: Registry, whole: bool) -> Grid:
    """Return the grid of those countries and channels; `whole` also cuts where steps, caveats or texts' days change."""
    return _Builder(tuple(countries), tuple(laws), registry, whole).grid()


class _Builder:
    """Builds a grid, with each residue computed once."""

    def __init__(self, countries: tuple[str, ...], laws: tuple[CaseLaw, ...], registry: Registry, whole: bool) -> None:
        self.countries, self.laws, self.registry, self.whole = countries, laws, registry, whole
        if countries:
            len(registry.by_key)  # loads the spans of all countries at once: a tenth of the time of one by one
        self.asked = [sorted(set().union(*(_asked_by(one, whole) for one in law.provisions))) for law in laws]
        self.law_cuts = [self.cuts_of_law(law, asked) for law, asked in zip(laws, self.asked, strict=True)]
        self.names = cache(lambda channel, place: sorted(_asked_by(laws[channel].provisions[place], whole)))
        self.found: dict[tuple[int, date, Statuses], int] = {}
        self.residues: list[Residue] = []
        self.statuses: list[tuple[str, ...]] = []

    def grid(self) -> Grid:
        own = {at: self.country_cuts(*at) for at in product(range(len(self.laws)), self.countries)}
        cuts = tuple(sorted(set().union(*own.values()))) if own else ()
        place = {day: number + 1 for number, day in enumerate(cuts)}
        stretches = [one for at, days in own.items() for one in self.stretches(*at, days, place)]
        return Grid(self.countries, self.laws, cuts, tuple(stretches), tuple(self.residues), tuple(self.statuses))

    def cuts_of_law(self, law: CaseLaw, asked: list[str]) -> tuple[date, ...]:
        """Return the days, for all countries, on which a law changes or a text or list it relies on gets too old."""
        days = set(_law_cuts(law, self.whole))
        lists = {trust for status in asked if (trust := self.registry.trust(status)) is not None}
        turns = (day for trust in lists for day in _turns(trust, self.whole))
        return tuple(sorted(days | {day for day in turns if day > law.provisions[0].since}))

    def country_cuts(self, channel: int, country: str) -> tuple[date, ...]:
        """Return the days on which a channel's law, or a status it depends on, may change for the country."""
        days = set(self.law_cuts[channel])
        first = min(days)
        for status in self.asked[channel]:
            kind = self.registry.kind(status)
            marks = [kind.known_from] if kind.known_from else []
            for span in self.registry.spans_of(country, status):
                marks += [day for day in (span.since, span.since_by, span.until, span.until_by) if day is not None]
            days.update(day for day in marks if day > first)
        return tuple(sorted(days))

    def stretches(
        self, channel: int, country: str, days: tuple[date, ...], place: dict[date, int]
    ) -> Iterable[Stretch]:
        """Yield the stretches of a country under a channel, the first of them before the law began."""
        number = self.countries.index(country)
        starts = (days[0] - timedelta(days=1), *days)
        segments = (0, *(place[day] for day in days), len(place) + 1)
        for start, (first, end) in zip(starts, pairwise(segments), strict=True):
            yield Stretch(channel, number, first, end, self.residue(channel, country, start), start)

    def residue(self, channel: int, country: str, on: date) -> int:
        """Return the number of the residue of the channel's law for the country on a day."""
        law = self.laws[channel]
        provision = law.at(on)
        names = self.names(channel, law.provisions.index(provision)) if provision else []
        holds = tuple((name, self.registry.holds(country, name, on)) for name in names)
        epoch = max((day for day in self.law_cuts[channel] if day <= on), default=date.min)
        key = (channel, epoch, holds)
        if key not in self.found:
            self.found[key] = len(self.residues)
            self.residues.append(residue(law.channel, provision, Ground(on, dict(holds)), self.whole))
            self.statuses.append(tuple(names))
        return self.found[key]


def _asked_by(provision: CaseProvision, whole: bool) -> set[str]:
    return statuses_asked(*outputs(provision, whole))


def _law_cuts(law: CaseLaw, whole: bool) -> tuple[date, ...]:
    """Return the days on which the law or one of its parameters changes, or a text exceeds its budget."""
    first = law.provisions[0].since
    days = {first}
    for provision in law.provisions:
        changes = set().union(*(days_of_change(rule) for rule in outputs(provision, whole)))
        days |= {day for day in changes if provision.covers(day)} | {provision.since}
        days |= {provision.until} if provision.until else set()
        days |= {day for text in _texts(provision) for day in _turns(text, whole)}
    return tuple(sorted(day for day in days if day >= first))


def _texts(provision: CaseProvision) -> set[Trust]:
    """Return the texts that were read for the provision and its parameters, each with how long it is trusted."""
    figures = (dated.source for one in parameters(provision) for dated in one.history if dated.source)
    found = {reading_of(source) for source in {provision.source, *figures}}
    return {text for text in found if text is not None}


def _turns(text: Trust, whole: bool) -> list[date]:
    """Return the first day past a text's budget and, if `whole`, the first day after the text's own day."""
    last = [text.trusted_to, text.text_as_of] if whole else [text.trusted_to]
    return [day + timedelta(days=1) for day in last if day < date.max]
