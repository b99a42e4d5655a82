"""Columns that may be what a file seems to lack: never taken without a word of the user, only named to choose from."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Protocol

MOST = 3
"""How many columns are named."""

_WORDS = {
    "total": {"value", "values", "cost", "costs", "amount", "amounts", "price", "usd", "dollars"},
    "on": {"date", "dates", "day", "notified", "announced", "transmitted", "delivered"},
}
"""Words of headings that speak of money and of days."""


class Held(Protocol):
    """What tells of some columns which of them hold channels, and which countries."""

    def channels(self, names: Collection[str]) -> list[str]:
        """Which of the columns hold channels and nothing else."""

    def countries(self, names: Collection[str]) -> list[str]:
        """Which of the columns hold countries for the most part."""


def likely(role: str, free: Collection[str], held: Held | None) -> list[str]:
    """The columns, of those that play no role yet, that may play this one; `held` is None where headings are all."""
    if role == "recipient":
        return held.countries(free)[:MOST] if held else []
    words, signs = _WORDS.get(role, set()), {"$"} if role == "total" else set()
    return [name for name in free if (words | signs) & set(re.findall("[a-z]+|[$]", name.lower()))][:MOST]


def offer(names: list[str], role: str) -> str:
    """The columns that may be a role, with the option that says so; empty where there are none."""
    if not names:
        return ""
    return f" ({' or '.join(f'“{name}”' for name in names)} may be it: --map {role}={names[0]!r})"


EVERY_ROW = {
    "channel": " (--set channel=fms or another gives it to all rows)",
    "on": " (--set on=2024-05-01 or another gives it to all rows)",
}
"""What a file without a column may be told for all its rows."""
