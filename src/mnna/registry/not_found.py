"""Lists that were looked for and not found: on the days they leave open, no absence from the list means *no*.

`not_found.csv` names the list (a status), the days (`until` is the first that is known again, empty where none is),
what was not found, and the search that failed.
"""

# Annotations are no texts here, which `NamedTuple` and `dataclass` would parse at every start.

from datetime import date
from functools import cache
from typing import NamedTuple


class NotFound(NamedTuple):
    """The days of one list that was not found, with the search that failed."""

    status: str
    since: date
    until: date | None
    what: str
    searched: str
    read_on: date

    def covers(self, on: date) -> bool:
        """Whether it leaves that day open."""
        return self.since <= on and (self.until is None or on < self.until)


@cache
def not_found() -> tuple[NotFound, ...]:
    """Every list that was not found, in the order of the table."""
    from mnna.registry import read_tables  # which lists the tables, this one among them

    return tuple(read_tables.read(read_tables.TABLES, "not_found", NotFound))


@cache
def _by_status() -> dict[str, list[NotFound]]:
    found: dict[str, list[NotFound]] = {}
    for row in not_found():
        found.setdefault(row.status, []).append(row)
    return found


def missing(status: str, on: date) -> NotFound | None:
    """What was not found of a list for that day; None where nothing is missing."""
    return next((row for row in _by_status().get(status, ()) if row.covers(on)), None)
