"""The commands as tools for assistants, over the Model Context Protocol: the same questions, shortened answers.

Tools are made from the pages, so that a command has one description in the browser and for an assistant, and every new
command has a tool without a line here. `screen_rows`, which is not a page, is added below. Files are not screened here:
an assistant that may write files can run `mnna screen` itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import mcp_types as types
from anyio.to_thread import run_sync
from mcp.server.lowlevel import Server
from mcp.shared.exceptions import MCPError

from mnna._version import NAME, __version__
from mnna.errors import BadQuestion, MnnaError, UnknownWord, alike
from mnna.interfaces.http.declared import Page, Question, pages
from mnna.interfaces.http.problems import our_mistake
from mnna.interfaces.mcp import prompts, resources, screen_rows
from mnna.interfaces.mcp.budget import Ask, fitted, written
from mnna.interfaces.params import Param, read
from mnna.tables import table

INSTRUCTIONS = (
    "Answers on US security-cooperation status and what the law makes of it, each with citations, the day it holds for "
    "and what is not known. Quote verdicts as given: yes, no or unknown. An unknown lists in `needs` what would settle "
    "it; do not guess it. Announced is not designated. Countries go by ISO alpha-3 code or English name. Ids are in "
    "the resources mnna://statuses and mnna://authorities. Every tool answers in short. Besides its own arguments it "
    'takes `detail` ("full" for everything), `fields` (such as ["findings.id", "findings.because"]), and `limit` and '
    "`offset` for the rows of long lists. `left_out` says what a short answer does not show."
)
_READING = types.ToolAnnotations(read_only_hint=True)
HOW: Mapping[str, Mapping[str, Any]] = {
    "detail": {"enum": ["short", "full"]},
    "fields": {"type": "array", "items": {"type": "string"}},
    "limit": {"type": "integer"},
    "offset": {"type": "integer"},
}
"""How much of an answer is wanted: every tool takes these arguments, and `INSTRUCTIONS` explains them."""

FEW = 8
"""The most values of an argument that its schema lists; for more, the resources have the ids."""


def tools() -> dict[str, Page]:
    """Return tool name to page, for every page that answers in JSON."""
    return {page.tool: page for page in pages() if "json" in page.forms}


def every_tool() -> list[types.Tool]:
    """Return the description of every tool."""
    return [*(tool(name, page) for name, page in tools().items()), _ROWS]


def tool(name: str, page: Page) -> types.Tool:
    """Return the description of one tool, with the JSON Schema of its arguments."""
    asked = [param for param in page.params if not param.page_only]
    properties = {**{param.name: _argument(param) for param in asked}, **HOW}
    given = {"type": "object", "properties": properties, "required": [one.name for one in asked if one.required]}
    return types.Tool(name=name, description=guide(name, page.says).use, input_schema=given, annotations=_READING)


def _argument(param: Param) -> dict[str, Any]:
    """Return a short schema of an argument."""
    schema = param.json_schema()
    one = schema["items"] if param.many else schema
    values = one.get("enum", ())
    short: dict[str, Any] = {"enum": list(values)} if 0 < len(values) <= FEW else {"type": one.get("type", "string")}
    found = {"type": "array", "items": short} if param.many else short
    return found | ({} if param.name in PLAIN else {"description": param.says})


PLAIN = ("on", "country", "since", "until")
"""Arguments whose names need no description."""

_ROWS = types.Tool(
    name="screen_rows",
    description=screen_rows.SAYS,
    input_schema={**screen_rows.SCHEMA, "properties": {**screen_rows.SCHEMA["properties"], **HOW}},
    annotations=_READING,
)


def ask(name: str, arguments: dict[str, Any], facts: Path | None = None) -> tuple[str, dict[str, Any]]:
    """Return the whole answer of a tool in one sentence and as JSON; raises what the command raises."""
    if name == _ROWS.name:
        return screen_rows.screen_rows(arguments, facts)
    known = tools()
    if name not in known:
        near = alike(name, [*known, _ROWS.name], 3, 0.5)
        raise UnknownWord(f"the tool {name!r}", "there is no such tool", near, "The list of tools has them all.")
    page = known[name]
    question = Question(page, _given(name, page, arguments), facts)
    answer = page.answer(question)
    return page.endpoint.shown(answer).title, answer.to_dict()


def _given(name: str, page: Page, arguments: dict[str, Any]) -> dict[str, Any]:
    pairs = [
        (key, _plain(key, each))
        for key, value in arguments.items()
        if value is not None
        for each in (value if isinstance(value, list) else [value])
    ]
    asked = tuple(param for param in page.params if not param.page_only)
    given = {param.name: None for param in page.params} | read(asked, {}, pairs)
    if missing := [param.name for param in asked if param.required and not given[param.name]]:
        raise BadQuestion(f"the tool {name!r}", f"it needs {' and '.join(missing)}", (), "")
    return given


def _plain(name: str, value: object) -> str:
    """Return a value as an address gives it; raises `BadQuestion` for an object, a list in a list, or a null in one."""
    if not isinstance(value, str | int | float):
        wrong = f"{value!r} is not text or a number"
        raise BadQuestion(f"the parameter {name!r}", wrong, (), "Give one value or a list.")
    return str(value)


def told(name: str, arguments: dict[str, Any], facts: Path | None = None) -> dict[str, Any]:
    """Return what is sent: a sentence, the answer within the budget, what it leaves out, and which tools come next."""
    sentence, document = ask(name, {key: value for key, value in arguments.items() if key not in HOW}, facts)
    return answered(name, sentence, document, arguments)


def answered(name: str, sentence: str, document: Mapping[str, Any], arguments: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is sent for a finished answer; `arguments` say how much of it is wanted."""
    how = _how(arguments)
    said = {"says": sentence}
    # a few answers have a `says` of their own: the short form keeps the sentence, the full form the answer's own
    found = said | fitted(document, how) | (said if not how.full else {})
    following = list(guide(name, "").next)
    more = {"more": "detail full, fields, limit and offset give the rest"} if "left_out" in found else {}
    return found | more | ({"next": following} if following else {})


