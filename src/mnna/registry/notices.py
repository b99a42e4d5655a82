"""The record of arms sales: every notice to Congress that was found, and cases that a source says were not notified.

These tables are read only by answers about notices, so that other answers need not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache, wraps
from typing import TypeVar

from mnna.quick import Path, QuickTuple, quick_pattern
from mnna.registry import read_tables
from mnna.registry.data_directory import own_notices
from mnna.registry.records import Source

FOLDER = read_tables.TABLES / "notices"
Found = TypeVar("Found")


class NoticeRow(QuickTuple):
    """One notice of an arms sale, or one case that a source says was not notified.

    `transmittal` is its number, empty if the source gives none. `notified_on` is None if no day is stated; `day_is`
    says whether it is the day it was `delivered` to Congress, that of a news `release` (up to five days later), or one
    inferred from a `report`. Values are US dollars. `mde_basis` is `stated`, `inferred` by a reader from the items,
    `listed` (items, no amount) or empty for not stated. `total_basis` is `stated`, `rounded`, `package` (the sum of
    several cases) or empty. `notified` is `yes`, `no`, or `likely-no` if the source does not say so outright;
    `leads_to` is the notice that later included such a case. `amends` is the notice that a report under 36(b)(5)(C)
    enlarges: no new sale. `stated_days` is the review period as the source gives it. `open` is why a conflict with the
    law is left as an open question. `own` marks a row that the user downloaded with `mnna refresh`.
    """

    transmittal: str
    recipients: tuple[str, ...]
    purchaser: str
    channel: str
    notified_on: date | None
    day_is: str
    mde_usd: int | None
    mde_basis: str
    total_usd: int | None
    total_basis: str
    what: str
    notified: str
    emergency: str
    amends: str
    leads_to: str
    stated_days: int | None
    source: tuple[str, ...]
    confidence: str
    open: str
    note: str
    own: bool = False

    @property
    def counts(self) -> bool:
        """Return whether it is a new sale that was notified: no amendment, and no case that was not notified."""
        return self.notified == "yes" and not self.amends


class Series(QuickTuple):
    """The transmittal numbers of one year: the highest found, and how many below it were not found."""

    year: int
    highest: int
    never_seen: int


def _own() -> tuple[Path, int]:
    """Return the folder of the user's notices and the modification time of its table, 0 if there is none."""
    folder = own_notices()
    try:
        return folder, (folder / "notices.csv").stat().st_mtime_ns
    except OSError:
        return folder, 0


def _kept(read: Callable[[Path, int], Found]) -> Callable[[], Found]:
    """Return `read`, cached until the user's table changes and called with the user's folder and the table's time."""
    kept = lru_cache(maxsize=2)(read)
    return wraps(read)(lambda: kept(*_own()))


@_kept
def notices(own: Path, changed: int) -> tuple[NoticeRow, ...]:
    """Return every row, oldest first, the user's in place of the package's; raises `BadFacts` for invalid rows."""
    mine = read_tables.read(own, "notices", NoticeRow, own=True, check=_check) if changed else []
    replaced = {row.transmittal for row in mine}
    ours = read_tables.read(FOLDER, "notices", NoticeRow, check=_check)
    rows = [*(row for row in ours if row.transmittal not in replaced), *mine]
    return tuple(sorted(rows, key=lambda row: (row.notified_on or date.max, row.transmittal)))


def notices_of(country: str | None) -> tuple[NoticeRow, ...]:
    """Return the rows with a purchaser of that alpha-3 code; all rows for None."""
    return tuple(row for row in notices() if country is None or country in row.recipients)


@_kept
def by_number(own: Path, changed: int) -> dict[str, NoticeRow]:
    """Return every row that has a number, by its number."""
    return {row.transmittal: row for row in notices() if row.transmittal}


def day_of(transmittal: str) -> date | None:
    """Return the day of the notice with that number; None if there is no such notice or no day."""
    row = by_number().get(transmittal)
    return row.notified_on if row else None


@_kept
def notice_sources(own: Path, changed: int) -> dict[str, Source]:
    """Return the sources of the record by id; there are many, so they are kept apart from other sources."""
    folders = (FOLDER, own) if changed else (FOLDER,)
    return {row.id: row for folder in folders for row in read_tables.read(folder, "sources", Source)}


def name(row: NoticeRow) -> str:
    """Return a row's name: its number, or its purchasers with its day or with the notice that later included it."""
    if row.transmittal:
        return row.transmittal
    whose = ", ".join(row.recipients)
    return f"{whose} before {row.leads_to}" if row.leads_to else f"{whose} {row.notified_on or 'without a day'}"


def _check(row: NoticeRow) -> None:
    """Raise `ValueError` if two cells of a row contradict each other."""
    for value, basis in ((row.mde_usd, row.mde_basis.replace("listed", "")), (row.total_usd, row.total_basis)):
        if (value is None) != (basis == ""):
            raise ValueError("a value has a basis, and only a value")
    if (row.notified_on is None) != (row.day_is == ""):
        raise ValueError("a day says whose it is, and only a day")
    if row.mde_usd is not None and row.total_usd is not None and row.mde_usd > row.total_usd:
        raise ValueError("equipment is a part of the total and exceeds it")
    if row.leads_to and row.notified == "yes":
        raise ValueError("only a case that was not notified leads to a notice")


_NUMBER = quick_pattern(r"(?m)^(\d+)-(\d+)$")


@_kept
def series(own: Path, changed: int) -> tuple[Series, ...]:
    """Return the `Series` of every year, from the usual numbers, such as 24-16.

    Some numbers were never used, or belong to classified notices.
    """
    seen: dict[int, set[int]] = {}
    for year, place in _NUMBER.findall("\n".join(row.transmittal for row in notices())):
        seen.setdefault(2000 + int(year), set()).add(int(place))
    return tuple(Series(year, max(found), max(found) - len(found)) for year, found in sorted(seen.items()))


def years_without() -> tuple[int, ...]:
    """Return the years between the first and the last notice for which no notice with a day was found."""
    years = {row.notified_on.year for row in notices() if row.notified_on and row.counts}
    return tuple(year for year in range(min(years), max(years)) if year not in years)


def last_day() -> date:
    """Return the day of the last notice on record."""
    return max(row.notified_on for row in notices() if row.notified_on)
