"""The base class of all answers: a frozen dataclass whose fields define both its JSON and its JSON Schema.

>>> from dataclasses import dataclass, field
>>> @dataclass(frozen=True, slots=True, repr=False)
... class Held(Record):
...     "A status held on a day."
...     status: str = field(metadata=described("The id of the status."))
...     since: date
>>> Held("mnna", date(2022, 5, 23)).to_dict()
{'status': 'mnna', 'since': '2022-05-23'}

In JSON a day is ISO text, a tuple is a list, money is a number and None is null. A class with a method `as_json`
becomes the single value that it returns (a country is its code). Named tuples are objects too; they are used where a
short command makes many, because they are faster to make than dataclasses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from mnna.quick import QuickTuple, quick_fields

VERSION = "0.2"
"""The version of the JSON contract, which every answer carries as `schema`."""

CODES = "codes"
"""The key of an answer for the other codes of each country that it names, by alpha-3 code."""

HIDDEN: Mapping[str, Any] = {"hidden": True}
"""Metadata of a field that is not part of the JSON, such as the registry an answer was read from."""

LONGEST_REPR = 1000
"""The most characters of an answer's `repr`."""

Function = TypeVar("Function", bound=Callable[..., Any])


def described(
    says: str = "", name: str = "", of: Callable[[Any], Any] | None = None, sparse: bool = False
) -> Mapping[str, Any]:
    """Return metadata of a field: its description in the schema, and its name in JSON if that differs.

    `of` converts the value of the field to the one in the JSON; its return type goes into the schema. A `sparse` field
    is left out of the JSON if its value is empty.
    """
    return {"says": says, "name": name, "of": of, "sparse": sparse}


FIRST = "first"


def in_json(after: str = "", name: str = "") -> Callable[[Function], Function]:
    """Return a decorator that makes a property part of the JSON.

    Its key comes after the key `after`, or at the start if that is `FIRST`, or else at the end. `name` is the key if it
    differs from the property's name. Write the decorator below `@property`. The first line of the docstring is the
    description in the schema.
    """

    def mark(function: Function) -> Function:
        function.__dict__["in_json"] = (after, name)
        return function

    return mark


def passed_on(path: str, says: str, after: str = "", name: str = "") -> Any:
    """Return a property of the JSON that is an attribute of one of the record's own fields, such as `article.title`.

    Annotate it as `ClassVar`, so that a dataclass makes no field of it: `title: ClassVar[str] = passed_on(...)`.
    """
    get = attrgetter(path)

    def read(record: Record) -> Any:
        return get(record)

    read.__doc__ = says
    read.__annotations__.clear()  # the class's annotation gives the type
    return property(in_json(after, name)(read))


class Part(QuickTuple):
    """One key of an object: its name in JSON, its attribute, its description, and the function that converts its value.

    A `sparse` key is left out if the value is empty.
    """

    name: str
    attribute: str
    says: str | None
    of: Callable[[Any], Any] | None = None
    sparse: bool = False


class Record:
    """An object of the JSON; subclass it as `@dataclass(frozen=True, slots=True, repr=False)`."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the record as JSON, with every key in the order of the contract."""
        return as_object(self)

    def summary(self) -> str:
        """Return the answer in one line; a class overrides this if it can give a better summary."""
        return ", ".join(f"{part.name} {_short(getattr(self, part.attribute))}" for part in parts(_class(self)))

    def __repr__(self) -> str:
        """Return the class and the summary, in less than `LONGEST_REPR` characters."""
        said = f"<{type(self).__name__}: {self.summary()}>"
        return said if len(said) < LONGEST_REPR else f"{said[: LONGEST_REPR - 5]} ...>"


def to_json(value: object) -> Any:
    """Return a value as JSON; raises `TypeError` for a type that has no JSON form."""
    kind: type = type(value)
    return value if kind in _PLAIN else _writer(kind)(value)


