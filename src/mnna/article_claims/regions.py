"""Regions as articles name them: their certain members, and the countries that only some sources count as members."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from mnna.registry.countries import countries
from mnna.tables import table

FILE = Path(__file__).with_name("regions.csv")


class Region(NamedTuple):
    """A region: its `words` in articles, its `members`, and `disputed` countries, which only some sources count."""

    name: str
    words: tuple[str, ...]
    members: frozenset[str]
    disputed: frozenset[str]
    note: str


@cache
def regions() -> dict[str, Region]:
    """Return every region by name. Members come from Department of State bureaus in the table of countries."""
    return {row["region"]: _region(row) for row in table(FILE)}


def _region(row: dict[str, str]) -> Region:
    bureaus, disputed = _listed(row["bureaus"]), frozenset(_listed(row["disputed"]))
    members = {code for code, country in countries().items() if country.region in bureaus}
    members = (members | set(_listed(row["with"]))) - set(_listed(row["without"])) - disputed - {"USA"}
    return Region(row["region"], _listed(row["words"]), frozenset(members), disputed, row["note"])


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)
