"""The rows of a panel. Each question is decided once for all countries that hold the same statuses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from mnna.answers.country_years.columns import DETAILS, PanelColumn
from mnna.engine.finding import VERDICTS
from mnna.engine.verdicts import Decided, Verdicts, held
from mnna.registry.codes import codes
from mnna.registry.countries import ours
from mnna.registry.load import Registry
from mnna.registry.records import Country
from mnna.series import figure
from mnna.statutes import catalog

Value = str | int | float | None
Line = tuple[Value, ...]


def wide(registry: Registry, days: Sequence[date], of: Sequence[Country], columns: Sequence[PanelColumn]) -> list[Line]:
    """Return a row for each country and year, in that order: the codes, then a cell for each column."""
    worlds = [_World(registry, on, of, columns) for on in days]
    return [
        (*_codes(country, world.on), *(world.value(country, column) for column in columns))
        for country in of
        for world in worlds
    ]


def long(registry: Registry, days: Sequence[date], of: Sequence[Country], columns: Sequence[PanelColumn]) -> list[Line]:
    """Return a row for each country, year and column, with the details of the cell."""
    worlds = [_World(registry, on, of, columns) for on in days]
    return [
        (*_codes(country, world.on), *_details(world, country, column))
        for country in of
        for world in worlds
        for column in columns
    ]


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
