"""The shapes of the comparison, the political record and the claims of an article."""

from __future__ import annotations

from typing import Literal

from mnna.interfaces.http.schemas.base import ISO_DAY, Shape, Stamp


class FiguresStamp(Stamp):
    """Which law, facts, figures and version answered, by content hash."""

    figures: str


class TimelineEntry(Shape):
    """One dated entry of the record."""

    on: str
    precision: str
    kind: str
    country: str
    what: str
    source: list[str]
    confidence: str
    until: str | None = None
    note: str = ""
    instrument: str = ""
    bearing: str = ""
    on_by: str | None = None
    own: bool = False


class Timeline(Shape):
    """The political record of a country."""

    country: str
    name: str
    on: str = ISO_DAY
    entries: list[TimelineEntry]
    stamp: Stamp


Ruling = Literal["right", "partly", "wrong", "not verifiable"]
