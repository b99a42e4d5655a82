"""Days in words, and texts with days in them. No reader takes `23 May 2022` for another day.

A day that is not known exactly is put into words by `mnna.registry.days`, for answers and doors alike.
"""

from __future__ import annotations

from datetime import date

from mnna.dates import MONTHS, spoken
from mnna.quick import quick_pattern

_ISO = quick_pattern(r"\d\d{3}-\d\d-\d\d(?![\w-])(?<![\w/-]\d{4}-\d\d-\d\d)")
"""It begins with a digit, and looks back last, so that a search passes quickly over letters."""


def day(when: date | str) -> str:
    """A day as `23 May 2022`, a month as `May 2022`, a year as `2022`; any other text as it is."""
    if isinstance(when, date):
        return spoken(when)
    parts = when.split("-")
    if len(parts) > 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return when
    try:
        found = date(*(int(part) for part in (*parts, "1", "1")[:3]))
    except ValueError:
        return when
    return {3: day(found), 2: f"{MONTHS[found.month]} {found.year}", 1: parts[0]}[len(parts)]


def prose(text: str) -> str:
    """The text with every ISO day in it written out; parts of ids and addresses are left alone."""
    return _ISO.sub(lambda found: day(found[0]), text)
