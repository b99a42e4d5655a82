"""Write days in words, alone and inside texts; `23 May 2022` cannot be misread as another day.

`mnna.registry.days` puts days that are not known exactly into words.
"""

from __future__ import annotations

from datetime import date

from mnna.dates import MONTHS, spoken
from mnna.quick import quick_pattern

_ISO = quick_pattern(r"\d\d{3}-\d\d-\d\d(?![\w-])(?<![\w/-]\d{4}-\d\d-\d\d)")
"""The pattern of an ISO day; it begins with a digit and has its look-behind last, for a fast search in long texts."""


def day(when: date | str) -> str:
    """Return a day as `23 May 2022`, a month as `May 2022`, a year as `2022`, and any other text unchanged."""
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


def span(since: str | None, until: str | None) -> str:
    """Return from and until when something holds; empty where neither day is known."""
    return " ".join(f"{word} {day(when)}" for word, when in (("from", since), ("until", until)) if when)


def prose(text: str) -> str:
    """Return the text with every ISO day written out; days inside ids and addresses stay unchanged."""
    return _ISO.sub(lambda found: day(found[0]), text) if "-" in text else text
