"""The schemas of declared answers in the OpenAPI description."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from fastapi import FastAPI

from mnna.answers.permalink import Cited
from mnna.interfaces.http.declared import Page

STAMP = "stamp"
"""The parameter with the stamp of a citation; its answer also says whether it is still the same."""
CITED: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": list(Cited._fields),
    "properties": {
        "stamp": {"type": "string", "description": "The stamp in the address."},
        "same": {"type": ["boolean", "null"], "description": "Whether the answer is the one that was cited."},
        "says": {"type": "string", "description": "The same in words."},
    },
    "description": "Whether the answer is still the one that was cited; only where the address has a stamp.",
}


def component(page: Page) -> str:
    """Return the name of the schema of a page's answer."""
    return str(page.endpoint.schema()["title"])


def describe(app: FastAPI, pages: Iterable[Page]) -> None:
    """Add the schemas of declared pages to `/openapi.json`."""
    made = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            _add(made().setdefault("components", {}).setdefault("schemas", {}), pages)
        assert app.openapi_schema is not None
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _add(schemas: dict[str, Any], pages: Iterable[Page]) -> None:
    for page in pages:
        top = dict(page.endpoint.schema())
        defs = dict(top.pop("$defs", {}))
        if any(param.name == STAMP for param in page.params):
            top = _citable(top)
            either = [one["$ref"].rsplit("/", 1)[-1] for one in top.get("anyOf", ())]
            defs |= {name: _citable(defs[name]) for name in either}
        top.pop("$schema", None)
        name = component(page)
        own = _names(schemas, name, defs)
        schemas[name] = _renamed(top, own)
        schemas.update({own(each): _renamed(schema, own) for each, schema in defs.items()})


def _citable(schema: dict[str, Any]) -> dict[str, Any]:
    return schema | {"properties": schema["properties"] | {"cited": CITED}}


def _names(schemas: dict[str, Any], answer: str, defs: dict[str, Any]) -> Callable[[str], str]:
    """Return a function from the name of a schema part to its name in the description.

    Where another answer describes a part of that name otherwise, the name of this answer is put in front.
    """

    def name(part: str) -> str:
        known = schemas.get(part)
        return part if known is None or known == _renamed(defs[part], lambda same: same) else f"{answer}{part}"

    taken = {part: name(part) for part in defs}
    return lambda part: taken[part]


def _renamed(schema: Any, name: Callable[[str], str]) -> Any:
    if isinstance(schema, list):
        return [_renamed(each, name) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: f"#/components/schemas/{name(value.rsplit('/', 1)[-1])}" if key == "$ref" else _renamed(value, name)
        for key, value in schema.items()
    }
