"""Make text safe to print: remove control characters, and line ends inside a sentence."""

from __future__ import annotations


def clean(text: str) -> str:
    """Return the text with a space for each control character or lone surrogate; line ends and tabs are kept."""
    if text.isprintable() or text.replace("\n", "").isprintable():  # the usual case
        return text
    import unicodedata

    return "".join(mark if mark in "\n\t" or unicodedata.category(mark) not in ("Cc", "Cs") else " " for mark in text)


def one_line(text: str) -> str:
    """Return the text in one line with single spaces; one space at each end is kept, because texts are joined."""
    if text.isprintable() and "  " not in text:  # the usual case; no other kind of space is printable
        return text
    words = " ".join(clean(text).split())
    if not words:
        return " " if text else ""
    return f"{' ' * text[:1].isspace()}{words}{' ' * text[-1:].isspace()}"
