"""Expand ranges of sections and paragraphs, such as `2776-2778` and `(b)(1)-(3)`, and complete paths such as `(2)`."""

from __future__ import annotations

import re

LONGEST_RANGE = 12
"""A range of more sections than this is read as its two ends."""


def sections(number: str) -> tuple[str, ...]:
    """Return the sections of a number: `2776-2778` is a range; `2291j-1`, `2394-1` and `225.872-1` are one section."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?[a-z]*)(?:-| to | through )((\d+)(?:\.(\d+))?[a-z]*(?:-\d+)?)", number, re.I)
    if found is None:
        return (number.lower(),)
    first, last = found[1].lower(), found[2].lower()
    if "." in first:
        return _parts(first, last)
    low, high = int(re.sub(r"\D.*", "", first)), int(found[3])
    if high < low:
        return (number.lower(),)
    whole = first.isdigit() and last.isdigit() and high - low < LONGEST_RANGE
    return tuple(str(n) for n in range(low, high + 1)) if whole else (first, last)


def _parts(first: str, last: str) -> tuple[str, ...]:
    """Return the sections of a regulation: `126.16-17` is a range; DFARS `225.872-1` and `252.225-7002` are one."""
    part, low = first.split(".")
    high = last.split(".")[-1]
    apart = int(high) - int(low) if low.isdigit() and high.isdigit() else 0
    if 0 < apart < LONGEST_RANGE:
        return tuple(f"{part}.{n}" for n in range(int(low), int(high) + 1))
    return (first, last) if "." in last else (f"{first}-{last}",)


def steps_of(path: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\(([A-Za-z0-9]+)\)", path))


def _level(step: str) -> str:
    """Return the kind of a path step: `digit`, `small` or `capital`; (i) counts as a letter."""
    return "digit" if step.isdigit() else "small" if step.islower() else "capital"


def joined(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    """Return the path meant by `(2)` or `(c)(5)` after another: it replaces the steps from the first of its kind on."""
    same = [depth for depth, step in enumerate(before) if _level(step) == _level(after[0])]
    return before[: same[0] if same else len(before)] + after


def between(first: str, last: str) -> list[str]:
    """Return the steps between two steps of one kind: `2` and `3` for `1` and `4`."""
    if first.isdigit() and last.isdigit():
        return [str(n) for n in range(int(first) + 1, min(int(last), int(first) + LONGEST_RANGE))]
    if len(first) == len(last) == 1:
        return [chr(n) for n in range(ord(first) + 1, ord(last))]
    return []
