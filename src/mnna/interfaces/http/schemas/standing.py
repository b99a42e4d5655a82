"""The shapes of who holds what: one country, all countries, one status."""

from __future__ import annotations

from typing import Literal

from mnna.interfaces.http.schemas.base import ISO_DAY, Shape, Stamp


class Span(Shape):
    """A status held from `since` (included) until `until` (excluded; null is open).

    Where a day is not known, `since_by` and `until_by` are the first certain day; null where it is known.
    """

    status: str
    since: str = ISO_DAY
    since_by: str | None
    until: str | None
    until_by: str | None
    instrument: str
    citation: str
    source: str
    confidence: str
    note: str
    own: bool = False
    assumed: bool = False


class Step(Shape):
    """An event on the road to a status."""

    step: str
    on: str
    source: str
    status: str
    event: str
    instrument: str
    confidence: str
    note: str
    on_by: str | None = None
    own: bool = False


class OpenStatus(Shape):
    """A status of which it is not known whether it is held."""

    status: str
    why: str


class Proposal(Shape):
    """A proposal to designate or revoke, which changes nothing by itself."""

    id: str
    direction: str
    kind: str
    proposer: str
    on: str
    instrument: str
    outcome: str
    note: str
    source: str
    confidence: str


class Status(Shape):
    """What a country holds on a day."""

    country: str
    name: str
    on: str = ISO_DAY
    statuses: list[Span]
    steps: list[Step]
    unknown: list[OpenStatus]
    past: list[Span]
    proposals: list[Proposal]
    disagreements: list[str]
    note: str
    stamp: Stamp


class Held(Shape):
    """A country that holds, or may hold, a status on the day."""

    country: str
    name: str
    status: str
    holds: Literal["yes", "unknown"]
    since: str
    since_by: str | None
    until: str | None
    until_by: str | None
    instrument: str
    citation: str
    source: str
    confidence: str


class Holders(Shape):
    """Who holds the shown statuses on a day."""

    on: str = ISO_DAY
    shown: list[str]
    counts: dict[str, int]
    held: list[Held]
    unnamed: dict[str, Literal["no", "unknown", "yes"]]
    stamp: Stamp


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
