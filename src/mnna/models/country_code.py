"""What a caller may write for a country, read the same way by every public function of `models`."""

from __future__ import annotations

from mnna.models.panel import World


def as_code(world: World, country: str) -> str:
    """The code of a country given by code or by any usual name; raises `UnknownCountry` with the nearest names."""
    if country in world.actors:
        return country
    from mnna.registry.countries import resolve

    return resolve(country).iso3
