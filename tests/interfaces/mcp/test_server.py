"""The tools of `mnna mcp`, called through the client of the official SDK in memory."""

from __future__ import annotations

import json
from typing import Any

import anyio
import pytest
from starlette.testclient import TestClient

pytest.importorskip("mcp", reason="the extra `mcp` is not installed")

from mcp import Client

from mnna.interfaces.http.pages import pages
from mnna.interfaces.mcp.server import server, tools

CALLS = {
    "status": ({"country": "COL", "on": "2024-06-01"}, "/countries/COL.json?on=2024-06-01"),
    "authorities": (
        {"country": "Mexico", "only": ["cooperative-rd"]},
        "/countries/MEX/authorities.json?only=cooperative-rd",
    ),
    "what_if": ({"country": "MEX", "designate": ["mnna"]}, "/what-if.json?country=MEX&designate=mnna"),
    "case": ({"recipient": "COL", "channel": "fms", "mde": "20e6"}, "/case.json?recipient=COL&channel=fms&mde=20e6"),
    "law": ({"asked": "22 USC 2776(b)"}, "/law/22%20USC%202776(b).json"),
    "source": ({"id": "usc-22-2321k"}, "/sources/usc-22-2321k.json"),
    "holders": ({"on": "2022-06-01"}, "/map.json?on=2022-06-01"),
}


def call(name: str, arguments: dict[str, Any]) -> Any:
    """The result of one call through a client and a server in one process."""

    async def ask() -> Any:
        async with Client(server()) as client:
            return await client.call_tool(name, arguments)

    return anyio.run(ask)


def test_every_word_is_a_tool() -> None:
    async def ask() -> Any:
        async with Client(server()) as client:
            return await client.list_tools()

    listed = {tool.name: tool for tool in anyio.run(ask).tools}
    assert set(listed) == set(tools()) and len(listed) == sum("json" in page.forms for page in pages())
    for tool in listed.values():
        assert tool.description and tool.input_schema["type"] == "object" and tool.output_schema["type"] == "object"
        assert tool.annotations.read_only_hint is True


@pytest.mark.parametrize("name", sorted(CALLS))
def test_a_tool_answers_as_the_address(client: TestClient, name: str) -> None:
    arguments, address = CALLS[name]
    result = call(name, arguments)
    assert not result.is_error
    assert json.loads(result.content[0].text) == result.structured_content == client.get(address).json()


def test_an_error_comes_in_the_words_of_the_command() -> None:
    result = call("status", {"country": "Afganistan"})
    assert result.is_error and "Afghanistan (AFG)" in result.content[0].text


@pytest.mark.parametrize("arguments", [{}, {"country": "COL", "county": "x"}, {"country": ["COL", "MEX"]}])
def test_arguments_are_checked(arguments: dict[str, Any]) -> None:
    assert call("status", arguments).is_error
