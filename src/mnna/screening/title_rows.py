"""Find the row of headings in a table that may have titles and notes above it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from mnna.screening.columns import CHANNEL, ON, RECIPIENT, roles_named
from mnna.screening.units import heading, only_units, stated

DEEP = 30
"""How many rows are searched for headings."""


SURE, FAIR = 2, 1
"""How many columns of a case a row of headings names: two leave no doubt; one is enough if no row has two."""


def heading_row(rows: Sequence[Sequence[str]], wanted: Collection[str] = (), enough: int = FAIR) -> int | None:
    """Return the index of the row of headings, or None.

    It is the first row that names two columns of a case, or all headings `wanted` by the user; else the first that
    names one. With `enough` of two, a row that names one column does not count.
    """
    scores = [_score(row, wanted) for row in rows[:DEEP]]
    for least in range(SURE, enough - 1, -1):
        if (found := next((at for at, score in enumerate(scores) if score >= least), None)) is not None:
            return found
    return None


_AMOUNT = re.compile(r"(?!(?:19|20)[0-9]{2}$)-?[$]?[0-9][0-9,]*(?:[.][0-9]+)?")
"""A cell that is an amount; a year may be a heading."""


def _score(row: Sequence[str], wanted: Collection[str]) -> int:
    """Return how many columns of a case a row names as headings; at least `SURE` if it has all `wanted` ones."""
    cells = [cell for cell in row if cell.strip()]
    if len(cells) == 1 and stated(cells[0]) is not None:
        return 0  # `($ in millions)` alone is a title
    if 2 * sum(_AMOUNT.fullmatch(cell.strip()) is not None for cell in cells) >= len(cells) > 0:
        return 0  # a row of figures, such as one of totals
    theirs = SURE if wanted and set(wanted) <= set(cells) else 0
    return theirs + len(roles_named(cells))


def joined(top: Sequence[str], below: Sequence[str], wanted: Collection[str] = ()) -> list[str] | None:
    """Return the headings together with the row below them, or None where that row is a case.

    The row below may hold units, such as `US$ millions`, or parts of a heading that spans blank ones, such as `MDE` and
    `Total` under `Value`.
    """
    under = [cell.strip() for cell in (*below, *[""] * (len(top) - len(below)))][: len(top)]
    filled = {at for at, cell in enumerate(under) if cell}
    others = {RECIPIENT, CHANNEL, ON}  # a unit below one of them is none: MM is Myanmar too
    money = {at for at in filled if top[at] not in wanted and not roles_named([top[at]]) & others}
    if filled and filled == money and all(only_units(under[at]) for at in filled):
        found = [f"{name} ({under[at]})" if at in filled else name for at, name in enumerate(top)]
    elif filled and filled == _spanned(top):
        found = [_part(top, at, under[at]) if at in filled else name for at, name in enumerate(top)]
        found = found if _score(found, ()) > _score(top, ()) else []
    else:
        found = []
    return found if found and not set(wanted) & set(top) - set(found) else None


def _spanned(top: Sequence[str]) -> set[int]:
    """Return the columns of headings that have blank ones after them, and these blank ones."""
    blank = {at for at, name in enumerate(top) if not name.strip() and at}
    return blank | {at - 1 for at in blank}


def _part(top: Sequence[str], at: int, text: str) -> str:
    """Return a part of a heading, with the unit that the whole of it gives."""
    whole = next((name for name in reversed(top[: at + 1]) if name.strip()), "")
    unit = None if heading(text).unit else heading(whole).unit
    return f"{text} ({unit})" if unit else text
