"""A record's JSON and schema come from its fields alone."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Literal, NamedTuple, TypedDict

import pytest

from mnna.engine.answer import Answer
from mnna.engine.record import FIRST, HIDDEN, LONGEST_REPR, VERSION, Record, described, in_json, passed_on, to_json
from mnna.engine.schema import schema


class Land(NamedTuple):
    """A country."""

    code: str
    name: str

    def as_json(self) -> str:
        """The code."""
        return self.code


class Row(NamedTuple):
    """A row of a table."""

    on: date
    note: str | None


class Tree(TypedDict):
    """A node."""

    says: str
    of: list[Tree]


def joined(ids: tuple[str, ...]) -> str:
    """All in one text."""
    return ";".join(ids)


@dataclass(frozen=True, slots=True, repr=False)
class Part(Record):
    """One part."""

    verdict: Literal["yes", "no"]
    usd: Decimal

    @property
    @in_json(FIRST)
    def id(self) -> str:
        """A name."""
        return "p"


@dataclass(frozen=True, slots=True, repr=False)
class Whole(Answer):
    """The whole.

    With more to say about it.
    """

    country: Land
    on: date
    parts: tuple[Part, ...] = field(metadata=described("What it is made of.", name="made_of"))
    rows: tuple[Row, ...]
    tree: Tree
    terms: Mapping[str, int | None]
    days: tuple[date, date]
    sources: tuple[str, ...] = field(metadata=described("Ids.", of=joined))
    registry: Any = field(metadata=HIDDEN)

    name: ClassVar[str] = passed_on("country.name", "The name of the country.", after="country")

    @property
    @in_json()
    def stamp(self) -> dict[str, str]:
        """What answered."""
        return {"facts": "a"}

    @property
    def unmarked(self) -> str:
        """No part of the JSON."""
        return "x"


DAY = date(2022, 5, 23)
WHOLE = Whole(
    Land("COL", "Colombia"),
    DAY,
    (Part("yes", Decimal("14.50")), Part("no", Decimal("20"))),
    (Row(DAY, None),),
    {"says": "top", "of": [{"says": "below", "of": []}]},
    {"review_days": None},
    (DAY, DAY),
    ("a", "b"),
    object,
)


def test_the_json_is_made_of_the_fields_in_their_order() -> None:
    assert list(WHOLE.to_dict().items()) == [
        ("schema", VERSION),
        ("country", "COL"),
        ("name", "Colombia"),
        ("on", "2022-05-23"),
        ("made_of", [{"id": "p", "verdict": "yes", "usd": 14.5}, {"id": "p", "verdict": "no", "usd": 20}]),
        ("rows", [{"on": "2022-05-23", "note": None}]),
        ("tree", {"says": "top", "of": [{"says": "below", "of": []}]}),
        ("terms", {"review_days": None}),
        ("days", ["2022-05-23", "2022-05-23"]),
        ("sources", "a;b"),
        ("stamp", {"facts": "a"}),
        ("codes", {"COL": {"iso2": "CO", "cow": 100, "gwn": 100, "fips": "CO"}}),
    ]


def test_only_a_whole_answer_names_the_version() -> None:
    assert WHOLE.parts[0].to_dict() == {"id": "p", "verdict": "yes", "usd": 14.5}
    assert to_json({"inside": WHOLE})["inside"].keys() == WHOLE.to_dict().keys() - {"schema", "codes"}


def test_the_schema_says_what_the_json_holds() -> None:
    made = Whole.schema()
    assert made["description"] == "The whole." and made["additionalProperties"] is False
    assert [*made["required"], "codes"] == list(WHOLE.to_dict())
    shown = made["properties"]
    assert shown["schema"]["const"] == VERSION
    assert shown["country"] == {"type": "string"} and shown["on"] == {"type": "string", "format": "date"}
    assert shown["name"] == {"type": "string", "description": "The name of the country."}
    assert shown["made_of"] == {
        "type": "array",
        "items": {"$ref": "#/$defs/Part"},
        "description": "What it is made of.",
    }
    assert shown["terms"]["additionalProperties"] == {"anyOf": [{"type": "integer"}, {"type": "null"}]}
    assert shown["days"]["minItems"] == shown["days"]["maxItems"] == 2
    assert shown["sources"] == {"type": "string", "description": "Ids."}
    defs = made["$defs"]
    assert set(defs) == {"Part", "Row", "Tree", "Codes"}
    name = {"type": "string", "description": "A name."}
    assert defs["Part"]["properties"] == {"id": name, "verdict": {"enum": ["yes", "no"]}, "usd": {"type": "number"}}
    assert defs["Tree"]["properties"]["of"]["items"] == {"$ref": "#/$defs/Tree"}


def test_the_json_fits_its_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(Whole.schema())
    jsonschema.validate(WHOLE.to_dict(), Whole.schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(WHOLE.to_dict() | {"more": 1}, Whole.schema())


def test_what_has_no_form_in_json_is_refused() -> None:
    @dataclass(frozen=True, slots=True, repr=False)
    class Odd(Record):
        """One."""

        odd: object

    with pytest.raises(TypeError, match="complex has no form in JSON"):
        Odd(1j).to_dict()


def test_two_classes_of_one_name_are_refused() -> None:
    first = Part

    def other() -> type[Record]:
        @dataclass(frozen=True, slots=True, repr=False)
        class Part(Record):
            """Another."""

            one: first  # type: ignore[valid-type]

        return Part

    same = other()
    same.__annotations__["one"] = first

    @dataclass(frozen=True, slots=True, repr=False)
    class Both(Record):
        """Both."""

        one: Any
        two: Any

    Both.__annotations__.update(one=first, two=same)
    with pytest.raises(TypeError, match="two classes are called Part"):
        schema(Both)


def test_a_repr_is_one_short_line_that_reads_as_an_answer() -> None:
    assert repr(WHOLE).startswith("<Whole: country COL, name Colombia, on 2022-05-23, made_of (2), rows (1)")
    long = replace(WHOLE, country=Land("COL", "x" * 5000))
    assert len(repr(long)) < LONGEST_REPR + 1 and "\n" not in repr(long)


def test_records_compare_and_travel() -> None:
    assert pickle.loads(pickle.dumps(WHOLE)) == WHOLE
    assert WHOLE.parts[0] == Part("yes", Decimal("14.5")) != WHOLE.parts[1]


@dataclass(frozen=True, slots=True, repr=False)
class Sparse(Record):
    """A record whose keys are not always there."""

    on: str
    until: str = field(default="", metadata=described("Its end.", sparse=True))
    ids: tuple[str, ...] = field(default=(), metadata=described(sparse=True))


def test_a_sparse_key_is_there_only_with_a_value_and_the_schema_says_so() -> None:
    assert Sparse("2022").to_dict() == {"on": "2022"}
    assert Sparse("2022", "2023", ("a",)).to_dict() == {"on": "2022", "until": "2023", "ids": ["a"]}
    found = schema(Sparse)
    assert found["required"] == ["on"] and set(found["properties"]) == {"on", "until", "ids"}
