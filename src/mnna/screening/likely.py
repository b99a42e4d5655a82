"""Columns that may be what a file seems to lack: never taken without a word of the user, only named to choose from."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Protocol

from mnna.screening.units import OTHER_MONEY, SIGNS

MOST = 3
"""How many columns are named."""

_WORDS = {
    "total": {"value", "values", "cost", "costs", "amount", "amounts", "price", "usd", "dollars", "$"},
    "on": {"date", "dates", "day", "notified", "announced", "notification", "transmitted", "submitted", "posted"},
}
_OTHERS = {*OTHER_MONEY, "tiv", "number", "count", "percent"}
"""Words of headings that speak of money and of days, and those that speak of something else in spite of them."""


class Held(Protocol):
    """What tells of some columns which of them hold channels, and which countries."""

    def channels(self, names: Collection[str], mostly: bool = False) -> list[str]:
        """Which of the columns hold channels and nothing else, or channels for the most part."""

    def countries(self, names: Collection[str]) -> list[str]:
        """Which of the columns hold countries for the most part."""


def likely(role: str, free: Collection[str], held: Held | None) -> list[str]:
    """The columns, of those that play no role yet, that may play this one; `held` is None where headings are all."""
    if role == "recipient":
        return held.countries(free)[:MOST] if held else []
    if role == "channel":
        return held.channels(free, mostly=True)[:MOST] if held else []
    words = _WORDS.get(role, set())
    parts = {name: set(re.findall(rf"[a-z]+|[${SIGNS}]", name.lower())) for name in free}
    return [name for name, found in parts.items() if words & found and not _OTHERS & found][:MOST]


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
