"""The OpenAPI description: the schemas of declared answers in it, and the page `/docs` that shows it to readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from fastapi import FastAPI

from mnna.answers.permalink import Cited
from mnna.interfaces.http.declared import Page
from mnna.present.document import Block, Document, Facts, Items, Lines, Paragraph, Row, Section, Table, heads
from mnna.present.inline import Command, Link, Text

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
        schemas.update({own[each]: _renamed(schema, own) for each, schema in defs.items()})


def _citable(schema: dict[str, Any]) -> dict[str, Any]:
    return schema | {"properties": schema["properties"] | {"cited": CITED}}


def _names(schemas: dict[str, Any], answer: str, defs: dict[str, Any]) -> dict[str, str]:
    """Return the name of each schema part in the description.

    Where another answer describes a part of that name otherwise, the name of this answer is put in front.
    """
    same = {part: part for part in defs}
    alike = {part: schemas.get(part) in (None, _renamed(schema, same)) for part, schema in defs.items()}
    return {part: part if alike[part] else f"{answer}{part}" for part in defs}


def _renamed(schema: Any, names: Mapping[str, str]) -> Any:
    if isinstance(schema, list):
        return [_renamed(each, names) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: f"#/components/schemas/{names[value.rsplit('/', 1)[-1]]}" if key == "$ref" else _renamed(value, names)
        for key, value in schema.items()
    }


Told = Mapping[str, Any]
TITLE = "The same answers as JSON"
FORMS = (
    "Every address below answers a GET with the JSON of the word, which the command prints with ",
    Command("--json"),
    ". Replace .json by .csv, .md or .pdf for the other forms. The whole description, with the schema of every "
    "answer, is ",
    Link("/openapi.json", "/openapi.json"),
    " (OpenAPI 3.1).",
)


def document(api: Told) -> Document:
    """Return the description as a document: the addresses, then the schemas of the answers."""
    addresses = (Section("addresses", "Addresses"), *_operations(api["paths"]))
    shapes = (_shape(name, told) for name, told in api["components"]["schemas"].items())
    sections = (*addresses, Section("shapes", "Shapes of the answers"), *shapes)
    return Document(title=TITLE, lead=(FORMS,), sections=sections)


def _operations(paths: Told) -> Iterator[Section]:
    for path, methods in paths.items():
        for method, told in methods.items():
            if path.endswith(".json") or method != "get":
                answers = Items(tuple(_answers(told)), "small", "Answers")
                blocks = (Paragraph(told["summary"]), *_parameters(told), answers)
                yield Section(f"{method}-{path}", f"{method.upper()} {path}", blocks, level=2, folded=True)


def _parameters(told: Told) -> tuple[Block, ...]:
    columns = heads({"Parameter": 2, "Where": 1, "What": 5})
    rows = tuple(_parameter(one) for one in told.get("parameters", ()))
    return (Table("Parameters", columns, rows),) if rows else ()


def _parameter(one: Told) -> Row:
    many = one["schema"].get("type") == "array"
    of = one["schema"]["items"] if many else one["schema"]
    what: list[Text] = [one["description"]]
    if of.get("enum"):
        what.append(f"One of: {', '.join(of['enum'])}.")
    if example := one.get("example"):
        what.append(("Example: ", Command(example if isinstance(example, str) else example[0])))
    name = f"{one['name']}{' (needed)' if one['required'] else ''}"
    return Row(one["name"], (Command(name), f"{one['in']}{', may be repeated' if many else ''}", Lines(tuple(what))))


def _answers(told: Told) -> Iterator[Text]:
    for code, answer in told["responses"].items():
        said: list[Any] = [Command(str(code)), f" {answer['description'].rstrip('.')}"]
        for content in answer.get("content", {}).values():
            if reference := content.get("schema", {}).get("$ref"):
                name = reference.rsplit("/", 1)[-1]
                said += [": ", Link(name, f"#{name}")]
        yield tuple(said)


def _shape(name: str, told: Told) -> Section:
    known = told.get("properties", {}).items()
    fields = tuple((name, ". ".join(filter(None, (kind(one), one.get("description", ""))))) for name, one in known)
    blocks: tuple[Block, ...] = (Paragraph(told["description"]),) if told.get("description") else ()
    return Section(name, name, (*blocks, *((Facts(fields),) if fields else ())), level=2, folded=True)


def kind(about: Told) -> str:
    """Return a short name for the type that a JSON Schema describes, such as `list of Finding`."""
    if "$ref" in about:
        return str(about["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in about:
        return " or ".join(kind(each) for each in about["anyOf"])
    if "enum" in about or "const" in about:
        return ", ".join(f"“{value}”" for value in about.get("enum", [about.get("const")]))
    if about.get("type") == "array":
        return f"list of {kind(about.get('items', {}))}"
    return str(about.get("type", "anything"))
