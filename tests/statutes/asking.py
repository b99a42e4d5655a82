"""One question put to one authority, as the tests of sections ask."""

from __future__ import annotations

from datetime import date

from mnna.engine.finding import Finding, find
from mnna.registry.load import load_registry
from mnna.rules.nodes import Value
from mnna.statutes import catalog


def asked(id_: str, country: str, on: str, **given: Value | None) -> Finding:
    """The finding for a country on a day, with facts of the case."""
    return find(catalog.authority(id_), load_registry(), country, date.fromisoformat(on), given)


def verdict(id_: str, country: str, on: str, **given: Value | None) -> str:
    """Its verdict alone."""
    return asked(id_, country, on, **given).verdict
