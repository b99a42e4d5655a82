"""The rows of a panel. Each question is decided once for all countries that hold the same statuses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from mnna.answers.country_years.columns import PanelColumn
from mnna.engine.finding import VERDICTS
from mnna.engine.verdicts import Decided, Held, Verdicts, held
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
    cells = [_of_day(registry, on, of, columns) for on in days]
    return [(*_codes(country, on), *cells[place][country.iso3]) for country in of for place, on in enumerate(days)]


def long(registry: Registry, days: Sequence[date], of: Sequence[Country], columns: Sequence[PanelColumn]) -> list[Line]:
    """Return a row for each country, year and column, with the details of the cell."""
    worlds = [_World(registry, on, of, columns) for on in days]
    return [
        (*_codes(country, world.on), *world.told(country, column))
        for country in of
        for world in worlds
        for column in columns
    ]


def _codes(country: Country, on: date) -> Line:
    of = codes(country, on)
    return (country.iso3, of.iso2, country.name, of.cow, of.gwn, of.fips, on.year)


def _of_day(
    registry: Registry, on: date, of: Sequence[Country], columns: Sequence[PanelColumn]
) -> dict[str, list[Value]]:
    world = _World(registry, on, of, columns)
    return {country.iso3: [world.value(country, column) for column in columns] for country in of}


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
            return VERDICTS[self.statuses(country)[column.id]]
        decided = self.decided(country, column)
        return None if decided is None else decided.verdict

    def statuses(self, country: Country) -> Held:
        """Return what the country holds."""
        return self.held[country.iso3]

    def decided(self, country: Country, column: PanelColumn) -> Decided | None:
        """Return what the law answers; None for the United States and their territories, which the law is not about."""
        if ours(country):
            return None
        return _verdicts(column.id).at(self.on, self.statuses(country))

    def told(self, country: Country, column: PanelColumn) -> Line:
        """Return the cells of the long form, in the order of its columns."""
        return (self.on.isoformat(), column.kind, column.id, *_TOLD[column.kind](self, country, column))


def _asked(column: PanelColumn) -> Iterator[str]:
    """Yield the status of a column, or the statuses that its question asks about."""
    if column.kind == "status":
        yield column.id
    elif column.kind != "indicator":
        yield from _verdicts(column.id).asked


def _told_status(world: _World, country: Country, column: PanelColumn) -> Line:
    value = VERDICTS[world.statuses(country)[column.id]]
    span = world.registry.deciding(country.iso3, column.id, world.on)
    if span is None or value == VERDICTS[False]:
        return (value, None, None, None, None, None, None, None, column.source or None, None, None)
    days = span.days_to_dict().values()
    return (value, None, None, *days, None, span.citation or column.source, ";".join(span.source), span.confidence)


def _told_law(world: _World, country: Country, column: PanelColumn) -> Line:
    decided = world.decided(country, column)
    nothing = (None,) * 6
    if decided is None:
        return (None, *nothing, None, None, None, None)
    return (decided.verdict, *nothing, ";".join(decided.suspended_by) or None, decided.citation, None, None)


def _told_figure(world: _World, country: Country, column: PanelColumn) -> Line:
    found = figure(column.id, country.iso3, world.on.year)
    return (found.state, found.value, found.unit, None, None, None, None, None, None, found.source, None)


_TOLD = {
    "status": _told_status,
    "authority": _told_law,
    "restriction": _told_law,
    "indicator": _told_figure,
}
"""Kind of a column to the function that returns the cells of the long form."""
