"""Columns that may be what a file seems to lack. They are only suggested; the user must choose one."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Protocol

from mnna.screening.units import OTHER_MONEY, SIGNS

MOST = 3
"""The most columns that are suggested."""

_WORDS = {
    "total": {"value", "values", "cost", "costs", "amount", "amounts", "price", "usd", "dollars", "$"},
    "on": {"date", "dates", "day", "notified", "announced", "notification", "transmitted", "submitted", "posted"},
}
_OTHERS = {*OTHER_MONEY, "tiv", "number", "count", "percent"}
"""Words of headings that speak of money and of days, and those that speak of something else in spite of them."""


class Held(Protocol):
    """Finds, among some columns, those that hold channels and those that hold countries."""

    def channels(self, names: Collection[str], mostly: bool = False) -> list[str]:
        """Return those of the columns that hold only channels, or mostly channels."""

    def countries(self, names: Collection[str]) -> list[str]:
        """Return those of the columns of which more than half of the texts are countries."""


def likely(role: str, free: Collection[str], held: Held | None) -> list[str]:
    """Return at most `MOST` columns of `free` that may play the role; `held` is None if only headings are known."""
    if role == "recipient":
        return held.countries(free)[:MOST] if held else []
    if role == "channel":
        return held.channels(free, mostly=True)[:MOST] if held else []
    words = _WORDS.get(role, set())
    parts = {name: set(re.findall(rf"[a-z]+|[${SIGNS}]", name.lower())) for name in free}
    return [name for name, found in parts.items() if words & found and not _OTHERS & found][:MOST]


def offer(names: list[str], role: str) -> str:
    """Return the note that suggests columns for a role, with the option to choose one; empty without names."""
    if not names:
        return ""
    return f" ({' or '.join(f'“{name}”' for name in names)} may be it: --map {role}={names[0]!r})"


EVERY_ROW = {
    "channel": " (--set channel=fms or another gives it to all rows)",
    "on": " (--set on=2024-05-01 or another gives it to all rows)",
}
"""The hint, by role, that an option gives all rows one value."""
