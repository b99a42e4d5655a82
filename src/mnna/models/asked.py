"""What a caller may write for a day or a country, read the same way by every public function of `models`."""

from __future__ import annotations

from datetime import date

from mnna.errors import BadDate
from mnna.models.panel import World


def as_day(on: date | str | None) -> date:
    """The day asked for (default today); raises `BadDate` for text that is not an ISO date."""
    if on is None:
        return date.today()
    if isinstance(on, date):
        return on
    try:
        return date.fromisoformat(on)
    except ValueError:
        raise BadDate(f"the day {on!r}", "not a date", (), "Write it like 2021-06-30.") from None


def as_code(world: World, country: str) -> str:
    """The code of a country given by code or by any usual name; raises `UnknownCountry` with the nearest names."""
    if country in world.actors:
        return country
    from mnna.facts.countries import resolve

    return resolve(country).iso3
