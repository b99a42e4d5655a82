"""Parameters: each declared once, for the command line, Python, the web and assistants."""

# Annotations are no texts here, which `NamedTuple` and `dataclass` would parse at every start.

import os
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Literal

from mnna.errors import BadQuestion, alike
from mnna.quick import QuickTuple

LONGEST = 500
"""Characters of one value; no country, citation or amount is longer."""
LONGEST_TEXT = 200_000
"""Characters of the text of an article."""
MOST = 20
"""Values of one parameter that may be repeated."""

Door = Literal["cli", "http", "python"]
"""Where a parameter may be given; assistants take what `http` takes."""
EVERYWHERE: tuple[Door, ...] = ("cli", "http", "python")

Choices = Callable[[], Iterable[tuple[str, str]]]
"""The values a parameter takes, each with its title."""


TEXT: Mapping[str, Any] = {"type": "string"}
USD: Mapping[str, Any] = {
    "type": "string",
    "pattern": r"^\$?[0-9][0-9,]{0,16}(\.[0-9]{1,2})?([eE][0-9]{1,2})?( ?(thousand|million|billion))?$",
    "examples": ["20000000", "20e6", "20 million"],
}
"""An amount in US dollars."""


class Param(QuickTuple):
    """One parameter of a word; `COUNTRY._replace(needed=False)` is another like it.

    `name` is its name in addresses; `says` its help, a sentence; `metavar` what stands for the value in that help.
    On the command line it is an argument where `positional`, else an option `--name` or the `flags` given. In Python
    it is called `python` (or the same name); its type and default stand in the function's signature alone. `keyword`
    says that the function takes only by name what is positional on the command line, `default` what a page assumes.
    `choices` are looked up only where they are shown; the function itself refuses other values, unless `strict` makes
    the command line do so. `read` turns text into the value the function takes, and `typed` does so first, on the
    command line alone, where a text may name a file. `doors` says where it may be given, `in_form` whether a page's
    form asks for it, under which `label`, and `countries` whether it suggests countries. The form prints `hint` below
    the field, and puts those of one `folded` title into a part that can be opened. A `pair` takes two values after its
    option on the command line; a `long` value is text of many lines.
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
    keyword: bool = False
    doors: tuple[Door, ...] = EVERYWHERE
    kind: Literal["text", "flag", "integer", "path", "money"] = "text"
    choices: Choices | None = None
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
        """Whether it only arranges a page and is no part of the question."""
        return self.doors == ("http",)

    @property
    def python_name(self) -> str:
        """Its name in Python."""
        return self.python or self.name

    @property
    def option(self) -> str:
        """Its long option on the command line."""
        return next((flag for flag in self.flags if flag.startswith("--")), f"--{self.name.replace('_', '-')}")

    def value(self, given: Any) -> Any:
        """What was given as the function takes it; raises `BadQuestion` for what is no number."""
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

    def json_schema(self) -> dict[str, Any]:
        """The JSON Schema of its value."""
        schema = dict(self.schema)
        if self.choices is not None:
            schema["enum"] = [value for value, _ in self.choices()]
        schema.setdefault("maxLength", LONGEST_TEXT if self.long else LONGEST)
        return {"type": "array", "items": schema, "maxItems": MOST} if self.many else schema

    def openapi(self) -> dict[str, Any]:
        """The parameter as OpenAPI 3.1 has it."""
        shown = {
            "name": self.name,
            "in": self.where,
            "description": self.says,
            "required": self.needed or self.where == "path",
            "schema": self.json_schema(),
        }
        return shown | ({"example": [self.example] if self.many else self.example} if self.example else {})


Given = dict[str, Any]
"""Parameter name to text, to a tuple of texts for a parameter that may be repeated, or to None."""


def read(params: Iterable[Param], path: Mapping[str, str], query: Iterable[tuple[str, str]]) -> Given:
    """The parameters of one request; an empty value counts as not given.

    Raises `BadQuestion` for a name the page does not know, a value given twice, control characters, or a value that is
    too long: a mistyped parameter must not be ignored in silence.
    """
    known = {param.name: param for param in params}
    found: dict[str, list[str]] = {name: [] for name in known}
    for name, value in [*path.items(), *query]:
        if name not in known:
            near = alike(name, known, 3, 0.4) or [p.name for p in known.values()]
            raise BadQuestion(f"the parameter {name[:60]!r}", "there is no such parameter", near, "")
        if text := _clean(known[name], value):
            found[name].append(text)
        elif known[name].where == "path":
            raise BadQuestion("the address", f"it does not say which {name} is meant", (), "")
    return {name: _one_or_many(known[name], values) for name, values in found.items()}


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
    if len(values) > 1:
        raise BadQuestion(f"the parameter {param.name!r}", "it is given more than once", (), "Give it once.")
    return values[0] if values else None


def switch(name: str, says: str, **more: Any) -> Param:
    """A parameter that is set or not, at every door."""
    yes = {"type": "string", "enum": ["yes", "no"]}
    return Param(name, says, yes, kind="flag", **more)


WORDS = switch("words", "Add the official words of the law that decided the answer.", in_form=False)


def statuses() -> list[tuple[str, str]]:
    """Every status with its title."""
    from mnna.registry.statuses import our_statuses

    return [(kind.id, kind.title) for kind in our_statuses().values()]


def channels() -> list[tuple[str, str]]:
    """Every way of transfer with its title."""
    from mnna.statutes.listing import CHANNELS

    return [(id_, row.label) for id_, row in CHANNELS.items()]


def yes_or_no() -> list[tuple[str, str]]:
    """The values of a fact that holds or does not."""
    return [("yes", "Yes"), ("no", "No")]


def written(fact: object) -> str:
    """A fact as an address gives it."""
    return ("no", "yes")[fact] if isinstance(fact, bool) else str(fact)


def questions_of_law() -> list[tuple[str, str]]:
    """Every authority and restriction with its question."""
    from mnna.statutes import catalog

    return [(law.id, law.question) for law in catalog.authorities().values()]


COUNTRY = Param(
    "country",
    "A country by ISO 3166 alpha-3 code or any usual English name.",
    needed=True,
    positional=True,
    example="MEX",
    label="Country",
    countries=True,
)
ON = Param(
    "on",
    "The day of the question, like 2022-05-23; default today.",
    {"type": "string", "format": "date"},
    metavar="DATE",
    example="2026-11-24",
    label="On",
)
FACTS = Param(
    "facts",
    "A folder of your own tables, added to ours (also MNNA_FACTS).",
    kind="path",
    metavar="DIR",
    doors=("cli", "python"),
)
STAMP = Param(
    "stamp",
    "The stamp of a citation: the answer says whether it is still the one that was cited.",
    {"type": "string", "pattern": "^[0-9a-f]{16}-[0-9a-f]{16}(-[0-9a-f]{12})?$"},
    doors=("http",),
    in_form=False,
)
OUTPUT = Param(
    "output",
    "Write to FILE instead of printing.",
    kind="path",
    flags=("-o", "--output"),
    metavar="FILE",
    doors=("cli",),
)
STATUS = Param("status", "A status by its id.", choices=statuses, label="Status", metavar="STATUS")
AUTHORITY = Param("authority", "A question of law by its id.", choices=questions_of_law, label="Question of law")
SEARCH = Param("search", "Words to look for.", doors=("cli", "python"), metavar="WORDS", label="Words")


def _typed_bill(given: str) -> str | os.PathLike[str]:
    """What the command line was given: the name of a file of one's own, or the number of a bill."""
    from pathlib import Path  # few questions name a file

    from mnna.answers.bills import FILE

    return Path(given) if given.strip().lower().endswith(FILE) else given


def _bill(given: Any) -> str | os.PathLike[str]:
    """The bill; a text is a number, so that no address can name a file; raises `UnknownWord` for another text."""
    from mnna.answers.bills import cited

    return given if isinstance(given, os.PathLike) else cited(given)


BILL = Param(
    "enact", "A bill assumed to be law.", metavar="BILL", label="If this bill were law", read=_bill, typed=_typed_bill
)
