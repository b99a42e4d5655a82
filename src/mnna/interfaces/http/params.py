"""What an address may carry: named parameters, read strictly and handed on as text to the word that judges them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mnna.errors import BadQuestion

LONGEST = 500
"""Characters of one value; no country, citation or amount is longer."""
MOST = 20
"""Values of one parameter that may be repeated."""


@dataclass(frozen=True, slots=True)
class Param:
    """One parameter of an address: its name, what it means, and its JSON Schema for the description of the interface.

    `where` is `path` or `query`; `positional` puts it on the command line without its name; `page_only` parameters
    arrange the page and are no part of the question; `python` is the name in Python where it is another,
    `listed` says that Python takes a list even of one, `keyword` that it takes what is positional by its name.
    """

    name: str
    says: str
    schema: Mapping[str, Any] = field(default_factory=lambda: {"type": "string"})
    where: str = "query"
    needed: bool = False
    many: bool = False
    positional: bool = False
    page_only: bool = False
    example: str = ""
    python: str = ""
    listed: bool = False
    keyword: bool = False

    def openapi(self) -> dict[str, Any]:
        """The parameter as OpenAPI 3.1 has it."""
        schema = dict(self.schema)
        schema.setdefault("maxLength", LONGEST)
        if self.many:
            schema = {"type": "array", "items": schema, "maxItems": MOST}
        shown = {
            "name": self.name,
            "in": self.where,
            "description": self.says,
            "required": self.needed or self.where == "path",
            "schema": schema,
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
            near = difflib.get_close_matches(name, known, 3, 0.4) or [p.name for p in known.values()]
            raise BadQuestion(f"the parameter {name[:60]!r}", "this address does not take it", near, "")
        if text := _clean(name, value):
            found[name].append(text)
        elif known[name].where == "path":
            raise BadQuestion("the address", f"it does not say which {name} is meant", (), "")
    return {name: _one_or_many(known[name], values) for name, values in found.items()}


def _clean(name: str, value: str) -> str:
    if len(value) > LONGEST:
        raise BadQuestion(f"the parameter {name!r}", f"its value is longer than {LONGEST} characters", (), "")
    if any(ord(c) < 32 or 127 <= ord(c) < 160 or 0xD800 <= ord(c) < 0xE000 for c in value):
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


COUNTRY = Param(
    "country",
    "A country by ISO 3166 alpha-3 code or any usual English name.",
    where="path",
    positional=True,
    example="MEX",
)
COUNTRY_QUERY = Param("country", COUNTRY.says, needed=True, positional=True, example="MEX")
ON = Param(
    "on",
    "The day of the question, as year-month-day; default today.",
    {"type": "string", "format": "date"},
    example="2026-11-24",
)
