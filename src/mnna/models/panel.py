"""The world the models look at, put together from the registry and the indicators.

Everything else in `models` works on a `World`, so that it can be run on an invented one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from mnna.errors import CannotAnswer, UnknownWord
from mnna.registry.statuses import USUAL, alliance, in_family, treated_as

if TYPE_CHECKING:
    from mnna.registry.load import Registry
    from mnna.registry.records import StatusKind

Figures = Mapping[tuple[str, int], float]
WANTED = (
    "us_troops_active_duty",
    "us_arms_tiv",
    "gdp_current_usd",
    "population",
    "us_goods_trade_total",
    "us_aid_total_obligations_constant_usd",
    "us_military_aid_disbursements",
    "us_eda_current_value",
    "unga_distance_usa",
    "vdem_polyarchy",
    "civil_conflict_intensity",
    "dist_washington_km",
    "homicide_rate",
    "vdem_physical_violence_index",
    "us_goods_trade_share",
)
RECOGNISED = {"COK": 2023, "NIU": 2023}  # by the United States on 25 September 2023; before, no state to designate
STATUTE = "2321k(b)"  # the six deemed designated by Congress on 21 July 1996; the others are determinations


@dataclass(frozen=True, slots=True)
class Actor:
    """A sovereign state other than the United States; `since` is its first year where that is after 1985."""

    iso3: str
    name: str
    region: str
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """How a country came to be a major non-NATO ally.

    `announced` is the first public announcement (the determination where none was found, and then
    `announcement_found` is False), `determined` the legal act; `by_statute` marks those Congress deemed designated,
    `early` the year of the first listing under title 10, before the title-22 status existed.
    """

    country: str
    announced: date
    determined: date
    announcement_found: bool = True
    by_statute: bool = False
    early: int | None = None


@dataclass(frozen=True, eq=False)
class World:
    """States, who joined NATO when, who was named when, and the figures. Equal only to itself: it can key a cache.

    `withheld` names, by indicator, each (country, year) whose figure was left out as wrong: it is missing, and no older
    figure may stand in for it. `own` says which rows of the user's own registry the models go by.
    """

    actors: Mapping[str, Actor]
    namings: Mapping[str, Naming]
    joined_nato: Mapping[str, date] = field(default_factory=dict)
    treated_as: Mapping[str, date] = field(default_factory=dict)
    pacts: Mapping[str, tuple[tuple[date, date | None], ...]] = field(default_factory=dict)
    figures: Mapping[str, Figures] = field(default_factory=dict)
    withheld: Mapping[str, frozenset[tuple[str, int]]] = field(default_factory=dict)
    last_years: Mapping[str, int] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    own: tuple[str, ...] = ()

    def has(self, indicator: str) -> bool:
        """Whether there are figures for the indicator here."""
        return bool(self.figures.get(indicator))

    def withholds(self, indicator: str, country: str, year: int) -> bool:
        """Whether the figure of that country and year was left out as wrong."""
        return (country, year) in self.withheld.get(indicator, frozenset())

    def name(self, country: str) -> str:
        """The country's English name, or its code where it is not an actor here."""
        return self.actors[country].name if country in self.actors else country


def load_world(facts: Path | None = None) -> World:
    """The world of the registry (with the user's folder of `facts` laid over it) and of the indicators there are
    figures for, the user's own included."""
    from mnna.registry.load import load_registry
    from mnna.series import indicators

    vintages = tuple((one.id, one.origin, one.checksum) for one in indicators())
    return _world(facts, load_registry(facts).hash, vintages)


@lru_cache(maxsize=4)
def _world(facts: Path | None, _hash: str, _vintages: tuple[tuple[str, str, str], ...]) -> World:
    from mnna.registry.load import load_registry
    from mnna.series import indicators

    registry = load_registry(facts)
    actors = _actors()
    figures = {name: found for name in WANTED if (found := _figures(name, actors))}
    known = {one.id: one for one in indicators()}
    return World(
        actors=actors,
        namings=_namings(registry),
        joined_nato=_since(registry, [alliance(registry.kinds)]),
        treated_as=_since(registry, treated_as(registry.kinds, USUAL)),
        pacts=_pacts(registry),
        figures=figures,
        withheld={name: _withheld(name, found) for name, found in figures.items()},
        last_years={name: known[name].last_year for name in figures},
        sources={name: known[name].source_line() for name in figures},
        own=_own(registry),
    )


