"""What every answer of the models is: its JSON has no NaN, and as many digits as are the same on every machine."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mnna.engine.answer import Answer
from mnna.engine.record import VERSION
from mnna.models.tidy import as_object


class ModelAnswer(Answer):
    """An answer of the models; see `tidy.clean` for what becomes of its numbers."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The answer as JSON, the same from Python, the command and the address."""
        return {"schema": VERSION} | as_object({k: v for k, v in super().to_dict().items() if k != "schema"})


def known(value: float | None) -> float | None:
    """Return the number as it is; the JSON writes one that is NaN as null."""
    return value


def ends(found: Iterable[float]) -> tuple[float | None, float | None]:
    """Return the two ends of an interval."""
    low, high = found
    return low, high


def count(found: tuple[Any, ...]) -> int:
    """Return how many there are."""
    return len(found)
