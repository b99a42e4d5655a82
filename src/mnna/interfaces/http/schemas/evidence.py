"""The shapes of the comparison, the political record and the claims of an article."""

from __future__ import annotations

from typing import Any, Literal

from mnna.interfaces.http.schemas.base import ISO_DAY, Confidence, Shape, Stamp


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


class Claim(Shape):
    """One claim, judged as of the article's day and as of a later one."""

    id: str
    claim: str
    kind: str
    verdict: Ruling
    verdict_today: Ruling
    because: str
    because_today: str
    basis: Literal["computed", "recorded"]
    citations: list[str]
    figures: list[dict[str, Any]]
    confidence: Confidence | None
    types: list[str]
    paragraph: int | None


class Claims(Shape):
    """The claims of an article."""

    article: str
    dated: str
    claims: list[Claim]
    title: str
    author: str
    publisher: str
    url: str
    reposted: str
    dated_note: str
    as_of: str = ISO_DAY
    counts: dict[str, int]
    counts_today: dict[str, int]
    stamp: FiguresStamp
