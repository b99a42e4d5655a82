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
SCALAR = (bool, int, float, str, type(None))
TREE = {"says": str, "value": SCALAR, "citation": TEXT_OR_NOTHING, "of": [Self]}
FINDING = {
    "id": str,
    "question": str,
    "verdict": VERDICT,
    "terms": Mapped(SCALAR),
    "steps": [str],
    "routes": [str],
    "needs": [str],
    "because": str,
    "citations": [str],
    "why": TREE,
    # on top of the contract
    "presumes": [str],
    "stale": TEXT_OR_NOTHING,
    "own_facts": [str],
    "confidence": {"high", "medium", "low"},
    "topic": str,
    "bears": {"grant", "bar"},
    "suspended_by": [str],
}
CONFIDENCE = {"high", "medium", "low"}
NOTIFY = {
    "verdict": VERDICT,
    "review_days": AnyOf(int, type(None)),
    "threshold": AnyOf(
        type(None),
        {
            "measure": {"mde", "total", "construction", "firearms", "none"},
            "usd": AnyOf(NUMBER, type(None)),
        },
    ),
    "group": AnyOf({"nato", "nato-plus", "nato-organization", "general"}, type(None)),
    "because": str,
    "citations": [str],
    "needs": [str],
    # on top of the contract
    "steps": [str],
    "presumes": [str],
    "stale": TEXT_OR_NOTHING,
    "own_facts": [str],
    "confidence": CONFIDENCE,
}
CASE = {
    "recipient": Code,
    "channel": {"fms", "dcs", "lease", "retransfer", "license-agreement"},
    "on": Day,
    "findings": [FINDING],
    "notify": NOTIFY,
    # on top of the contract
    "given": Mapped(SCALAR),
    "stamp": STAMP,
}
UNLOCK = {"kind": {"status", "fact"}, "id": str, "act": str, "words": str}
UNLOCKS = {
    "country": Code,
    "on": Day,
    "authority": str,
    "verdict": VERDICT,
    "because": str,
    "unlocks": [UNLOCK],
    "opens": [UNLOCK],
    "routes": [str],
    "stamp": STAMP,
}
LINK = {"id": str, "text": str, "link": str}
ACT = {"text": str, "citation": str, "when": str}
PROVISION = {
    "since": Day,
    "until": AnyOf(Day, type(None)),
    "citation": str,
    "links": [LINK],
    "says": str,
    "rule": str,
    "parameters": [{"id": str, "phrase": str, "history": [str]}],
    "steps": [ACT],
    "source": str,
    "confidence": CONFIDENCE,
    "checked_on": Day,
    "note": str,
    "routes": Optional_([ACT]),
    "terms": Optional_(Mapped(str)),
    "review_days": Optional_(str),
    "group": Optional_(str),
}
EXAMPLE = {"country": Code, "on": Day, "given": Mapped(str), "verdict": VERDICT, "why": str, "trap": bool}
ENTRY = {
    "id": str,
    "asked_for": bool,
    "kind": {"authority", "restriction", "channel"},
    "question": str,
    "topic": str,
    "note": str,
    "provisions": [PROVISION],
    "examples": [EXAMPLE],
    "citations": [{"text": str, "links": [LINK]}],
}
LAW_TEXT = {
    "id": str,
    "asked_for": bool,
    "kind": {"law", "definition", "regulation", "reading", "executive", "proposal", "practice", "label", "open"},
    "kind_in_words": str,
    "title": str,
    "citation": str,
    "links": [LINK],
    "says": str,
    "since": AnyOf(Day, type(None)),
    "until": AnyOf(Day, type(None)),
    "bears_on": [str],
    "source": str,
    "confidence": CONFIDENCE,
    "checked_on": Day,
}
LAW = {"asked": str, "law": str, "entries": [ENTRY], "texts": [LAW_TEXT]}
SOURCE = {
    "id": str,
    "title": str,
    "publisher": str,
    "kind": str,
    "address": str,
    "licence": str,
    "opened_on": str,
    "note": str,
    "own": bool,
    "rests_on_it": [str],
}

FIGURE = AnyOf(NUMBER, type(None))
CLAIM_VERDICT = {"right", "partly", "wrong", "not verifiable"}
CLAIMS = AtLeast(
    article=str,
    dated=Day,
    claims=[
        AtLeast(
            id=str,
            claim=str,
            kind=str,
            verdict=CLAIM_VERDICT,
            verdict_today=CLAIM_VERDICT,
            because=str,
            basis={"computed", "recorded"},
            citations=[str],
            figures=list,
        )
    ],
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
