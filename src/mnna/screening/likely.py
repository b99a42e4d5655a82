"""Columns that may be what a file seems to lack. They are only suggested; the user must choose one."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Protocol

MOST = 3
"""The most columns that are suggested."""

_WORDS = {
    "total": {"value", "values", "cost", "costs", "amount", "amounts", "price", "usd", "dollars"},
    "on": {"date", "dates", "day", "notified", "announced", "transmitted", "delivered"},
}
"""Words in headings of money and of days, by role."""


class Held(Protocol):
    """Finds, among some columns, those that hold channels and those that hold countries."""

    def channels(self, names: Collection[str]) -> list[str]:
        """Return those of the columns that hold only channels."""

    def countries(self, names: Collection[str]) -> list[str]:
        """Return those of the columns of which more than half of the texts are countries."""


def likely(role: str, free: Collection[str], held: Held | None) -> list[str]:
    """Return at most `MOST` columns of `free` that may play the role; `held` is None if only headings are known."""
    if role == "recipient":
        return held.countries(free)[:MOST] if held else []
    words, signs = _WORDS.get(role, set()), {"$"} if role == "total" else set()
    return [name for name in free if (words | signs) & set(re.findall("[a-z]+|[$]", name.lower()))][:MOST]


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
