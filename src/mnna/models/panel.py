"""The input data of the models: `World`, built from the registry and the indicators as of a day.

All models take a `World`, so that tests can run them on an invented one. A `World` holds nothing later than its day:
a later designation is not an event in it, and its country counts as never designated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from mnna.dates import spoken
from mnna.registry.statuses import USUAL, alliance, in_family, treated_as

if TYPE_CHECKING:
    from mnna.registry.load import Registry
    from mnna.registry.readings import Trust
    from mnna.registry.records import Span, StatusKind
    from mnna.series.records import Indicator

Value = TypeVar("Value")
Figures = Mapping[tuple[str, int], float]
RECOGNIZED = {"COK": 2023, "NIU": 2023}  # recognized as states by the United States on 25 September 2023
STATUTE = "2321k(b)"  # the six deemed designated by Congress on 21 July 1996; the others are determinations


class AsAsked(Mapping[str, Value]):
    """A read-only mapping that makes each value at its first use, because most questions use few values."""

    def __init__(self, names: Iterable[str], make: Callable[[str], Value]) -> None:
        self._names, self._make, self._made = dict.fromkeys(names), make, dict[str, Value]()

    def __getitem__(self, name: str) -> Value:
        if name not in self._made:
            if name not in self._names:
                raise KeyError(name)
            self._made[name] = self._make(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@dataclass(frozen=True, slots=True)
class Actor:
    """A sovereign state other than the United States; `since` is its first year where that is after 1985."""

    iso3: str
    name: str
    region: str
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """How a country became a major non-NATO ally.

    `announced` is the day of the first public announcement (of the determination where none was found), `determined`
    the day of the legal act. `by_statute` is true where Congress deemed the country designated. `early` is the year of
    the first listing under title 10, before the title-22 status existed. Where the day of the legal act is not known
    exactly, `determined_by` is the first day by which it is certain to have happened.
    """

    country: str
    announced: date
    determined: date
    by_statute: bool = False
    early: int | None = None
    determined_by: date | None = None


class Meeting(NamedTuple):
    """A visit of a foreign leader, or a trip of the President or the Secretary of State; `on` is its first day."""

    on: date
    kind: str


class Bar(NamedTuple):
    """A reason to leave a country out of a ranking, from `since` (included) to `until` (excluded; None is open)."""

    since: date
    until: date | None
    why: str


@dataclass(frozen=True, eq=False)
class World:
    """The input data of the models as of the day `on`; mappings are by country code or by indicator id.

    `actors` are the states, `namings` how each became an ally, `joined_nato` and `treated_as` the first day of those
    statuses, `pacts` the spans of defense treaties with the United States. `figures` are by indicator, then by
    (country, year). `withheld` holds, by indicator, each (country, year) whose figure was left out as wrong: it is
    missing, and no older figure replaces it. `intervals` give how far the producer's interval reaches below and above
    a figure. `bars` are the reasons to leave a country out of a ranking, `meetings` the meetings of leaders, oldest
    first. `own` describes the rows of the user's own registry that the models use. Worlds are compared by identity, so
    that a world can be the key of a cache.
    """

    actors: Mapping[str, Actor]
    namings: Mapping[str, Naming]
    joined_nato: Mapping[str, date] = field(default_factory=dict)
    treated_as: Mapping[str, date] = field(default_factory=dict)
    pacts: Mapping[str, tuple[tuple[date, date | None], ...]] = field(default_factory=dict)
    figures: Mapping[str, Figures] = field(default_factory=dict)
    withheld: Mapping[str, frozenset[tuple[str, int]]] = field(default_factory=dict)
    intervals: Mapping[str, Mapping[tuple[str, int], tuple[float, float]]] = field(default_factory=dict)
    last_years: Mapping[str, int] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    bars: Mapping[str, tuple[Bar, ...]] = field(default_factory=dict)
    meetings: Mapping[str, tuple[Meeting, ...]] = field(default_factory=dict)
    own: tuple[str, ...] = ()
    on: date = date.max

    def has(self, indicator: str) -> bool:
        """Return whether this world has figures for the indicator."""
        return bool(self.figures.get(indicator))

    def withholds(self, indicator: str, country: str, year: int) -> bool:
        """Return whether the figure of that country and year was left out as wrong."""
        return (country, year) in self.withheld.get(indicator, frozenset())

    def barred(self, country: str, day: date) -> str:
        """Return why a country is left out of a ranking on a day; empty where it is not left out."""
        found = (one.why for one in self.bars.get(country, ()) if one.since <= day and (one.until or date.max) > day)
        return next(found, "")

    def name(self, country: str) -> str:
        """Return the country's English name, or its code where it is not one of the `actors`."""
        return self.actors[country].name if country in self.actors else country


