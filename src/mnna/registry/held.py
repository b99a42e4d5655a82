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
    tells = {status: [status] for status in asked}
    for status in asked:
        tells.setdefault(registry.kind(status).excluded_by, []).append(status)
    for (country, status), spans in registry.by_key.items():
        if status in tells and country in world and any(span.touches(on) for span in spans):
            world[country] |= {told: registry.holds(country, told, on) for told in tells[status]}
    return world
