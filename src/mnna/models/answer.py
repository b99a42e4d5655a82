"""The base class of the models' answers, whose JSON has no NaN and rounds numbers so that every machine agrees."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mnna.engine.answer import Answer
from mnna.engine.record import VERSION
from mnna.models.tidy import as_object


class ModelAnswer(Answer):
    """The base class of an answer of the models; `tidy.clean` converts its numbers for JSON."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as a JSON object, which is the same from Python, the command and the address."""
        return {"schema": VERSION} | as_object({k: v for k, v in super().to_dict().items() if k != "schema"})


def known(value: float | None) -> float | None:
    """Return the number unchanged; its type tells the JSON schema that a NaN is written as null."""
    return value


def ends(found: Iterable[float]) -> tuple[float | None, float | None]:
    """Return the lower and upper end of an interval, each of which may be null in JSON."""
    low, high = found
    return low, high


def count(found: tuple[Any, ...]) -> int:
    """Return the number of items in a tuple."""
    return len(found)
