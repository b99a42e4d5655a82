"""Meetings of leaders, by the Office of the Historian: visits to the United States and travels from it, from 1982 on.

`meetings.csv` has the visits of foreign leaders and the travels of Presidents and Secretaries of State (repositories
HistoryAtState/visits and HistoryAtState/travels, CC0; `record` is the number there). `until` is the last day of the
meeting (included). A newer list that the user accepted (`mnna refresh meetings`) replaces it.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from mnna.registry.data_directory import data_directory
from mnna.tables import table

TABLE = Path(__file__).with_name("meetings.csv")
COLUMNS = ("since", "until", "country", "kind", "record")


class Meeting(NamedTuple):
    """One meeting: first and last day, country code, kind (`leader`, `president` or `secretary`), record number."""

    since: date
    until: date
    country: str
    kind: str
    record: str


def own_table() -> Path:
    """Return the path of the user's own newer list, whether or not it exists."""
    return data_directory() / "meetings" / TABLE.name


def meetings() -> tuple[Meeting, ...]:
    """Return every meeting, oldest first, from the user's newer list if there is one, else from the package's list."""
    return _read(*_table())


def covered(kind: str) -> date:
    """Return the last day that the list of a kind is known to cover: the first day of its last meeting."""
    return _last(*_table())[kind]


def _table() -> tuple[Path, int]:
    """Return the path of the list to use, and when it was last written (0 for the package's list)."""
    own = own_table()
    try:
        return own, own.stat().st_mtime_ns
    except OSError:
        return TABLE, 0


@lru_cache(maxsize=2)
def _read(path: Path, _written: int) -> tuple[Meeting, ...]:
    days = date.fromisoformat
    rows = table(path)
    return tuple(
        sorted(Meeting(days(r["since"]), days(r["until"]), r["country"], r["kind"], r["record"]) for r in rows)
    )


@lru_cache(maxsize=2)
def _last(path: Path, written: int) -> dict[str, date]:
    return {one.kind: one.since for one in _read(path, written)}
