"""The shapes of sources."""

from __future__ import annotations

from mnna.interfaces.http.schemas.base import Shape


class Source(Shape):
    """Where facts come from."""

    id: str
    title: str
    publisher: str
    kind: str
    address: str
    licence: str
    opened_on: str
    note: str
    own: bool


class SourceAndWhatRests(Source):
    """A source with everything that cites it."""

    rests_on_it: list[str]


class Sources(Shape):
    """Every source."""

    sources: list[Source]