def as_code(world: World, country: str) -> str:
    """Return the code of a country given by code or name; raises `UnknownCountry` with the nearest names."""
    if country in world.actors:
        return country
    from mnna.registry.countries import resolve

    return resolve(country).iso3


def load_world(facts: Path | None = None, on: date | None = None) -> World:
    """Return the world made from the registry and the loaded indicators, as of a day (default: today).

    The tables in the user's folder `facts` are added to the registry; the user's own figures replace the package's.
    Spans that begin after the day, and figures of years that were not over on the day, are left out.
    """
    from mnna.registry.days import today
    from mnna.registry.load import load_registry
    from mnna.series import indicators

    vintages = tuple((one.id, one.origin, one.checksum) for one in indicators())
    return _world(facts, on or today(), load_registry(facts).hash, vintages)


@lru_cache(maxsize=4)
def _world(facts: Path | None, on: date, _hash: str, _vintages: tuple[tuple[str, str, str], ...]) -> World:
    from mnna.registry.countries import countries
    from mnna.registry.load import load_registry
    from mnna.series import indicators
    from mnna.series.coverage_codes import special
    from mnna.series.lookup import withheld
    from mnna.series.metadata import intervals
    from mnna.series.uses import weighed
    from mnna.series.vintages import OWN

    registry = load_registry(facts)
    actors, met = _actors(), cache(partial(meetings, on))
    known = {one.id: one for one in indicators()}
    names = [name for name in weighed() if name in known]
    figures = AsAsked(names, lambda name: _figures(name, actors, on))
    return World(
        actors=actors,
        namings=_namings(registry, on),
        joined_nato=_since(registry, [alliance(registry.kinds)], on),
        treated_as=_since(registry, treated_as(registry.kinds, USUAL), on),
        pacts=_grouped(
            (span.country, (span.since, span.until)) for span in _held(registry, in_family(registry.kinds, "treaty"))
        ),
        figures=figures,
        withheld=AsAsked(names, lambda name: withheld(name) - set(figures[name])),
        intervals=AsAsked((name for name in names if known[name].origin != OWN), intervals),
        last_years={name: _last_year(known[name], on) for name in names},
        sources={name: known[name].source_line() for name in names},
        bars=_grouped(_bars(registry, on)),
        meetings=AsAsked((*countries(), *special()), lambda code: met().get(code, ())),
        own=_own(registry, on),
        on=on,
    )


def _last_year(of: Indicator, on: date) -> int:
    """Return the indicator's last year that was over on the day; of a static indicator, simply its last year."""
    return of.last_year if of.kind == "static" else min(of.last_year, on.year - 1)


def _own(registry: Registry, on: date) -> tuple[str, ...]:
    """Return a description of each of the user's own spans that the models use and that began by the day."""
    kinds, status = registry.kinds, registry.kind(USUAL)
    weighed = [status, alliance(kinds), *treated_as(kinds, USUAL), *in_family(kinds, "treaty")]
    found = [one for one in _held(registry, weighed, status.preceded_by) if one.own and one.since <= on]
    return tuple(f"{one.country} {one.status} from {spoken(one.since)} ({'; '.join(one.source)})" for one in found)


def _held(registry: Registry, kinds: Iterable[StatusKind], *more: str) -> Iterator[Span]:
    """Yield the spans in which a country held one of the statuses in `kinds`, or one of the status ids in `more`."""
    statuses = {*(kind.id for kind in kinds), *more}
    return (span for span in registry.spans if span.status in statuses and span.holds == "yes")


