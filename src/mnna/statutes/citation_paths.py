"""Sections and paragraphs as they are counted: what `2776-2778` and `(b)(1)-(3)` stand for, and what `(2)` goes on."""

from __future__ import annotations

import re

LONGEST_RANGE = 12
"""A range of more sections than this is read as its two ends."""


def sections(number: str) -> tuple[str, ...]:
    """The sections a number stands for: `2776-2778` is a range; `2291j-1`, `2394-1` and `225.872-1` are sections."""
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
    """The sections of a regulation: `126.16-17` is a range, while DFARS `225.872-1` and `252.225-7002` are sections."""
    part, low = first.split(".")
    high = last.split(".")[-1]
    apart = int(high) - int(low) if low.isdigit() and high.isdigit() else 0
    if 0 < apart < LONGEST_RANGE:
        return tuple(f"{part}.{n}" for n in range(int(low), int(high) + 1))
    return (first, last) if "." in last else (f"{first}-{last}",)


def steps_of(path: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\(([A-Za-z0-9]+)\)", path))


def _level(step: str) -> str:
    """The kind of a step: digits, small letters or capitals; (i) counts as a letter, as paragraphs are cited."""
    return "digit" if step.isdigit() else "small" if step.islower() else "capital"


def joined(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    """The path meant by `(2)` or `(c)(5)` after another: it replaces from the first step of its own kind."""
    same = [depth for depth, step in enumerate(before) if _level(step) == _level(after[0])]
    return before[: same[0] if same else len(before)] + after


def between(first: str, last: str) -> list[str]:
    """What lies between two steps of one kind: between `1` and `4`, `2` and `3`."""
    if first.isdigit() and last.isdigit():
        return [str(n) for n in range(int(first) + 1, min(int(last), int(first) + LONGEST_RANGE))]
    if len(first) == len(last) == 1:
        return [chr(n) for n in range(ord(first) + 1, ord(last))]
    return []
