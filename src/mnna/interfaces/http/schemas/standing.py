"""The shape of the list of countries."""

from __future__ import annotations

from mnna.interfaces.http.schemas.base import ISO_DAY, Shape


class ListedCountry(Shape):
    """A country with what it holds today among the headline statuses."""

    country: str
    name: str
    region: str
    status: str | None
    since: str | None
    since_by: str | None


class Countries(Shape):
    """Every country the registry knows."""

    on: str = ISO_DAY
    countries: list[ListedCountry]
