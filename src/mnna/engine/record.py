"""What every answer is: a frozen dataclass, from whose fields both its JSON and its JSON Schema are made.

>>> @dataclass(frozen=True, slots=True, repr=False)
... class Held(Record):
...     "A status held on a day."
...     status: str = field(metadata=described("The id of the status."))
...     since: date
>>> Held("mnna", date(2022, 5, 23)).to_dict()
{'status': 'mnna', 'since': '2022-05-23'}

In JSON a day is ISO text, a tuple is a list, money is a number and None is null. A class writes itself as one value
where it has a method `as_json` (a country is its code). Named tuples are objects too: a program that starts often
makes them faster than dataclasses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from mnna.quick import QuickTuple

VERSION = "0.2"
"""The version of the JSON contract, which every answer carries as `schema`."""

CODES = "codes"
"""The key of an answer that gives each country's other codes by its alpha-3 code; only where a country is named."""

HIDDEN: Mapping[str, Any] = {"hidden": True}
"""Metadata of a field that is no part of the JSON, such as the registry an answer was read from."""

LONGEST_REPR = 1000
"""Characters of an answer's `repr`."""

Function = TypeVar("Function", bound=Callable[..., Any])


def described(
    says: str = "", name: str = "", of: Callable[[Any], Any] | None = None, sparse: bool = False
) -> Mapping[str, Any]:
    """Metadata of a field: its description in the schema, and its name in JSON where that is another.

    `of` turns the value of the field into the one that the JSON shows; the schema reads what it returns. A `sparse`
    field is left out of the JSON where its value is empty.
    """
    return {"says": says, "name": name, "of": of, "sparse": sparse}


FIRST = "first"


def in_json(after: str = "", name: str = "") -> Callable[[Function], Function]:
    """Mark the function of a property as part of the JSON: after the named key, as the `FIRST`, or else at the end.

    `name` is its key where that is not the name of the property.

    Write it below `@property`; the first line of the docstring is the description in the schema.
    """

    def mark(function: Function) -> Function:
        function.__dict__["in_json"] = (after, name)
        return function

    return mark


def passed_on(path: str, says: str, after: str = "", name: str = "") -> Any:
    """A property of the JSON that is an attribute of one of the record's own fields, such as `article.title`.

    Annotate it as `ClassVar`, so that a dataclass makes no field of it: `title: ClassVar[str] = passed_on(...)`.
    """
    get = attrgetter(path)

    def read(record: Record) -> Any:
        return get(record)

    read.__doc__ = says
    read.__annotations__.clear()  # its type is the one that the class gives it
    return property(in_json(after, name)(read))


class Part(QuickTuple):
    """One key of an object: its name in JSON, the attribute it is read from, its description, what turns the value.

    A `sparse` key is left out where the value is empty.
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
        """The record as JSON, with every key in the order of the contract."""
        return as_object(self)

    def summary(self) -> str:
        """The answer in a line; a class that can say it better overrides this."""
        return ", ".join(f"{part.name} {_short(getattr(self, part.attribute))}" for part in parts(_class(self)))

    def __repr__(self) -> str:
        """The class and the summary, in less than a thousand characters."""
        said = f"<{type(self).__name__}: {self.summary()}>"
        return said if len(said) < LONGEST_REPR else f"{said[: LONGEST_REPR - 5]} ...>"


def to_json(value: object) -> Any:
    """A value as JSON holds it; raises `TypeError` for what has no form in JSON."""
    kind: type = type(value)
    return value if kind in _PLAIN else _writer(kind)(value)


def _class(value: object) -> type:
    """The class of a value; mypy holds `type[X]` for not hashable, and `type` for hashable."""
    return type(value)


@cache
def parts(kind: type) -> tuple[Part, ...]:
    """The keys of a record or named tuple, in the order of its JSON."""
    found = [Part(name, name, "") for name in getattr(kind, "_fields", ())]
    if issubclass(kind, Record):
        shown = [each for each in fields(kind) if not each.metadata.get("hidden")]  # type: ignore[arg-type]
        found = [_part(each.name, each.metadata) for each in shown]
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
    """Name to function of every property that is marked as part of the JSON, those of base classes first."""
    named = {name: each for base in reversed(kind.__mro__) for name, each in vars(base).items()}
    found = {name: each.fget for name, each in named.items() if isinstance(each, property)}
    return {name: function for name, function in found.items() if "in_json" in getattr(function, "__dict__", {})}


class InJson(dict[str, Any]):
    """What is in its form in JSON already, all the way down."""


_PLAIN = frozenset({str, int, float, bool, type(None), InJson})
"""What JSON holds as it is."""


def as_object(value: object) -> dict[str, Any]:
    """A record or named tuple as JSON, with every key in the order of the contract."""
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
    """How a value of that class becomes JSON, found once for each class."""
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
    """A value in a word or two: a number of things in the place of the things."""
    shown = to_json(value)
    if isinstance(shown, (list, dict)):
        return f"({len(shown)})"
    return "unknown" if shown is None else str(shown)