def json_text(value: object) -> str:
    """Return a JSON value as every interface writes it, indented by two and with a line end at the end."""
    import json  # late: most answers are printed as text

    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _class(value: object) -> type:
    """Return the class of a value. For mypy `type[X]` is not hashable, but `type` is."""
    return type(value)


@cache
def parts(kind: type) -> tuple[Part, ...]:
    """Return the keys of a record or named tuple, in the order of its JSON."""
    found = [Part(name, name, "") for name in getattr(kind, "_fields", ())]
    if issubclass(kind, Record):
        found = [_part(name, told) for name, told in quick_fields(kind) if not told.get("hidden")]
    for name, function in properties(kind).items():
        names = [part.name for part in found]
        after, key = function.__dict__["in_json"]
        at = 0 if after == FIRST else names.index(after) + 1 if after else len(found)
        found.insert(at, Part(key or name, name, (function.__doc__ or "").strip().split("\n")[0]))
    return tuple(found)


def _part(attribute: str, told: Mapping[str, Any]) -> Part:
    name = told.get("name") or attribute
    return Part(name, attribute, told.get("says"), told.get("of"), bool(told.get("sparse")))


@cache
def properties(kind: type) -> dict[str, Any]:
    """Return every property that is part of the JSON, function by name, those of base classes first."""
    named = {name: each for base in reversed(kind.__mro__) for name, each in vars(base).items()}
    found = {name: each.fget for name, each in named.items() if isinstance(each, property)}
    return {name: function for name, function in found.items() if "in_json" in getattr(function, "__dict__", {})}


class InJson(dict[str, Any]):
    """A dictionary that is already JSON at every level."""


_PLAIN = frozenset({str, int, float, bool, type(None), InJson})
"""The types that JSON holds unchanged."""


def as_object(value: object) -> dict[str, Any]:
    """Return a record or named tuple as JSON, with every key in the order of the contract."""
    found = {name: to_json(get(value)) for name, get in _readers(_class(value))}
    for name in _sparse(_class(value)):
        if not found[name]:
            del found[name]
    return found


@cache
def _sparse(kind: type) -> tuple[str, ...]:
    return tuple(part.name for part in parts(kind) if part.sparse)


@cache
def _readers(kind: type) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    return tuple((part.name, _reader(part)) for part in parts(kind))


def _reader(part: Part) -> Callable[[Any], Any]:
    get, of = attrgetter(part.attribute), part.of
    return get if of is None else lambda value: of(get(value))


@cache
def _writer(kind: type) -> Callable[[Any], Any]:
    """Return the function that converts values of that class to JSON; raises `TypeError` if there is none."""
    if hasattr(kind, "as_json"):
        return lambda value: to_json(value.as_json())
    if issubclass(kind, Record) or hasattr(kind, "_fields"):
        return as_object
    for base, write in _WRITERS.items():
        if issubclass(kind, base):
            return write
    if hasattr(kind, "to_dict"):
        return lambda value: value.to_dict()
    raise TypeError(f"{kind.__name__} has no form in JSON: make it a Record or give it a method as_json")


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


_WRITERS: dict[type, Callable[[Any], Any]] = {
    date: lambda value: value.isoformat(),
    Decimal: _number,
    Mapping: lambda value: {
        key if type(key) is str else str(key): each if type(each) in _PLAIN else to_json(each)
        for key, each in value.items()
    },
    tuple: lambda value: [each if type(each) in _PLAIN else to_json(each) for each in value],
    list: lambda value: [each if type(each) in _PLAIN else to_json(each) for each in value],
    frozenset: lambda value: sorted(to_json(each) for each in value),
    str: str,
    bool: bool,
    int: int,
    float: float,
}


def _short(value: object) -> str:
    """Return a value in a word or two; a list or object as its number of items."""
    shown = to_json(value)
    if isinstance(shown, (list, dict)):
        return f"({len(shown)})"
    return "unknown" if shown is None else str(shown)
