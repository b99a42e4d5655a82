"""The JSON Schema of an answer is read from its annotations; what has no form in JSON is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Literal, NamedTuple

import pytest

from mnna.engine.answer import Answer
from mnna.engine.record import HIDDEN, Record, described, in_json, passed_on
from mnna.engine.schema import _Schemas, schema


class Point(NamedTuple):
    """A place."""

    x: int
    y: float


@dataclass(frozen=True, slots=True, repr=False)
class Inner(Record):
    """A part."""

    point: Point


@dataclass(frozen=True, slots=True, repr=False)
class Whole(Answer):
    """An answer."""

    on: date = field(metadata=described("The day."))
    parts: tuple[Inner, ...]
    hidden: object = field(metadata=HIDDEN)
    year: ClassVar[int | None] = passed_on("on.year", "Its year.", after="on")

    @property
    @in_json()
    def count(self) -> int:
        """How many parts."""
        return len(self.parts)


def test_an_answer_is_an_object_with_its_version_first() -> None:
    found = schema(Whole, whole=True)
    assert found["title"] == "Whole" and found["description"] == "An answer."
    assert found["required"] == ["schema", "on", "year", "parts", "count"]
    assert list(found["properties"]) == [*found["required"], "codes"]
    assert found["properties"]["on"] == {"type": "string", "format": "date", "description": "The day."}
    assert found["properties"]["year"] == {"anyOf": [{"type": "integer"}, {"type": "null"}], "description": "Its year."}
    assert found["properties"]["count"] == {"type": "integer", "description": "How many parts."}
    assert found["additionalProperties"] is False


def test_what_is_nested_stands_once_below() -> None:
    found = schema(Whole, whole=True)
    assert found["properties"]["parts"] == {"type": "array", "items": {"$ref": "#/$defs/Inner"}}
    assert list(found["$defs"]) == ["Inner", "Point", "Codes"]
    assert found["$defs"]["Point"]["properties"] == {"x": {"type": "integer"}, "y": {"type": "number"}}
    assert "schema" not in schema(Inner)["properties"]


@pytest.mark.parametrize(
    ("hint", "expected"),
    [
        (Decimal, {"type": "number"}),
        (Literal["a"], {"const": "a"}),
        (Literal["a", "b"], {"enum": ["a", "b"]}),
        (int | None, {"anyOf": [{"type": "integer"}, {"type": "null"}]}),
        (Mapping[str, bool], {"type": "object", "additionalProperties": {"type": "boolean"}}),
        (frozenset[str], {"type": "array", "items": {"type": "string"}}),
        (tuple[int, str], {"type": "array", "prefixItems": [{"type": "integer"}, {"type": "string"}], "minItems": 2,
                           "maxItems": 2}),
    ],
)  # fmt: skip
def test_annotations(hint: Any, expected: dict[str, Any]) -> None:
    assert _Schemas().of(hint) == expected


def test_what_has_no_form_in_json_and_two_classes_of_one_name_are_refused() -> None:
    with pytest.raises(TypeError, match="has no form in JSON"):
        _Schemas().of(complex)
    schemas = _Schemas()
    schemas.reference(Point)
    with pytest.raises(TypeError, match="two classes are called Point"):
        schemas.reference(type("Point", (Record,), {}))
