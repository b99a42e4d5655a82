"""Split a text into sentences with their places, by a maintained library that knows “U.S.C.” and “Mr.”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from mnna.errors import extra

_PARAGRAPH = re.compile(r"[^\n]+")
_BULLET = re.compile(r"^(?:[\s•·▪◦*–—-]+|\(?\d{1,2}[.)]\s+)")


class Sentence(NamedTuple):
    """One sentence: its number from 1, its start and end in the text in code points, and its words."""

    n: int
    start: int
    end: int
    text: str


class Placed(Protocol):
    """Something that begins and ends at a place of a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def overlaps(start: int, end: int, taken: Iterable[Placed]) -> bool:
    """Return whether the words from `start` to `end` share a character with one of `taken`."""
    return any(start < one.end and one.start < end for one in taken)


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order, without bullets; a sentence never continues on the next line."""
    with extra("articles", "to read an article"):
        from sentencex import segment

    found: list[Sentence] = []
    for line in _PARAGRAPH.finditer(text):
        at = line.start()
        for piece in _whole(segment("en", line[0])):
            said = _BULLET.sub("", piece).lstrip()
            start, end = at + len(piece) - len(said), at + len(piece.rstrip())
            at += len(piece)
            if start < end:
                found.append(Sentence(len(found) + 1, start, end, text[start:end]))
    return tuple(found)


def _whole(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the pieces, joining “Then-U.” and “S. Secretary …”, which the library splits."""
    kept = ""
    for piece in pieces:
        kept += piece
        if not _PARTED.search(kept):
            if alone := _IN_BRACKETS.match(kept):
                yield alone[0]
            yield kept[alone.end() :] if alone else kept
            kept = ""
    if kept:
        yield kept


_IN_BRACKETS = re.compile(r"\([^()]*[.!?][”\"]?\)\s+(?=[A-Z“\"])")
"""A sentence in brackets before another, which the library does not part."""
_PARTED = re.compile(r"\b[A-Za-z]+-U\.$")
