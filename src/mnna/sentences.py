"""How a sentence begins and ends."""

from __future__ import annotations


def capital(text: str) -> str:
    """The text with its first letter in upper case; the others stay as they are.

    >>> capital("major non-NATO ally")
    'Major non-NATO ally'
    """
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    return capital(text) + ("" if text.endswith(".") else ".")
