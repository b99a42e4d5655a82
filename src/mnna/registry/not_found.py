"""Lists that were searched for and not found: on their days, absence from the list does not mean *no*.

`not_found.csv` has the list (a status), the days (`until` is the first day that is known again, empty if none is), what
was not found, and the search that failed.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from mnna.quick import QuickTuple


class NotFound(QuickTuple):
    """The days of one list that was not found, with the search that failed."""

    status: str
    since: date
    until: date | None
    what: str
    searched: str
    read_on: date

    def covers(self, on: date) -> bool:
        """Return whether the list was not found for that day."""
        return self.since <= on and (self.until is None or on < self.until)


@cache
def not_found() -> tuple[NotFound, ...]:
    """Return every row of the table, in its order."""
    from mnna.registry import read_tables  # late: only reading the table needs it

    return tuple(read_tables.read(read_tables.TABLES, "not_found", NotFound))


@cache
def _by_status() -> dict[str, list[NotFound]]:
    found: dict[str, list[NotFound]] = {}
    for row in not_found():
        found.setdefault(row.status, []).append(row)
    return found


def missing(status: str, on: date) -> NotFound | None:
    """Return what was not found of a list for that day, or None."""
    return next((row for row in _by_status().get(status, ()) if row.covers(on)), None)
