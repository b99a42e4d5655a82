"""How a sentence begins and ends, and how it lists."""

from __future__ import annotations

from collections.abc import Sequence


def capital(text: str) -> str:
    """The text with its first letter in upper case; the others stay as they are.

    >>> capital("major non-NATO ally")
    'Major non-NATO ally'
    """
    return text[:1].upper() + text[1:]


def inside(text: str) -> str:
    """The text as it stands inside a sentence: its first letter small, unless it begins with an acronym.

    >>> inside("Armed conflict at home"), inside("US aid")
    ('armed conflict at home', 'US aid')
    """
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    return capital(text) + ("" if text.endswith(".") else ".")


def listed(items: Sequence[str], joint: str = "and") -> str:
    """A list as a sentence has it: `a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"
