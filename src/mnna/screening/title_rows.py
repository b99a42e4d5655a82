"""Find the row of headings in a table that may have titles and notes above it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from mnna.screening.columns import roles_named
from mnna.screening.units import stated

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
    from mnna.screening.fields import plain_fields  # late: it loads the law of every channel

    theirs = SURE if wanted and set(wanted) <= set(cells) else 0
    return theirs + len(roles_named(cells, plain_fields()))
