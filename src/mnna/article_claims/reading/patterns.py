"""Load the patterns of the grammars by name from `patterns.toml`, so that an analyst can add one without Python."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("patterns.toml")
_NAME = re.compile(r"\{(?:([a-z]+)\.)?([A-Za-z]\w+)\}")


@cache
def _tables() -> Mapping[str, Mapping[str, Any]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


@cache
def macros() -> Mapping[str, str]:
    """Return the macros, which are allowed in every pattern; one-letter macros contain `{}` for the group's name."""
    return {name: _written(text, "macros") for name, text in _tables()["macros"].items()}


def _written(text: str, family: str) -> str:
    """Return the pattern in one line, with the patterns that it names inserted; macros stay."""

    def named(found: re.Match[str]) -> str:
        return found[0] if found[2] in _tables()["macros"] else pattern(f"{found[1] or family}.{found[2]}")

    return _NAME.sub(named, re.sub(r"\n *", "", text))


def _find(name: str) -> tuple[str, Any]:
    family, _, own = name.partition(".")
    return family, _tables()[family][own]


@cache
def pattern(name: str) -> str:
    """Return the pattern of that name, such as `acts.gives`; raise `KeyError` if there is none."""
    family, text = _find(name)
    return _written(text, family)


@cache
def patterns(name: str) -> tuple[str, ...]:
    """Return the patterns of that name in order of priority; raise `KeyError` if there is none."""
    family, texts = _find(name)
    return tuple(_written(text, family) for text in texts)


@cache
def pairs(name: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of that name: a pattern and its meaning, or the reverse (by name); raise `KeyError` if none."""
    family, found = _find(name)
    return tuple((_written(first, family), _written(second, family)) for first, second in found)
