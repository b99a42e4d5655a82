"""Two texts compared word by word, in marks that every form can print."""

from __future__ import annotations

from itertools import pairwise

from mnna.quick import quick_pattern

GONE, NEW = ("[-", "-]"), ("{+", "+}")
"""What stands around words that only the first text has, and around those that only the second has."""

_PIECE = quick_pattern(r"\n\s*|[^\s]+")


def word_diff(before: str, after: str) -> str:
    """The second text with the words that are gone and the words that are new marked; lines stay lines.

    >>> word_diff("at least $14 million", "at least $25 million")
    'at least [-$14-] {+$25+} million'
    """
    from difflib import SequenceMatcher  # only two days beside each other need it

    first, second = _PIECE.findall(before), _PIECE.findall(after)
    parts: list[str] = []
    for kind, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind == "equal":
            parts += second[c:d]
        else:
            parts += [*_marked(first[a:b], GONE), *_marked(second[c:d], NEW)]
    return "".join(_spaced(before, part) for before, part in pairwise(["\n", *parts])).strip("\n")


def _spaced(before: str, part: str) -> str:
    """A piece with the space before it; none at the beginning and the end of a line."""
    return part if "\n" in (before[0], part[0]) else f" {part}"


def _marked(pieces: list[str], marks: tuple[str, str]) -> list[str]:
    """The words between the marks; a line is marked for itself."""
    found: list[str] = []
    run: list[str] = []
    for piece in [*pieces, "\n"]:
        if piece.startswith("\n"):
            found += [f"{marks[0]}{' '.join(run)}{marks[1]}"] if run else []
            found.append(piece)
            run = []
        else:
            run.append(piece)
    return found[:-1]
