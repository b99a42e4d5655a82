"""The columns that a screened file gains: each declared once, in one line of `COLUMNS`.

The order is that of the file. `docs/screening.md` describes each, and a test asks for it there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from mnna.engine.notice import Notice

Value = str | int | None

BETWEEN = "; "
"""Stands between citations, needs and the like in one cell."""

PART = "\x1f"
"""Stands between needs until they are counted; a need may itself hold a semicolon."""


class OutputColumn(NamedTuple):
    """A column: its name and what of a notice it holds.

    `explained` columns come with `--explain` only; a change in a `compared` one is a difference an assumption makes.
    A number has its `type` in SQL, everything else is text. `quotes` says whether the text may quote the country's
    name or the row's own day. What differs between two countries that the law treats alike, such as the confidence of
    their rows, is `by_country`: it is worked out for each country, which is slower.
    """

    name: str
    of: Callable[[Notice], Value]
    explained: bool = False
    compared: bool = False
    type: str = ""
    quotes: bool = False
    by_country: bool = False


def _listed(parts: Iterable[str]) -> str:
    return BETWEEN.join(parts)


def _dollars(notice: Notice) -> int | None:
    if notice.usd is None or int(notice.usd) == notice.usd:
        return None if notice.usd is None else int(notice.usd)
    raise ValueError(f"{notice.id}: the threshold {notice.usd} is not in whole dollars")


def _as_of(notice: Notice) -> str | None:
    return None if notice.as_of is None else notice.as_of.isoformat()


COLUMNS = (
    OutputColumn("notify", lambda notice: notice.verdict, compared=True),
    OutputColumn("threshold_measure", lambda notice: notice.measure, compared=True),
    OutputColumn("threshold_usd", _dollars, compared=True, type="BIGINT"),
    OutputColumn("review_days", lambda notice: notice.review_days, compared=True, type="INTEGER"),
    OutputColumn("group", lambda notice: notice.group, compared=True),
    OutputColumn("citation", lambda notice: _listed(notice.citations)),
    OutputColumn("because", lambda notice: notice.because, quotes=True),
    OutputColumn("needs", lambda notice: PART.join(notice.needs), quotes=True),
    OutputColumn("presumes", lambda notice: _listed(notice.presumes), explained=True),
    OutputColumn("steps", lambda notice: _listed(notice.steps), explained=True),
    OutputColumn("as_of", _as_of, explained=True),
    OutputColumn("stale", lambda notice: notice.stale, explained=True),
    OutputColumn("own_facts", lambda notice: _listed(notice.own_facts), explained=True, quotes=True),
)

OUTPUT = tuple(column.name for column in COLUMNS if not column.explained)
"""What is added to every row, and once more for the world in which an assumption holds."""

EXPLAINED = tuple(column.name for column in COLUMNS if column.explained)
"""What `--explain` adds."""

COMPARED = tuple(column.name for column in COLUMNS if column.compared)
"""The columns whose change is the difference an assumption makes."""

TEXTS = tuple(column.name for column in COLUMNS if not column.type)
NUMBERS = {column.name: column.type for column in COLUMNS if column.type}

WORDED = tuple(column.name for column in COLUMNS if column.quotes or column.by_country)
"""The columns that may differ between countries the law treats alike."""

BY_COUNTRY = any(column.by_country for column in COLUMNS)
