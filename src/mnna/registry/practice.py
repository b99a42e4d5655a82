"""What each authority was used for, by which ally and when: a permission is worth what is done with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from mnna.registry import read_tables
from mnna.registry.records import Practice


@lru_cache(maxsize=1)
def practice() -> dict[str, tuple[Practice, ...]]:
    """The uses of every authority that was looked into, by its id, in the order of the table."""
    found: dict[str, list[Practice]] = {}
    for row in read_tables.read_practice(read_tables.TABLES):
        found.setdefault(row.authority, []).append(row)
    return {authority: tuple(rows) for authority, rows in found.items()}


def in_practice(authority: str, on: date) -> tuple[Practice, ...]:
    """What is known by a day of the use of one authority; empty where it was not looked into."""
    return tuple(row for row in practice().get(authority, ()) if row.on is None or row.on <= on)


def counted(authorities: Iterable[str], on: date) -> str:
    """For how many of the authorities a use is documented, likely or not found, in a sentence; empty for none."""
    found = Counter(kind for id_ in authorities if (kind := best(id_, on)))
    total = sum(found.values())
    if not total:
        return ""
    counts = f"documented for {found['used']}, likely for {found['fits']} and not found for {found['none']}"
    return f"In practice: a use by an ally was looked for in {total} of these questions; it is {counts}."


def best(authority: str, on: date) -> str:
    """The kind that says most of an authority; a use that needs no status says nothing of it."""
    kinds = {row.kind for row in in_practice(authority, on)}
    return next((kind for kind in ("used", "fits", "none") if kind in kinds), "")
