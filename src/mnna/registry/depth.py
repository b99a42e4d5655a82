"""The countries for which agreements, leaders, proposals and events were read, not only the lists."""

from __future__ import annotations

from functools import lru_cache

from mnna.dates import spoken
from mnna.registry import read_tables
from mnna.registry.countries import the
from mnna.registry.records import Country, Depth

_NOT_ASKED = ("USA", "NATO")


@lru_cache(maxsize=1)
def depths() -> dict[str, Depth]:
    """Return every country that was read in depth, by its alpha-3 code."""
    return {row.country: row for row in read_tables.read(read_tables.TABLES, "depth", Depth)}


def depth_note(country: Country) -> str:
    """Return, in one or two sentences, what was read for a country beside the lists; empty for the USA and NATO."""
    if country.iso3 in _NOT_ASKED:
        return ""
    name, read = the(country.name), depths().get(country.iso3)
    if read is None:
        return (
            f"The registry is thin for {name}: the lists of law are encoded, but its agreements, leaders and events "
            f"were not read, as they were for {len(depths())} countries. That none stands here is no finding."
        )
    note = f" {read.note}" if read.note else ""
    return f"Agreements, leaders, proposals and events of {name} were read on {spoken(read.read_on)}.{note}"
