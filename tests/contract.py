"""The contract of the JSON: which keys every document has and what lies under each, as tables a reader can check.

A shape is a type, a set of words, a dictionary of keys to shapes, a list of one shape, or alternatives. Keys under
`contract` are promised; keys under `more` come on top and are held too, so that none appears or goes unnoticed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

NUMBER = (int, float)
TEXT_OR_NOTHING = (str, type(None))
VERDICT = {"yes", "no", "unknown"}


class Day:
    """An ISO date."""


class Code:
    """Three capital letters, or NATO."""


class AnyOf:
    """One of several shapes."""

    def __init__(self, *shapes: Any) -> None:
        self.shapes = shapes


class Optional_:
    """A key that may be missing."""

    def __init__(self, shape: Any) -> None:
        self.shape = shape


class AtLeast(dict[str, Any]):
    """An object of which only these keys are promised; others may stand beside them."""


class Self:
    """The shape this stands in, again."""


class Mapped:
    """Any keys, one shape for all values."""

    def __init__(self, shape: Any) -> None:
        self.shape = shape


STAMP = {"law": str, "facts": str, "version": str}
CONFIDENCE = {"high", "medium", "low"}
FIGURE = AnyOf(NUMBER, type(None))
EFFECTS = AtLeast(
    outcome=str,
    unit=str,
    n=AnyOf(int, dict),
    att=FIGURE,
    low=FIGURE,
    high=FIGURE,
    p=FIGURE,
    detectable=FIGURE,
    event_study=[AtLeast(year=int, estimate=FIGURE, low=FIGURE, high=FIGURE)],
    size_check=dict,
    reading=AnyOf(str, list),
)


def wrong(value: Any, shape: Any, where: str = "$") -> Iterator[str]:
    """Every place where a document is not of that shape."""
    yield from _wrong(value, shape, where, shape)


def _wrong(value: Any, shape: Any, where: str, whole: Any) -> Iterator[str]:
    if shape is Self:
        yield from _wrong(value, whole, where, whole)
    elif isinstance(shape, AnyOf):
        if all(any(True for _ in _wrong(value, one, where, whole)) for one in shape.shapes):
            yield f"{where}: {value!r} is none of the shapes allowed"
    elif isinstance(shape, Mapped):
        for key, below in value.items():
            yield from _wrong(below, shape.shape, f"{where}.{key}", whole)
    elif isinstance(shape, Mapping):
        yield from _keys(value, shape, where)
    elif isinstance(shape, list):
        if not isinstance(value, list):
            yield f"{where}: {value!r} is no list"
            return
        for index, item in enumerate(value):
            yield from _wrong(item, shape[0], f"{where}[{index}]", whole)
    elif not _fits(value, shape):
        yield f"{where}: {value!r}"


def _keys(value: Any, shape: Mapping[str, Any], where: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{where}: {value!r} is no object"
        return
    needed = {key for key, below in shape.items() if not isinstance(below, Optional_)}
    yield from (f"{where}: no key {key!r}" for key in sorted(needed - value.keys()))
    strange = () if isinstance(shape, AtLeast) else sorted(value.keys() - shape.keys())
    yield from (f"{where}: the key {key!r} is not in the contract" for key in strange)
    for key in shape.keys() & value.keys():
        below = shape[key].shape if isinstance(shape[key], Optional_) else shape[key]
        yield from _wrong(value[key], below, f"{where}.{key}", shape)


def _fits(value: Any, shape: Any) -> bool:
    if shape is Day:
        return isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None
    if shape is Code:
        return isinstance(value, str) and re.fullmatch(r"[A-Z]{3}|NATO", value) is not None
    if isinstance(shape, set):
        return value in shape
    if shape is int or shape is NUMBER:
        return isinstance(value, shape) and not isinstance(value, bool)
    return isinstance(value, shape)
