"""The list of commands, read from the files in the folder `words` without importing them."""

from __future__ import annotations

import os
import re
from functools import cache

from mnna.quick import Path, QuickTuple

GROUPS = ("Country", "Law", "Transfers", "Data and service")
"""The groups of commands, in the order of `mnna --help`, the menu and the documents."""

FOLDER = Path(__file__).parent / "words"


class Listed(QuickTuple):
    """A command in a list; `under` is the command whose help lists it, empty where `mnna --help` does.

    A command under another belongs to the group of that one.
    """

    word: str
    says: str
    group: str = ""
    order: int = 0
    under: str = ""
    python: str = ""


@cache
def declared() -> tuple[str, ...]:
    """Return the commands that have a file, sorted by name."""
    with os.scandir(FOLDER) as files:
        modules = [file.name for file in files if file.name.endswith(".py") and not file.name.startswith("_")]
    return tuple(sorted(name.removesuffix(".py").replace("_", "-") for name in modules))


@cache
def listed() -> tuple[Listed, ...]:
    """Return every command, in the order of groups; those under another command come after it."""
    found = [_read(word) for word in declared()]
    shown = sorted((one for one in found if not one.under), key=lambda one: (GROUPS.index(one.group), one.order))
    lower = sorted(found, key=lambda one: (one.order, one.word))
    return tuple(
        each._replace(group=one.group)
        for one in shown
        for each in (one, *(low for low in lower if low.under == one.word))
    )


def below(word: str) -> tuple[Listed, ...]:
    """Return the commands that the help of `word` lists."""
    return tuple(one for one in listed() if one.under == word)


_LITERAL = r"(?m)^    (word|group|says|order|under|python)=(.+),$"


def _read(word: str) -> Listed:
    """Return what a module declares of its command, read from its text without importing it.

    Raises `ValueError` where a field is missing or is not on one line.
    """
    from ast import literal_eval  # most questions name their command and need no list

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
    """Return the commands whose module contains a name, such as that of a class of answers."""
    whole = re.compile(rf"\b{re.escape(name)}\b")
    return tuple(word for word in declared() if whole.search(_path(word).read_text(encoding="utf-8")))


@cache
def functions() -> dict[str, str]:
    """Return Python name to command, for every command with a function."""
    found = {one.python or one.word.replace("-", "_"): one.word for one in listed()}
    return {name: word for name, word in found.items() if "\n    function=" in _path(word).read_text(encoding="utf-8")}