def _how(arguments: Mapping[str, Any]) -> Ask:
    """Return how much of an answer is wanted; raises `BadQuestion` for an invalid argument."""
    detail, fields = arguments.get("detail") or "short", arguments.get("fields") or ()
    if detail not in HOW["detail"]["enum"]:
        raise BadQuestion(f"detail {detail!r}", "it is not an accepted value", tuple(HOW["detail"]["enum"]), "")
    names = (fields,) if isinstance(fields, str) else fields
    if not isinstance(names, list | tuple) or not all(isinstance(one, str) for one in names):
        raise BadQuestion(f"fields {fields!r}", "it is no list of names", (), 'Give names such as ["findings.id"].')
    offset, limit = (_count(name, arguments.get(name)) for name in ("offset", "limit"))
    return Ask(detail == "full", tuple(names), offset or 0, limit)


def _count(name: str, given: Any) -> int | None:
    if given is None:
        return None
    if isinstance(given, bool) or not str(given).isdecimal() or len(str(given)) > 6:
        raise BadQuestion(f"{name} {given!r}", "it is not a whole number of rows", (), "")
    return int(given)


def server(facts: Path | None = None) -> Server[Any]:
    """Return the server over the built-in registry, with the user's own `facts` folder added if one is given."""

    async def listed(ctx: Any, params: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        return types.ListToolsResult(tools=every_tool())

    async def called(ctx: Any, params: types.CallToolRequestParams) -> types.CallToolResult:
        return await run_sync(_result, params.name, params.arguments or {}, facts)

    async def to_read(ctx: Any, params: types.PaginatedRequestParams | None) -> types.ListResourcesResult:
        return types.ListResourcesResult(resources=[types.Resource.model_validate(one) for one in resources.listed()])

    async def to_fill(ctx: Any, params: types.PaginatedRequestParams | None) -> types.ListResourceTemplatesResult:
        found = [types.ResourceTemplate.model_validate(one) for one in resources.templates()]
        return types.ListResourceTemplatesResult(resource_templates=found)

    async def reads(ctx: Any, params: types.ReadResourceRequestParams) -> types.ReadResourceResult:
        uri = str(params.uri)
        with _refusing(f"the resource {uri!r}"):
            text = await run_sync(resources.read, uri, lambda name, given: told(name, given, facts))
        contents = types.TextResourceContents(uri=uri, mime_type="application/json", text=text)
        return types.ReadResourceResult(contents=[contents])

    async def to_prompt(ctx: Any, params: types.PaginatedRequestParams | None) -> types.ListPromptsResult:
        return types.ListPromptsResult(prompts=[_prompt(name, one) for name, one in prompts.prompts().items()])

    async def prompted(ctx: Any, params: types.GetPromptRequestParams) -> types.GetPromptResult:
        with _refusing(f"the prompt {params.name!r}"):
            text = prompts.filled(params.name, params.arguments or {})
        return types.GetPromptResult(
            messages=[types.PromptMessage(role="user", content=types.TextContent(type="text", text=text))]
        )

    return Server(
        NAME,
        version=__version__,
        instructions=INSTRUCTIONS,
        on_list_tools=listed,
        on_call_tool=called,
        on_list_resources=to_read,
        on_list_resource_templates=to_fill,
        on_read_resource=reads,
        on_list_prompts=to_prompt,
        on_get_prompt=prompted,
    )


def _prompt(name: str, one: prompts.Prompt) -> types.Prompt:
    needs = [types.PromptArgument(name=need, required=True) for need in one.needs]
    return types.Prompt(name=name, description=one.says, arguments=needs)


@contextmanager
def _refusing(asked: str) -> Iterator[None]:
    """What is wrong as an error of the protocol, in one sentence: the library writes the whole trace of any other."""
    try:
        yield
    except MnnaError as error:
        raise MCPError(types.INVALID_PARAMS, str(error)) from None
    except Exception:
        raise MCPError(types.INTERNAL_ERROR, str(our_mistake(asked))) from None


def _result(name: str, arguments: dict[str, Any], facts: Path | None) -> types.CallToolResult:
    """Return a result with its text once: a copy as structured content would be read twice."""
    try:
        with _refusing(f"the tool {name!r}"):
            text, wrong = written(told(name, arguments, facts)), False
    except MCPError as error:
        text, wrong = str(error), True
    return types.CallToolResult(content=[types.TextContent(type="text", text=text)], is_error=wrong)


def run(facts: Path | None = None) -> None:
    """Serve over standard input and output until the client disconnects."""
    import anyio
    from mcp.server.stdio import stdio_server

    made = server(facts)

    async def serve() -> None:
        async with stdio_server() as (reading, writing):
            await made.run(reading, writing, made.create_initialization_options())

    anyio.run(serve)


class Guide(NamedTuple):
    """What a tool is for, and the tools for the next questions."""

    use: str
    next: tuple[str, ...]


@cache
def guides() -> dict[str, Guide]:
    """Return the guides by tool name, from `guides.csv`."""
    rows = table(Path(__file__).with_name("guides.csv"))
    return {row["tool"]: Guide(row["use"], tuple(row["next"].split("; ") if row["next"] else ())) for row in rows}


def guide(tool: str, says: str) -> Guide:
    """Return the guide of a tool; one without a row in `guides.csv` gets `says` as its use."""
    return guides().get(tool, Guide(f"{says}.", ()))
