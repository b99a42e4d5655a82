"""Text made safe to print: no control characters, no line ends inside a sentence."""

from __future__ import annotations


def clean(text: str) -> str:
    """The text without control characters and lone surrogates, which no form can show; line ends and tabs stay."""
    if text.isprintable() or text.replace("\n", "").isprintable():  # as nearly all are
        return text
    import unicodedata

    return "".join(mark if mark in "\n\t" or unicodedata.category(mark) not in ("Cc", "Cs") else " " for mark in text)


def one_line(text: str) -> str:
    """The text in one line, with single spaces inside; spaces at its ends stay, since texts are joined."""
    if text.isprintable() and "  " not in text:  # as nearly all are: no other space is printable
        return text
    words = " ".join(clean(text).split())
    if not words:
        return " " if text else ""
    return f"{' ' * text[:1].isspace()}{words}{' ' * text[-1:].isspace()}"
