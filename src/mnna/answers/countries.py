"""The command `countries`: every country, and which of the headline statuses it holds on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from mnna.answers.inputs import day
from mnna.answers.stamped import Stamped
from mnna.answers.status import HEADLINE
from mnna.engine.record import HIDDEN, in_json
from mnna.registry.codes import codes
from mnna.registry.countries import countries as known
from mnna.registry.load import Registry, load_registry
from mnna.registry.readings import older


class ListedCountry(NamedTuple):
    """A country and the headline status it holds on the day; if none, `unknown` are those it may hold."""

    country: str
    name: str
    region: str
    status: str | None
    since: date | None
    since_by: date | None
    unknown: tuple[str, ...]
    own: bool
    iso2: str | None
    cow: int | None
    gwn: int | None
    fips: str | None


@dataclass(frozen=True, slots=True, repr=False)
class CountriesAnswer(Stamped):
    """Every country the registry knows, by name."""

    on: date
    registry: Registry = field(metadata=HIDDEN)

    @property
    @in_json(after="on")
    def countries(self) -> tuple[ListedCountry, ...]:
        """The countries, by name."""
        return tuple(_listed(self.registry, self.on))

    def older_texts(self) -> list[date]:
        """Return the days of the lists shown that are older than the day asked about."""
        return older((self.registry.trust(status) for status in HEADLINE), self.on)

    def summary(self) -> str:
        """Return the day and the number of countries."""
        return f"{len(known())} countries on {self.on}"


def _listed(registry: Registry, on: date) -> Iterator[ListedCountry]:
    for one in sorted(known().values(), key=lambda one: one.name):
        said = {status: registry.holds(one.iso3, status, on) for status in HEADLINE}
        held = next((status for status, holds in said.items() if holds), None)
        unknown = () if held else tuple(status for status, holds in said.items() if holds is None)
        span = registry.deciding(one.iso3, held, on) if held else None
        since, by = (span.since, span.since_by) if span else (None, None)
        own = span is not None and span.own
        yield ListedCountry(one.iso3, one.name, one.region, held, since, by, unknown, own, *codes(one, on))


def countries(on: date | str | None = None, facts: Path | None = None) -> CountriesAnswer:
    """Return every country with its status on a day (default today): NATO, major non-NATO ally, or treated as one.

    Raises `BadDate`, and `BadFacts` for a folder of the user's own facts that is invalid.
    """
    return CountriesAnswer(day(on), load_registry(facts))