def _own(registry: Registry) -> tuple[str, ...]:
    kinds, status = registry.kinds, registry.kind(USUAL)
    weighed = [status, alliance(kinds), *treated_as(kinds, USUAL), *in_family(kinds, "treaty")]
    looked_at = {*(kind.id for kind in weighed), status.preceded_by}
    return tuple(
        f"{span.country} {span.status} from {span.since.isoformat()} ({'; '.join(span.source)})"
        for span in registry.spans
        if span.own and span.status in looked_at
    )


def _actors() -> dict[str, Actor]:
    from mnna.registry.countries import countries
    from mnna.series.coverage_codes import special

    born = {code: one.from_year for code, one in special().items()} | RECOGNISED
    return {
        code: Actor(code, one.name, one.region, born.get(code))
        for code, one in countries().items()
        if code != "USA" and (one.sovereign == "yes" or code == "TWN")
    }


def _since(registry: Registry, kinds: Iterable[StatusKind]) -> dict[str, date]:
    found: dict[str, date] = {}
    statuses = {kind.id for kind in kinds}
    for span in registry.spans:
        earlier = span.country not in found or span.since < found[span.country]
        if span.status in statuses and span.holds == "yes" and not span.assumed and earlier:
            found[span.country] = span.since
    return found


def _pacts(registry: Registry) -> dict[str, tuple[tuple[date, date | None], ...]]:
    found: dict[str, tuple[tuple[date, date | None], ...]] = {}
    treaties = {kind.id for kind in in_family(registry.kinds, "treaty")}
    for span in registry.spans:
        if span.status in treaties:
            found[span.country] = (*found.get(span.country, ()), (span.since, span.until))
    return found


def _namings(registry: Registry) -> dict[str, Naming]:
    announced = {
        step.country: step.on for step in reversed(registry.steps) if step.status == USUAL and step.step == "announced"
    }
    listed = _since(registry, [registry.kind(registry.kind(USUAL).preceded_by)])
    early = {code: day.year for code, day in listed.items() if day.year < 1996}
    found: dict[str, Naming] = {}
    for span in registry.spans:
        if span.status == USUAL and span.holds == "yes" and span.country not in found and not span.assumed:
            first = announced.get(span.country)
            statute = STATUTE in span.citation
            found[span.country] = Naming(
                span.country, first or span.since, span.since, first is not None, statute, early.get(span.country)
            )
    return found


def _figures(name: str, actors: Mapping[str, Actor]) -> dict[tuple[str, int], float]:
    """The indicator's figures for our states; absent rows become 0 only where its record says that they mean zero."""
    from mnna.series import indicator, panel
    from mnna.series.records import ABSENT_ZERO

    try:
        record, table = indicator(name), panel(name)
    except (CannotAnswer, UnknownWord):
        return {}
    found = {key: value for key, value in table.items() if key[0] in actors}
    if record.absent == ABSENT_ZERO:
        for code, actor in actors.items():
            for year in range(max(record.first_year, actor.since or 0), record.last_year + 1):
                found.setdefault((code, year), 0.0)
    return found


def _withheld(name: str, table: Figures) -> frozenset[tuple[str, int]]:
    """What the embedded table leaves out as wrong; nothing where the user or a refresh has brought another table."""
    from mnna.series import indicator, metadata
    from mnna.series.records import EMBEDDED

    if indicator(name).origin != EMBEDDED:
        return frozenset()
    found = {
        (one.country, year)
        for one in metadata.cautions()
        if one.indicator == name and one.effect == "unusable"
        for year in range(one.from_year, one.to_year + 1)
    }
    return frozenset(found - set(table))
