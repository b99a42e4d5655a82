"""Comparison of newer figures with stored ones, and of published notices of arms sales with the record.

Figures are added, gone or revised. Notices are compared by number; accepted ones go to the user's own table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from mnna.registry.data_directory import own_notices
from mnna.registry.notices import NoticeRow, by_number, notice_sources
from mnna.registry.records import Source
from mnna.series.figures import Panel
from mnna.series.records import Shown
from mnna.series.refresh.arms_sales import Published
from mnna.series.vintages import write_table

SAME = 1e-6
"""A relative difference up to this is rounding, not a revision."""
SHOWN = 5


class Revision(NamedTuple):
    """A stored figure (`held`) and the newer one (`new`) of the same country and year."""

    country: str
    year: int
    held: float
    new: float


@dataclass(frozen=True, slots=True)
class Drift(Shown):
    """The changes if the newer figures of one indicator were stored, as numbers of figures.

    `first_added` and `last_added` are the first and last year of the added figures; `largest` are the revisions with
    the largest relative difference.
    """

    indicator: str
    added: int
    first_added: int | None
    last_added: int | None
    gone: int
    revised: int
    same: int
    largest: tuple[Revision, ...]


def drift(indicator: str, held: Panel, new: Panel) -> Drift:
    """Return how the `new` figures of an indicator differ from the stored ones (`held`)."""
    years = sorted(year for _, year in new.keys() - held.keys())
    both = sorted(held.keys() & new.keys())
    moved = [key for key in both if abs(held[key] - new[key]) > SAME * max(abs(held[key]), abs(new[key]))]
    revised = [Revision(*key, held[key], new[key]) for key in moved]
    largest = sorted(revised, key=lambda one: -(abs(one.new - one.held) / max(abs(one.held), abs(one.new))))[:SHOWN]
    first, last = (years[0], years[-1]) if years else (None, None)
    gone, same = len(held.keys() - new.keys()), len(both) - len(revised)
    return Drift(indicator, len(years), first, last, gone, len(revised), same, tuple(largest))


Kind = Literal["new", "changed", "conflict"]
COLUMNS = tuple(name for name in NoticeRow._fields if name != "own")
SOURCE_COLUMNS = tuple(name for name in Source._fields if name != "own")
LICENCE = "US Government work, public domain"


@dataclass(frozen=True, slots=True)
class NoticeDifference(Shown):
    """One published notice that is not on record (`new`), adds to it (`changed`) or contradicts it (`conflict`).

    `changes` give the recorded and the published values; a conflict is shown and never accepted.
    """

    transmittal: str
    kind: Kind
    country: str
    changes: tuple[str, ...]
    address: str


def differences(found: Iterable[Published]) -> Iterator[tuple[NoticeDifference, NoticeRow | None]]:
    """Yield each notice that differs from the record, with the row that would replace it, or None for a conflict."""
    held = by_number()
    for one in found:
        row, wanted = held.get(one.transmittal), None
        kind: Kind = "conflict"
        if row is None:
            day = f"delivered {one.notified_on}" if one.notified_on else "no day stated"
            amounts = f"total {_usd(one.total_usd)}, major defense equipment {_usd(one.mde_usd)}"
            kind, told, wanted = "new", [day, amounts], _new(one)
        elif not (told := list(_conflicts(row, one))):
            kind, told, wanted = "changed", list(_additions(row, one)), _with(row, one)
        if told:
            yield NoticeDifference(one.transmittal, kind, one.recipient, tuple(told), one.address), wanted


def _usd(value: int | None) -> str:
    return "not stated" if value is None else f"${value:,}"


def _conflicts(row: NoticeRow, one: Published) -> Iterator[str]:
    """Yield, in words, each recorded value that the published notice contradicts."""
    if one.recipient not in row.recipients:
        yield f"purchaser {', '.join(row.recipients)} held, {one.recipient} published"
    for what, held, basis, new in _amounts(row, one):
        if held is not None and new is not None and held != new and basis == "stated":
            yield f"{what} {_usd(held)} held, {_usd(new)} published"
    if row.notified_on and one.notified_on and row.day_is == "delivered" and row.notified_on != one.notified_on:
        yield f"day {row.notified_on} held, {one.notified_on} published"


def _additions(row: NoticeRow, one: Published) -> Iterator[str]:
    """Yield, in words, each value that the published notice states and the record does not."""
    for what, held, basis, new in _amounts(row, one):
        if new is not None and held != new and basis != "stated":
            yield f"{what} {_usd(held)}{f' ({basis})' if basis else ''} held, {_usd(new)} published"
    if one.notified_on and row.day_is != "delivered" and _close(row.notified_on, one.notified_on):
        yield f"day {row.notified_on or 'not known'} held, delivered {one.notified_on}"


def _amounts(row: NoticeRow, one: Published) -> tuple[tuple[str, int | None, str, int | None], ...]:
    return (
        ("total", row.total_usd, row.total_basis, one.total_usd),
        ("major defense equipment", row.mde_usd, row.mde_basis, one.mde_usd),
    )


def _close(held: date | None, new: date) -> bool:
    """Return whether a delivery day is at most five days before the recorded day of a release, or none is recorded."""
    return held is None or 0 <= (held - new).days <= 5


def _new(one: Published) -> NoticeRow:
    day_is = "delivered" if one.notified_on else ""
    return NoticeRow(
        one.transmittal, (one.recipient,), one.purchaser, one.channel, one.notified_on, day_is,
        one.mde_usd, _basis(one.mde_usd), one.total_usd, _basis(one.total_usd), one.what, "yes", one.emergency,
        one.amends, "", None, (_source(one),), "high", "", "",
    )  # fmt: skip


def _basis(value: int | None) -> str:
    return "" if value is None else "stated"


def _with(row: NoticeRow, one: Published) -> NoticeRow:
    """Return the recorded row completed with the published values that it lacked."""
    found = row._replace(source=(_source(one), *row.source), own=False)
    if one.total_usd is not None and row.total_basis != "stated":
        found = found._replace(total_usd=one.total_usd, total_basis="stated")
    if one.mde_usd is not None and row.mde_basis != "stated":
        found = found._replace(mde_usd=one.mde_usd, mde_basis="stated")
    if one.notified_on and row.day_is != "delivered" and _close(row.notified_on, one.notified_on):
        found = found._replace(notified_on=one.notified_on, day_is="delivered")
    return found


def _source(one: Published) -> str:
    return f"fr-{one.document}"


def keep_notices(rows: Iterable[NoticeRow], published: Iterable[Published], today: date) -> Path:
    """Write the rows to the user's own table, together with rows accepted before, and return the folder.

    The sources are written first, so that no row is ever without its source. Raises `CannotAnswer` where the folder
    cannot be written.
    """
    taken = {row.transmittal: row for row in by_number().values() if row.own} | {row.transmittal: row for row in rows}
    new = {_source(one): one for one in published}
    wanted = dict.fromkeys(id_ for row in taken.values() for id_ in row.source)
    sources = [_record(id_, new, today) for id_ in wanted if id_ in new or id_ in notice_sources()]
    folder = own_notices()
    asked = "storing notices"
    write_table(folder / "sources.csv", SOURCE_COLUMNS, sources, asked)
    write_table(folder / "notices.csv", COLUMNS, [_cells(row, COLUMNS) for row in taken.values()], asked)
    return folder


def _record(id_: str, new: dict[str, Published], today: date) -> list[str]:
    """Return the cells of a source, made from the published notice or copied from the known sources."""
    if id_ not in new:
        return _cells(notice_sources()[id_], SOURCE_COLUMNS)
    one = new[id_]
    title = f"Arms sales notification {one.transmittal}, Federal Register document {one.document}"
    return [id_, title, "Office of the Federal Register", "federal-register", one.address, LICENCE, str(today), ""]


def _cells(row: NoticeRow | Source, columns: Iterable[str]) -> list[str]:
    found = (getattr(row, name) for name in columns)
    return [";".join(one) if isinstance(one, tuple) else "" if one is None else str(one) for one in found]
