"""The schema of an answer that is one of several classes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import jsonschema
import pytest

from mnna.engine.answer import Answer
from mnna.engine.schema import either


@dataclass(frozen=True, slots=True, repr=False)
class Whole(Answer):
    """All of it."""

    count: int


@dataclass(frozen=True, slots=True, repr=False)
class Part(Answer):
    """A part of it."""

    name: str


def test_one_of_several_answers_is_described() -> None:
    schema = either((Whole, Part))
    jsonschema.Draft202012Validator.check_schema(schema)
    for answer in (Whole(3), Part("a")):
        jsonschema.validate(answer.to_dict(), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(Whole(3).to_dict() | Part("a").to_dict(), schema)
    assert schema["title"] == "WholeOrPart" and set(schema["properties"]) == {"schema", "codes", "count", "name"}


def test_a_single_answer_has_its_own_schema() -> None:
    assert either((Whole,)) == Whole.schema()


def test_two_classes_of_one_name_are_refused() -> None:
    other: Any = dataclass(frozen=True, repr=False)(type("Part", (Answer,), {"__annotations__": {"age": int}}))
    with pytest.raises(TypeError, match="two classes are called Part"):
        either((Part, other))
