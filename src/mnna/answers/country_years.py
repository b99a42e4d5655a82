"""The columns and the rows of a panel. Each question is decided once for all countries that hold the same statuses.

The columns are the codes of a country, and one for each status, authority or series of figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from mnna.answers.law_entries import current
from mnna.as_typed import meant
from mnna.engine.finding import VERDICTS
from mnna.engine.verdicts import Decided, Verdicts, held
from mnna.registry.codes import NAMES, codes
from mnna.registry.countries import ours
from mnna.registry.load import Registry
from mnna.registry.records import Country
from mnna.series import figure, indicator, indicators
from mnna.statutes import catalog

Kind = Literal["code", "status", "authority", "restriction", "indicator", "detail"]

ALL = "all"
"""The word for every id of a kind."""


class PanelColumn(NamedTuple):
    """A column: its heading, its kind, its id and title, its values, and where they come from.

    `id` is that of the status, the question of law or the series; the heading is the same unless two kinds share an id.
    """

    name: str
    kind: Kind
    id: str
    title: str
    values: str
    source: str = ""


TEXT, WHOLE, NUMBER, DAY = "text", "whole number", "number", "day"
YES_NO = "yes, no or unknown"
CODES: tuple[PanelColumn, ...] = (
    PanelColumn("iso3", "code", "iso3", "ISO 3166 alpha-3 code", TEXT, "ISO 3166-1"),
    PanelColumn("iso2", "code", "iso2", NAMES["iso2"], TEXT, "ISO 3166-1"),
    PanelColumn("name", "code", "name", "Country or organization", TEXT),
    PanelColumn("cow", "code", "cow", NAMES["cow"], WHOLE, "Correlates of War Project"),
    PanelColumn("gwn", "code", "gwn", NAMES["gwn"], WHOLE, "K. S. Gleditsch and M. D. Ward"),
    PanelColumn("fips", "code", "fips", NAMES["fips"], TEXT, "FIPS 10-4; Geopolitical Entities and Codes"),
    PanelColumn("year", "code", "year", "Year", WHOLE),
)
DETAILS: tuple[PanelColumn, ...] = (
    PanelColumn("on", "detail", "on", "The day of the year that is asked about", DAY),
    PanelColumn("kind", "detail", "kind", "status, authority, restriction or indicator", TEXT),
    PanelColumn("id", "detail", "id", "The id of what is asked", TEXT),
    PanelColumn("value", "detail", "value", "yes, no or unknown; of a figure value, zero, missing or outside", TEXT),
    PanelColumn("number", "detail", "number", "The figure, of an indicator", NUMBER),
    PanelColumn("unit", "detail", "unit", "The unit of the figure", TEXT),
    PanelColumn("since", "detail", "since", "First possible day of the status", DAY),
    PanelColumn("since_by", "detail", "since_by", "First day by which it certainly was held; empty if `since` is", DAY),
    PanelColumn("until", "detail", "until", "First day on which it may have ended; empty where it has not", DAY),
    PanelColumn("until_by", "detail", "until_by", "First day by which it certainly had; empty if `until` is", DAY),
    PanelColumn("suspended_by", "detail", "suspended_by", "Bars on record that turn the authority to no", TEXT),
    PanelColumn("citation", "detail", "citation", "The law or the act behind it", TEXT),
    PanelColumn("source", "detail", "source", "Ids of the sources of the row, or the source of the figure", TEXT),
    PanelColumn("confidence", "detail", "confidence", "How sure the row of the status is", TEXT),
)
"""The columns of the long form, on each cell."""


def chosen(
    registry: Registry, statuses: Sequence[str], authorities: Sequence[str], figures: Sequence[str]
) -> tuple[PanelColumn, ...]:
    """Return the columns of the ids given, or all statuses and questions of law without any.

    Raises `UnknownWord` with the nearest ids.
    """
    if not (statuses or authorities or figures):
        statuses = authorities = (ALL,)
    found = [
        *(_status(registry, id_) for id_ in _every(statuses, registry.kinds)),
        *(_authority(id_) for id_ in _every(authorities, catalog.authorities())),
        *(_indicator(id_) for id_ in _every(figures, [one.id for one in indicators()])),
    ]
    return tuple(_with_unique_names(found))


def _every(asked: Sequence[str], known: Iterable[str]) -> list[str]:
    return list(known) if ALL in asked else list(dict.fromkeys(asked))


def _status(registry: Registry, id_: str) -> PanelColumn:
    kind = registry.asked(id_)
    return PanelColumn(kind.id, "status", kind.id, kind.title, YES_NO, kind.citation)


def _authority(id_: str) -> PanelColumn:
    law = catalog.asked(id_)
    kind: Kind = "restriction" if law.bears == "bar" else "authority"
    return PanelColumn(law.id, kind, law.id, law.question, YES_NO, current(law).citation)


def _indicator(id_: str) -> PanelColumn:
    of = indicator(meant(id_, [one.id for one in indicators()]))
    return PanelColumn(of.id, "indicator", of.id, f"{of.title} ({of.unit})", NUMBER, of.source_line())


def _with_unique_names(found: Iterable[PanelColumn]) -> list[PanelColumn]:
    """Return the columns with unique headings: a question that shares the id of a status has its kind added."""
    named: Mapping[str, PanelColumn] = {}
    for column in found:
        name = f"{column.name}-{column.kind}" if column.name in named else column.name
        named = {**named, name: column._replace(name=name)}
    return list(named.values())


Value = str | int | float | None
Line = tuple[Value, ...]


def lines(
    registry: Registry, days: Sequence[date], of: Sequence[Country], columns: Sequence[PanelColumn], long: bool
) -> list[Line]:
    """Return a row for each country and year, in that order: the codes, then a cell for each column.

    In the long form each column has a row of its own, with the details of the cell.
    """
    worlds = [_World(registry, on, of, columns) for on in days]
    pairs = [(_codes(country, world.on), country, world) for country in of for world in worlds]
    if long:
        return [(*its, *_details(world, country, one)) for its, country, world in pairs for one in columns]
    return [(*its, *(world.value(country, one) for one in columns)) for its, country, world in pairs]


def _codes(country: Country, on: date) -> Line:
    of = codes(country, on)
    return (country.iso3, of.iso2, country.name, of.cow, of.gwn, of.fips, on.year)


@cache
def _verdicts(id_: str) -> Verdicts:
    return Verdicts(catalog.authority(id_))


class _World:
    """What every country holds on one day, and the verdicts that follow."""

    def __init__(self, registry: Registry, on: date, of: Iterable[Country], columns: Sequence[PanelColumn]) -> None:
        self.registry, self.on = registry, on
        asked = {status for column in columns for status in _asked(column)}
        self.held = held(registry, (country.iso3 for country in of), sorted(asked), on)

    def value(self, country: Country, column: PanelColumn) -> Value:
        """Return the cell of the wide form."""
        if column.kind == "indicator":
            return figure(column.id, country.iso3, self.on.year).value
        if column.kind == "status":
            return VERDICTS[self.held[country.iso3][column.id]]
        decided = self.decided(country, column)
        return None if decided is None else decided.verdict

    def decided(self, country: Country, column: PanelColumn) -> Decided | None:
        """Return what the law answers; None for the United States and their territories, which the law is not about."""
        return None if ours(country) else _verdicts(column.id).at(self.on, self.held[country.iso3])


def _asked(column: PanelColumn) -> Iterator[str]:
    """Yield the status of a column, or the statuses that its question asks about."""
    if column.kind == "status":
        yield column.id
    elif column.kind != "indicator":
        yield from _verdicts(column.id).asked


def _details(world: _World, country: Country, column: PanelColumn) -> Line:
    """Return the cells of the long form, in the order of its columns."""
    told = _TOLD[column.kind](world, country, column)
    cells = {"on": world.on.isoformat(), "kind": column.kind, "id": column.id, **told}
    return tuple(cells.get(detail.name) for detail in DETAILS)


def _told_status(world: _World, country: Country, column: PanelColumn) -> Mapping[str, Value]:
    value = VERDICTS[world.held[country.iso3][column.id]]
    span = world.registry.deciding(country.iso3, column.id, world.on)
    if span is None or value == VERDICTS[False]:
        return {"value": value, "citation": column.source or None}
    told = {"citation": span.citation or column.source, "source": ";".join(span.source), "confidence": span.confidence}
    return {"value": value, **span.days_to_dict(), **told}


def _told_law(world: _World, country: Country, column: PanelColumn) -> Mapping[str, Value]:
    if (decided := world.decided(country, column)) is None:
        return {}
    bars = ";".join(decided.suspended_by) or None
    return {"value": decided.verdict, "suspended_by": bars, "citation": decided.citation}


def _told_figure(world: _World, country: Country, column: PanelColumn) -> Mapping[str, Value]:
    found = figure(column.id, country.iso3, world.on.year)
    return {"value": found.state, "number": found.value, "unit": found.unit, "source": found.source}


_TOLD = {
    "status": _told_status,
    "authority": _told_law,
    "restriction": _told_law,
    "indicator": _told_figure,
}
"""Kind of a column to the function that returns the cells of the long form, by column; a missing one is empty."""
