"""Which words there are, read from the folder `words` without importing one of them."""

from __future__ import annotations

import os
import re
from functools import cache

from mnna.quick import Path, QuickTuple

GROUPS = ("Country", "Law", "Transfers", "Data and service")
"""The groups of words, in the order of `mnna --help`, the menu and the documents."""

FOLDER = Path(__file__).parent / "words"


class Listed(QuickTuple):
    """What a list of words says of one: `under` is the word whose help lists it, empty where `mnna --help` does.

    A word below another is of that one's group.
    """

    word: str
    says: str
    group: str = ""
    order: int = 0
    under: str = ""
    python: str = ""


@cache
def declared() -> tuple[str, ...]:
    """The words that have a file, by name."""
    with os.scandir(FOLDER) as files:
        modules = [file.name for file in files if file.name.endswith(".py") and not file.name.startswith("_")]
    return tuple(sorted(name.removesuffix(".py").replace("_", "-") for name in modules))


@cache
def names() -> frozenset[str]:
    """Every word there is a command of."""
    return frozenset(declared())


@cache
def listed() -> tuple[Listed, ...]:
    """Every word, in the order of groups; those listed by another word's help come after it."""
    found = [_read(word) for word in declared()]
    shown = sorted((one for one in found if not one.under), key=lambda one: (GROUPS.index(one.group), one.order))
    lower = sorted(found, key=lambda one: (one.order, one.word))
    return tuple(
        each._replace(group=one.group)
        for one in shown
        for each in (one, *(low for low in lower if low.under == one.word))
    )


def below(word: str) -> tuple[Listed, ...]:
    """The words that the help of this one lists."""
    return tuple(one for one in listed() if one.under == word)


_LITERAL = r"(?m)^    (word|group|says|order|under|python)=(.+),$"


def _read(word: str) -> Listed:
    """What a module says of its word, read from its text: the list of words must not import them all."""
    from ast import literal_eval  # most questions name their word and need no list

    text = _path(word).read_text(encoding="utf-8").partition("\nENDPOINT = Endpoint(")[2].partition("\n)")[0]
    said = {name: literal_eval(value) for name, value in re.findall(_LITERAL, text)}
    if said.get("word") != word or "says" not in said or not said.keys() & {"group", "under"}:
        raise ValueError(
            f"{_path(word).name} must declare ENDPOINT = Endpoint(word={word!r}, group=..., says=...), each on one line"
        )
    return Listed(**said)


def _path(word: str) -> Path:
    return FOLDER / f"{word.replace('-', '_')}.py"


def naming(name: str) -> tuple[str, ...]:
    """The words whose module has a name in it, such as that of a class of answers."""
    whole = re.compile(rf"\b{re.escape(name)}\b")
    return tuple(word for word in declared() if whole.search(_path(word).read_text(encoding="utf-8")))


@cache
def functions() -> dict[str, str]:
    """Name in Python to word, for every declared word that is a function."""
    found = {one.python or one.word.replace("-", "_"): one.word for one in listed() if one.word in declared()}
    return {name: word for name, word in found.items() if "\n    function=" in _path(word).read_text(encoding="utf-8")}
