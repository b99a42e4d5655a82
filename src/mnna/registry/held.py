"""Which countries hold which statuses on a day, for many countries at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mnna.registry.load import Registry

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
