"""What each authority was used for, by which ally and when: the practical value of a permission."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from mnna.registry.read_tables import TABLES, read
from mnna.registry.records import Practice


@lru_cache(maxsize=1)
def practice() -> dict[str, tuple[Practice, ...]]:
    """Return the uses of every authority that was examined, by its id, in the order of the table."""
    found: dict[str, list[Practice]] = {}
    for row in read(TABLES, "practice", Practice):
        found.setdefault(row.authority, []).append(row)
    return {authority: tuple(rows) for authority, rows in found.items()}


def in_practice(authority: str, on: date) -> tuple[Practice, ...]:
    """Return what is known, by a day, of the use of one authority; empty if it was not examined."""
    return tuple(row for row in practice().get(authority, ()) if row.on is None or row.on <= on)


def counted(authorities: Iterable[str], on: date) -> str:
    """Return a sentence that counts documented, likely and unknown uses; empty if no authority was examined."""
    found = Counter(kind for id_ in authorities if (kind := best(id_, on)))
    total = sum(found.values())
    if not total:
        return ""
    counts = f"documented for {found['used']}, likely for {found['fits']} and not found for {found['none']}"
    return f"In practice: a use by an ally was looked for in {total} of these questions; it is {counts}."


def best(authority: str, on: date) -> str:
    """Return the strongest kind of use: `used`, `fits`, `none`, or empty; uses that need no status do not count."""
    kinds = {row.kind for row in in_practice(authority, on)}
    return next((kind for kind in ("used", "fits", "none") if kind in kinds), "")
