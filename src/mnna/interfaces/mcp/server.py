"""The words as tools for assistants, over the Model Context Protocol: same questions, same JSON.

Tools are made from the pages, so that a word has one description whether it is asked in a browser or by an assistant.
A file is not screened here: an assistant that may write files can run `mnna screen` itself.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from anyio.to_thread import run_sync
from mcp.server.lowlevel import Server
from mcp_types import (
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
    Tool,
    ToolAnnotations,
)

from mnna._version import NAME, __version__
from mnna.errors import BadQuestion, MnnaError, UnknownWord
from mnna.interfaces.catalog import refuse_twice
from mnna.interfaces.http.page_spec import Page, Question
from mnna.interfaces.http.pages import pages
from mnna.interfaces.http.problems import our_mistake
from mnna.interfaces.params import read

INSTRUCTIONS = (
    "Answers on US security-cooperation status and what the law makes of it, each with citations, the day it holds for "
    "and what is not known. Quote verdicts as given: yes, no or unknown. An unknown lists in `needs` what would settle "
    "it; do not guess it. Announced is not designated. Countries go by ISO alpha-3 code or English name."
)
_READING = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)


def tool_name(page: Page) -> str:
    """The name of a page's tool: the word, and `_list` for the list of all there is of it."""
    if page.tool:
        return page.tool
    listing = page.word in ("law", "source") and "{" not in page.address
    return page.word.replace("-", "_") + ("_list" if listing else "")


def tools() -> dict[str, Page]:
    """Tool name to page, for every page that answers in JSON."""
    found = [(tool_name(page), page) for page in pages() if "json" in page.forms]
    refuse_twice("tool", ((name, page.address) for name, page in found))
    return dict(found)


def tool(name: str, page: Page) -> Tool:
    """The description of one tool, with the JSON Schema of its arguments and of its answer."""
    asked = [param for param in page.params if not param.page_only]
    schemas = {param.name: param.openapi()["schema"] | {"description": param.says} for param in asked}
    needed = [param.name for param in asked if param.needed or param.where == "path"]
    given = {"type": "object", "properties": schemas, "required": needed, "additionalProperties": False}
    shape: dict[str, Any] = {"type": "object"} | dict(page.schema)
    return Tool(
        name=name,
        title=page.label,
        description=f"{page.says}.",
        input_schema=given,
        output_schema=shape,
        annotations=_READING,
    )


def ask(name: str, arguments: dict[str, Any], facts: Path | None = None) -> dict[str, Any]:
    """The answer of a tool as JSON; raises what the word raises."""
    known = tools()
    if name not in known:
        raise UnknownWord(f"the tool {name!r}", "there is no such tool", sorted(known), "")
    page = known[name]
    pairs = [
        (key, str(each))
        for key, value in arguments.items()
        if value is not None
        for each in (value if isinstance(value, list) else [value])
    ]
    asked = tuple(param for param in page.params if not param.page_only)
    given = {param.name: None for param in page.params} | read(asked, {}, pairs)
    missing = [param.name for param in asked if (param.needed or param.where == "path") and not given[param.name]]
    if missing:
        raise BadQuestion(f"the tool {name!r}", f"it needs {' and '.join(missing)}", (), "")
    answer: dict[str, Any] = page.answer(Question(page, given, facts)).to_dict()
    return answer


def server(facts: Path | None = None) -> Server[Any]:
    """The server over the embedded registry, with the user's own `facts` folder laid over it if one is given."""

    async def listed(ctx: Any, params: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=[tool(name, page) for name, page in tools().items()])

    async def called(ctx: Any, params: CallToolRequestParams) -> CallToolResult:
        return await run_sync(_result, params.name, params.arguments or {}, facts)

    return Server(NAME, version=__version__, instructions=INSTRUCTIONS, on_list_tools=listed, on_call_tool=called)


def _result(name: str, arguments: dict[str, Any], facts: Path | None) -> CallToolResult:
    try:
        document = ask(name, arguments, facts)
    except MnnaError as error:
        return _said(str(error), error.to_dict())
    except Exception:
        wrong = our_mistake(f"the tool {name!r}")
        return _said(str(wrong), wrong.to_dict())
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return CallToolResult(content=[TextContent(type="text", text=text)], structured_content=document)


def _said(text: str, error: dict[str, Any]) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=text)], structured_content=error, is_error=True)


def run(facts: Path | None = None) -> None:
    """Serve over standard input and output until the other side hangs up."""
    import anyio
    from mcp.server.stdio import stdio_server

    made = server(facts)

    async def serve() -> None:
        async with stdio_server() as (reading, writing):
            await made.run(reading, writing, made.create_initialization_options())

    anyio.run(serve)
