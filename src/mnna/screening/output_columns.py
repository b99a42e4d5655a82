"""The columns that a screened file gains, each declared in one line of `COLUMNS`.

`COLUMNS` has the order of the file. `docs/screening.md` describes each column, and a test requires it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from mnna.engine.notice import Notice

Value = str | int | None

BETWEEN = "; "
"""The separator between several citations or needs in one cell."""

PART = "\x1f"
"""The separator between needs until they are counted; a need may contain a semicolon."""


class OutputColumn(NamedTuple):
    """A column: its name, and the function that takes its value from a notice.

    `explained` columns come with `--explain` only. A change in a `compared` column is a difference that an assumption
    makes. A number has its `type` in SQL; every other column is text. `quotes` says that the text may quote the
    country's name or the row's own day. A `by_country` column may differ between countries that the law treats alike,
    such as the confidence of their rows; it is computed for each country, which is slower.
    """

    name: str
    of: Callable[[Notice], Value]
    explained: bool = False
    compared: bool = False
    type: str = ""
    quotes: bool = False
    by_country: bool = False


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
    OutputColumn("citation", lambda notice: BETWEEN.join(notice.citations)),
    OutputColumn("because", lambda notice: notice.because, quotes=True),
    OutputColumn("needs", lambda notice: PART.join(notice.needs), quotes=True),
    OutputColumn("presumes", lambda notice: BETWEEN.join(notice.presumes), explained=True),
    OutputColumn("steps", lambda notice: BETWEEN.join(notice.steps), explained=True),
    OutputColumn("as_of", _as_of, explained=True),
    OutputColumn("stale", lambda notice: notice.stale, explained=True),
    OutputColumn("own_facts", lambda notice: BETWEEN.join(notice.own_facts), explained=True, quotes=True),
)

OUTPUT = tuple(column.name for column in COLUMNS if not column.explained)
"""The columns that every row gains; with an assumption, a second time for the answer under it."""

EXPLAINED = tuple(column.name for column in COLUMNS if column.explained)
"""The columns that `--explain` adds."""

COMPARED = tuple(column.name for column in COLUMNS if column.compared)
"""The columns whose change is the difference that an assumption makes."""

TEXTS = tuple(column.name for column in COLUMNS if not column.type)
NUMBERS = {column.name: column.type for column in COLUMNS if column.type}

WORDED = tuple(column.name for column in COLUMNS if column.quotes or column.by_country)
"""The columns that may differ between countries that the law treats alike."""

BY_COUNTRY = any(column.by_country for column in COLUMNS)
