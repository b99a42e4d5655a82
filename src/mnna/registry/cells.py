"""How the cells of a table are read, by the type of their column: as text, day, list, amount, rank, or a few words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

from mnna.registry.records import Correction, Event, Leader, Practice, Proposal

CONFIDENCES = ("high", "medium", "low")
BEARS = ("gives", "bars", "neutral")
FAMILIES = (
    "alliance",
    "organization",
    "ally",
    "list",
    "named",
    "treaty",
    "label",
    "partnership",
    "court",
    "procurement",
    "kind of state",
    "fund",
    "export",
    "determination",
    "sanction",
    "waiver",
    "framework",
)
"""The kinds of statuses.

A `list` is an official list beside the status it lists, `named` what a statute names, a `label` what readers mistake
for a status with consequences, a `determination` what is decided anew, mostly each year, and a `framework` an
arrangement between governments.
"""
STEPS = ("announced", "notified", "designated", "enacted", "published", "listed", "terminated")

PRACTICES = ("used", "fits", "other-route", "none")
"""How a use relates to an authority: made under it (`used`); it `fits` the authority, though no source names it; made
by an `other-route` that needs no status; or `none` was found.
"""

_CHOICES = {"holds": ("yes", "unknown"), "confidence": CONFIDENCES, "step": STEPS, "absent": ("yes", "no", "unknown")}
_CHOICES |= {"bears": BEARS, "family": ("", *FAMILIES), "grantable": ("yes", "no"), "usual": ("yes", "no")}
_CHOICES |= {"mde_basis": ("", "stated", "inferred", "listed"), "total_basis": ("", "stated", "rounded", "package")}
_CHOICES |= {"notified": ("yes", "no", "likely-no"), "emergency": ("yes", "no", "unknown")}
_CHOICES |= {"day_is": ("", "delivered", "release", "report"), "precision": ("day", "month", "year")}
_NEEDED = {"country", "status", "since", "step", "confidence", "id", "iso3", "name", "title", "holds", "leader"}
_NEEDED |= {"event", "absent", "direction", "authority", "what"}
_MAY_BE_EMPTY = {(Practice, "country"), (Correction, "country"), (Correction, "source")}
_IN_PART = {Proposal: ("on", "outcome_on"), Event: ("on",), Leader: ("since", "until")}
"""Columns whose days are text: a day, a month such as 2022-05, or a year."""


@cache
def cell_readers(columns: tuple[str, ...], record: type) -> tuple[Callable[[str], Any], ...]:
    """Return the function that reads each cell of a row; cached for the many files of one table."""
    return tuple(_reader(name, record) for name in columns)


def _reader(name: str, record: type) -> Callable[[str], Any]:
    """Return the function that reads a cell of that column; it raises `ValueError` for an invalid cell."""
    kind, may_be_empty = record.__annotations__[name], (record, name) in _MAY_BE_EMPTY
    if name in _IN_PART.get(record, ()):
        return _needed_partial if name in ("since", "on") else _partial
    if kind in ("date", "date | None"):
        return _needed_day if kind == "date" else _day
    if kind == "tuple[str, ...]":
        return _needed_list if name in ("source", "recipients") and not may_be_empty else _list
    if kind == "int | None":
        return _dollars if name.endswith("_usd") else _rank
    if name in _CHOICES:
        return _choice(_CHOICES[name])
    return _needed_text if name in _NEEDED and not may_be_empty else str


@cache
def _needed_day(cell: str) -> date:
    try:
        if len(cell) == 10 and cell[7] == "-":
            return date.fromisoformat(cell)
    except ValueError:
        pass
    raise ValueError(f"{cell!r} is not a date like 2022-05-23")


@cache
def _needed_partial(cell: str) -> str:
    _needed_day(cell + {4: "-01-01", 7: "-01"}.get(len(cell), ""))
    return cell


@cache
def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


@cache
def _needed_list(cell: str) -> tuple[str, ...]:
    if not (found := _list(cell)):
        raise ValueError("is empty; every fact names its source")
    return found


def _or_empty(read: Callable[[str], Any], empty: Any) -> Callable[[str], Any]:
    """Return a reader that returns `empty` for an empty cell."""
    return cache(lambda cell: read(cell) if cell else empty)


def _whole(least: int, what: str) -> Callable[[str], int]:
    def read(cell: str) -> int:
        if cell.isascii() and cell.isdigit() and int(cell) >= least:
            return int(cell)
        raise ValueError(f"{cell!r} is not {what}")

    return read


_day, _partial = _or_empty(_needed_day, None), _or_empty(_needed_partial, "")
_rank = _or_empty(_whole(1, "a place such as 1 or 2"), None)
_dollars = _or_empty(_whole(0, "an amount in whole US dollars"), None)


@cache
def _needed_text(cell: str) -> str:
    if not cell.strip():
        raise ValueError("is empty")
    return cell


def _choice(allowed: tuple[str, ...]) -> Callable[[str], str]:
    @cache
    def read(cell: str) -> str:
        if cell not in allowed:
            raise ValueError(f"{cell!r} is none of {', '.join(allowed)}")
        return cell

    return read
