"""The shapes of the figures."""

from __future__ import annotations

from mnna.interfaces.http.schemas.base import Shape


class ListedIndicator(Shape):
    """A series in the list."""

    id: str
    title: str
    unit: str
    producer: str
    licence: str
    first_year: int
    last_year: int
    countries: int
    origin: str


class Indicators(Shape):
    """Every series of figures."""

    indicators: list[ListedIndicator]


class Indicator(ListedIndicator):
    """Whose a series is, and what it covers."""

    kind: str
    version: str
    vintage: str
    licence_note: str
    citation: str
    address: str
    obtained_from: str
    absent: str
    direction: str
    fiscal_year: str
    caveats: list[str]
    rows: int
    checksum: str
    low: float | None
    high: float | None
    zero_means: str


class Point(Shape):
    """A figure of one year."""

    year: int
    value: float


class SeriesNote(Shape):
    """A warning about some years of a series."""

    from_year: int
    to_year: int
    note: str


class Series(Shape):
    """One indicator for one country; `because` says why there is no figure, `notes` warn of some of its years."""

    indicator: Indicator
    country: str
    series: list[Point]
    because: str
    notes: list[SeriesNote]
