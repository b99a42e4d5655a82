"""What earlier versions answered wrongly, as far as it is known: a row stays for good, for whoever quoted it."""

from __future__ import annotations

from functools import lru_cache

from mnna.registry import read_tables
from mnna.registry.records import Correction


@lru_cache(maxsize=1)
def corrections() -> tuple[Correction, ...]:
    """Every correction, in the order of the table."""
    return tuple(read_tables.read(read_tables.TABLES, "corrections", Correction))
