"""The class of a parameter, and the parameters that several commands share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal, TypeVar

from mnna.as_typed import meant
from mnna.errors import BadQuestion, alike
from mnna.quick import Path, QuickTuple, content
from mnna.sentences import capital
from mnna.tables import cells

LONGEST = 500
"""The most characters of one value; no country, citation or amount is longer."""
LONGEST_TEXT = 200_000
"""The most characters of the text of an article."""
MOST = 20
"""The most values of one parameter that may be repeated."""

Door = Literal["cli", "http", "python"]
"""The interface where a parameter may be given; assistants take what `http` takes."""
EVERYWHERE: tuple[Door, ...] = ("cli", "http", "python")

Choices = Callable[[], Iterable[tuple[str, str]]]
"""A function that returns the values of a parameter, each with its title."""


TEXT: Mapping[str, Any] = {"type": "string"}
YES_OR_NO: Mapping[str, Any] = {"type": "string", "enum": ["yes", "no"]}
USD: Mapping[str, Any] = {
    "type": "string",
    "pattern": r"^\$?[0-9][0-9,]{0,16}(\.[0-9]{1,2})?([eE][0-9]{1,2})?( ?(thousand|million|billion))?$",
    "examples": ["20000000", "20e6", "20 million"],
}
"""An amount in US dollars."""


class Param(QuickTuple):
    """One parameter of a command. `COUNTRY._replace(needed=False)` makes a variant of a parameter.

    `name` is its name in addresses, `says` its help in one sentence, and `metavar` the placeholder for its value in
    help.
    On the command line it is an argument where `positional`, else an option `--name` or one of `flags`. In Python its
    name is `python` (or `name`); only the function's signature has its type and default. `keyword` marks a parameter
    that is positional on the command line and keyword-only in Python. `default` is the value a page assumes.

    `choices` is called only where the values are shown; the function itself refuses other values, unless `strict` makes
    the command line do so, which then reads `names`, other names with the value of each. `read` turns text into the
    value that the function takes. `typed` does so before, only on the command line, where text may name a file. `doors`
    are the interfaces that take it. `in_form` says whether a page's form has a field for it, under `label`; `countries`
    whether that field suggests countries. The form prints `hint` below the field, and puts the parameters with the same
    `folded` title into a section that opens. A `pair` takes two values after its option on the command line; a `long`
    value is text of many lines. The value of one with `commas` may also be given as several.
    """

    name: str
    says: str
    schema: Mapping[str, Any] = TEXT
    where: str = "query"
    needed: bool = False
    many: bool = False
    positional: bool = False
    example: str = ""
    python: str = ""
    listed: bool = False
    commas: bool = False
    keyword: bool = False
    doors: tuple[Door, ...] = EVERYWHERE
    kind: Literal["text", "flag", "integer", "path", "money"] = "text"
    choices: Choices | None = None
    names: Choices = tuple
    strict: bool = False
    metavar: str = ""
    flags: tuple[str, ...] = ()
    read: Callable[[Any], Any] | None = None
    typed: Callable[[Any], Any] | None = None
    default: object = None
    label: str = ""
    countries: bool = False
    in_form: bool = True
    hint: str = ""
    folded: str = ""
    pair: bool = False
    long: bool = False

    @property
    def page_only(self) -> bool:
        """Whether it only arranges a page and is not part of the question."""
        return self.doors == ("http",)

    @property
    def required(self) -> bool:
        """Whether its page cannot do without it."""
        return self.needed or self.where == "path"

    @property
    def python_name(self) -> str:
        """Its name in Python."""
        return self.python or self.name

    @property
    def option(self) -> str:
        """Its long option on the command line."""
        return next((flag for flag in self.flags if flag.startswith("--")), f"--{self.name.replace('_', '-')}")

    def value(self, given: Any) -> Any:
        """Return the given value as the function takes it; raises `BadQuestion` for an invalid flag or number."""
        if self.read is not None:
            return self.read(given)
        if self.kind == "flag":
            listed = self.schema.get("enum")
            if isinstance(given, str) and listed and given not in listed:
                raise BadQuestion(f"{self.name} {given!r}", "it is not an accepted value", tuple(listed), "")
            return given is True or given in ("yes", "true", "1", "on")
        if self.kind == "integer" and isinstance(given, str):
            if not (given.isascii() and given.isdigit()):
                raise BadQuestion(f"{self.name} {given!r}", "it is not a whole number", (), "")
            return int(given)
        return given

    def meant(self, text: str) -> str:
        """Return the choice that a text means, so that forms and links have its id; other text unchanged."""
        if self.choices is None:
            return text
        titled = list(self.choices())
        ids = [value for value, _ in titled]
        return text if text in ids else meant(text, ids, [*((title, id_) for id_, title in titled), *self.names()])

    def json_schema(self) -> dict[str, Any]:
        """Return the JSON Schema of its value."""
        schema = dict(self.schema)
        if self.choices is not None:
            schema["enum"] = [value for value, _ in self.choices()]
        schema.setdefault("maxLength", LONGEST_TEXT if self.long else LONGEST)
        return {"type": "array", "items": schema, "maxItems": MOST} if self.many else schema

    def openapi(self) -> dict[str, Any]:
        """Return the parameter as OpenAPI 3.1 describes it."""
        shown = {
            "name": self.name,
            "in": self.where,
            "description": self.says,
            "required": self.required,
            "schema": self.json_schema(),
        }
        return shown | ({"example": [self.example] if self.many else self.example} if self.example else {})


Value = TypeVar("Value")
Given = dict[str, Any]
"""Parameter name to text, to a tuple of texts for a parameter that may be repeated, or to None."""


def read(params: Iterable[Param], path: Mapping[str, str], query: Iterable[tuple[str, str]]) -> Given:
    """Return the parameters of one request; an empty value counts as not given.

    Raises `BadQuestion` for a name the page does not know, a value given twice, control characters, or a value that is
    too long: a mistyped parameter must not be ignored in silence.
    """
    known = {param.name: param for param in params}
    found: dict[str, list[str]] = {name: [] for name in known}
    for name, value in [*path.items(), *query]:
        if name not in known:
            near = alike(name, known) or [p.name for p in known.values()]
            raise BadQuestion(f"the parameter {name[:60]!r}", "there is no such parameter", near, "")
        if text := _clean(known[name], value):
            found[name].append(known[name].meant(text))
        elif known[name].where == "path":
            raise BadQuestion(f"the parameter {name!r}", "it is empty", (), "")
    return {name: _one_or_many(known[name], values) for name, values in found.items()}


def once(option: str, pairs: Iterable[tuple[str, Value]]) -> dict[str, Value]:
    """Return name to value; raises `BadQuestion` for a name given twice with two values, of which one would be lost."""
    found: dict[str, Value] = {}
    for name, value in pairs:
        if found.setdefault(name, value) != value:
            raise BadQuestion(f"--{option} {name}=...", "it is given twice, with two values", (), "Give it once.")
    return found


def _clean(param: Param, value: str) -> str:
    most, name = LONGEST_TEXT if param.long else LONGEST, param.name
    if len(value) > most:
        raise BadQuestion(f"the parameter {name!r}", f"its value is longer than {most} characters", (), "")
    lines = "\n\r\t" if param.long else ""
    if any((ord(c) < 32 and c not in lines) or 127 <= ord(c) < 160 or 0xD800 <= ord(c) < 0xE000 for c in value):
        raise BadQuestion(f"the parameter {name!r}", "its value holds a control character", (), "Use plain text.")
    return value.strip()


def _one_or_many(param: Param, values: list[str]) -> str | tuple[str, ...] | None:
    if param.many:
        if len(values) > MOST:
            raise BadQuestion(f"the parameter {param.name!r}", f"it is given more than {MOST} times", (), "")
        return tuple(values)
    if param.commas and values:
        return ",".join(values)
    if len(values) > 1:
        raise BadQuestion(f"the parameter {param.name!r}", "it is given more than once", (), "Give it once.")
    return values[0] if values else None


def statuses() -> list[tuple[str, str]]:
    """Return the id and title of every status."""
    from mnna.registry.statuses import our_statuses

    return [(kind.id, kind.title) for kind in our_statuses().values()]


def short_names() -> list[tuple[str, str]]:
    """Return the short name of every status that has one, with its id."""
    from mnna.registry.statuses import our_statuses

    return [(kind.short, kind.id) for kind in our_statuses().values() if kind.short]


def channels() -> list[tuple[str, str]]:
    """Return the id and title of every way of transfer."""
    from mnna.statutes.listing import CHANNELS

    return [(id_, row.label) for id_, row in CHANNELS.items()]


def written(fact: object) -> str:
    """Return a fact as an address gives it."""
    return ("no", "yes")[fact] if isinstance(fact, bool) else str(fact)


def questions_of_law() -> list[tuple[str, str]]:
    """Return the id and question of every authority and restriction."""
    from mnna.statutes import catalog

    return [(law.id, law.question) for law in catalog.authorities().values()]


def _typed_bill(given: str) -> str | os.PathLike[str]:
    """Return a path where the text names a file with a bill, else the text, which is the number of a bill."""
    from pathlib import Path  # few questions name a file

    from mnna.answers.bills import FILE

    return Path(given) if given.strip().lower().endswith(FILE) else given


def _bill(given: Any) -> str | os.PathLike[str]:
    """Return the bill: a path, or a number as it is cited; raises `UnknownWord` for other text.

    Text is never read as a path, so that no address can name a file.
    """
    from mnna.answers.bills import cited

    return given if isinstance(given, os.PathLike) else cited(given)


TABLE = Path(__file__).with_name("params.csv")
_COLUMNS, *_LINES = content(TABLE).decode().splitlines()
_TRAITS: Mapping[str, Mapping[str, Any]] = {
    **{kind: {"kind": kind} for kind in ("flag", "integer", "path")},
    "switch": {"kind": "flag", "schema": YES_OR_NO},
    "money": {"kind": "money", "schema": USD, "metavar": "USD"},
    "date": {"schema": {"type": "string", "format": "date"}, "metavar": "DATE"},
    "optional": {"needed": False},
    "option": {"positional": False},
    "hidden": {"in_form": False},
}
"""Words in the column `traits` that set other fields than the one of their name."""
SHARED: dict[str, Param] = {}
"""The parameters that several commands take, by name: rows of other commands take them over or vary them."""


def params_of(command: str, **more: Mapping[str, Any]) -> tuple[Param, ...]:
    """Return the parameters of a command from `params.csv`, in order.

    A row with the name of a shared parameter, or `like` one, has only what differs from it. `traits` has the fields
    that are true, the kind, the interfaces and the options; `values` the choices, or the least and the greatest number.
    `more` has by name of the parameter what a table cannot hold.
    """
    start, columns = f"{command},", _COLUMNS.split(",")
    found = (dict(zip(columns, cells(line), strict=True)) for line in _LINES if line.startswith(start))
    return tuple(_of_row(row, more.get(row["name"], {})) for row in found)


def _of_row(row: Mapping[str, str], more: Mapping[str, Any]) -> Param:
    given: dict[str, Any] = {}
    for word in row["traits"].split():
        if word in EVERYWHERE:
            given["doors"] = (*given.get("doors", ()), word)
        elif word.startswith("-"):
            given["flags"] = (*given.get("flags", ()), word)
        else:
            given |= _TRAITS.get(word, {word: True})
    given |= {name: row[name] for name in ("name", "metavar", "label", "hint", "example", "says") if row[name]}
    like = SHARED.get(row["like"] or row["name"]) or Param("", "")
    return like._replace(**{**given, **_values(row["values"]), **more})


def _values(text: str) -> dict[str, Any]:
    """Return the choices of a parameter, or the schema of a number between two ends of which either may be missing."""
    least, between, greatest = text.partition("..")
    if between:
        ends = {"minimum": least, "maximum": greatest}
        return {"schema": {"type": "integer"} | {name: int(end) for name, end in ends.items() if end}}
    titled = [(value, capital(value)) for value in text.split()]
    return {"choices": lambda: titled} if titled else {}


SHARED |= {
    param.name: param
    for param in params_of(
        "common",
        stamp={"schema": {"type": "string", "pattern": "^[0-9a-f]{16}-[0-9a-f]{16}(-[0-9a-f]{12})?$"}},
        status={"choices": statuses, "names": short_names},
        authority={"choices": questions_of_law},
        enact={"read": _bill, "typed": _typed_bill},
    )
}
COUNTRY, ON, FACTS, STAMP, OUTPUT, STATUS, AUTHORITY, SEARCH, WORDS, BILL = SHARED.values()
