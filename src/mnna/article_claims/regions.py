"""Regions as articles name them: which countries lie in one for certain, and which are counted either way."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mnna.registry.countries import countries

FILE = Path(__file__).with_name("regions.csv")


class Region(NamedTuple):
    """A region: its `words` in articles, its `members`, and the countries counted by some and not by others."""

    name: str
    words: tuple[str, ...]
    members: frozenset[str]
    disputed: frozenset[str]
    note: str


@cache
def regions() -> dict[str, Region]:
    """Every region by name. Bureaus are those of the Department of State, from the table of countries."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {row["region"]: _region(row) for row in csv.DictReader(file)}


def _region(row: dict[str, str]) -> Region:
    bureaus, disputed = _listed(row["bureaus"]), frozenset(_listed(row["disputed"]))
    members = {code for code, country in countries().items() if country.region in bureaus}
    members = (members | set(_listed(row["with"]))) - set(_listed(row["without"])) - disputed - {"USA"}
    return Region(row["region"], _listed(row["words"]), frozenset(members), disputed, row["note"])


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)
