"""Small functions for sentences: capital letter, full stop, and lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby


def capital(text: str) -> str:
    """Return the text with its first letter in upper case and the others unchanged.

    >>> capital("major non-NATO ally")
    'Major non-NATO ally'
    """
    return text[:1].upper() + text[1:]


def inside(text: str) -> str:
    """Return the text as inside a sentence: with a small first letter, unless it begins with an acronym.

    >>> inside("Trade in goods"), inside("US aid"), inside("V-Dem's index")
    ('trade in goods', 'US aid', "V-Dem's index")
    """
    return text if text[1:2].isupper() or text[1:2] == "-" else text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """Return the text with a capital first letter and a full stop."""
    return capital(text) + ("" if text.endswith(".") else ".")


def without_needs(reason: str, needs: Iterable[str]) -> str:
    """Return the reason of a finding without its needs, for use where the needs are listed separately.

    >>> without_needs("Not known. Open: the day.", ["the day"])
    'Not known.'
    """
    for need in needs:
        reason = reason.replace(f" Open: {need if need.endswith('.') else need + '.'}", "")
    return reason


def listed(items: Sequence[str], joint: str = "and") -> str:
    """Return a list in words: `a`, `a and b`, `a, b and c`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def spans(years: Sequence[int]) -> str:
    """Return years in words, with consecutive years as one range: `1999 to 2001 and 2003`."""
    runs = [[year for _, year in run] for _, run in groupby(enumerate(years), lambda one: one[1] - one[0])]
    return listed([f"{run[0]} to {run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs])