def _actors() -> dict[str, Actor]:
    from mnna.registry.countries import countries
    from mnna.series.coverage_codes import special

    born = {code: one.from_year for code, one in special().items()} | RECOGNIZED
    return {
        code: Actor(code, one.name, one.region, born.get(code))
        for code, one in countries().items()
        if code != "USA" and (one.sovereign == "yes" or code == "TWN")
    }


def _since(registry: Registry, kinds: Iterable[StatusKind], on: date) -> dict[str, date]:
    """Return, by country, the first day on which it held one of the statuses, for countries that did so by `on`.

    Spans that a what-if question assumes do not count.
    """
    found: dict[str, date] = {}
    for span in _held(registry, kinds):
        if not span.assumed and span.since <= on:
            found[span.country] = min(found.get(span.country, span.since), span.since)
    return found


def _grouped(pairs: Iterable[tuple[str, Value]]) -> dict[str, tuple[Value, ...]]:
    """Return the values by country, in the order given."""
    found: dict[str, tuple[Value, ...]] = {}
    for country, one in pairs:
        found[country] = (*found.get(country, ()), one)
    return found


def _bars(registry: Registry, on: date) -> Iterator[tuple[str, Bar]]:
    """Yield why each country is left out of a ranking: lists of the legal screen, then rivals named by statute.

    A span that the registry marks as unknown also counts, such as a country said to have no armed forces.
    """
    from mnna.series.uses import forecast

    for name in forecast().screen:
        title = registry.kind(name).name
        for span in registry.spans:
            if span.status == name and span.holds != "no" and span.since <= on:
                yield from ((span.country, bar) for bar in _while_held(span, title, registry.trust(name)))
    for one in forecast().rivals:
        if one.since <= on:
            yield one.country, Bar(one.since, None, f"Named by statute as {one.says} ({one.law})")


def _while_held(span: Span, title: str, read: Trust | None) -> Iterator[Bar]:
    """Yield the reasons from one span of a list.

    After the last day on which the list is trusted, the reason also gives the day of the list's text.
    """
    why = f"{title}{', likely but not settled' if span.holds == 'unknown' else ''}"
    if read is None or span.own or span.assumed or (span.until and span.until <= read.trusted_to):
        yield Bar(span.since, span.until, f"{why} ({span.citation})")
        return
    old = read.trusted_to + timedelta(days=1)
    yield Bar(span.since, old, f"{why} ({span.citation})")
    yield Bar(old, span.until, f"{why}, as last read on {spoken(read.text_as_of)} ({span.citation})")


def meetings(on: date) -> dict[str, tuple[Meeting, ...]]:
    """Return the meetings that had begun by a day, by country, oldest first."""
    from mnna.series.meetings import meetings as held

    return _grouped((one.country, Meeting(one.since, one.kind)) for one in held() if one.since <= on)


def _namings(registry: Registry, on: date) -> dict[str, Naming]:
    """Return, by country, how each country was named that had been announced or designated by `on`."""
    steps = [step for step in registry.steps if step.status == USUAL and step.step == "announced"]
    announced = {step.country: step.on for step in reversed(steps)}
    listed = _since(registry, [registry.kind(registry.kind(USUAL).preceded_by)], on)
    early = {code: day.year for code, day in listed.items() if day.year < 1996}
    found: dict[str, Naming] = {}
    for span in _held(registry, [registry.kind(USUAL)]):
        first = announced.get(span.country)
        if span.country in found or span.assumed or min(first or span.since, span.since) > on:
            continue
        days, statute = (first or span.since, span.since), STATUTE in span.citation
        found[span.country] = Naming(span.country, *days, statute, early.get(span.country), span.since_by)
    return found


def _figures(name: str, actors: Mapping[str, Actor], on: date) -> dict[tuple[str, int], float]:
    """Return the indicator's figures for the actors by (country, year), for years that were over on the day.

    An absent row becomes 0 only where the indicator's record says that an absent row means zero.
    """
    from mnna.series import indicator, panel
    from mnna.series.records import ABSENT_ZERO

    record, table = indicator(name), panel(name)
    last = _last_year(record, on)
    found = {key: value for key, value in table.items() if key[0] in actors and key[1] <= last}
    if record.absent == ABSENT_ZERO:
        for code, actor in actors.items():
            for year in range(max(record.first_year, actor.since or 0), last + 1):
                found.setdefault((code, year), 0.0)
    return found
