"""Who holds which statuses on a day, of many countries at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from mnna.registry.load import Registry

UNNAMED: dict[str, bool | None] = {"no": False, "unknown": None, "yes": True}
"""What it means that no row names a country, as `Registry.holds` says it."""

World = dict[str, dict[str, bool | None]]
"""Country to status to whether it is held; None is unknown."""


def held(registry: Registry, countries: Iterable[str], statuses: Iterable[str], on: date) -> World:
    """What `Registry.holds` says that day of each country and status; it is asked only where a row is of that day."""
    asked = tuple(statuses)
    usual = {status: UNNAMED[registry.unnamed(status, on)] for status in asked}
    world: World = {country: dict(usual) for country in countries}
    wanted = set(asked)
    for (country, status), spans in registry.by_key.items():
        if status in wanted and country in world and any(span.touches(on) for span in spans):
            world[country][status] = registry.holds(country, status, on)
    return world
