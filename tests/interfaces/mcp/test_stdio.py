"""`mnna mcp` as an assistant runs it: a process of its own, spoken to by the client of the official SDK."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import anyio
import pytest
from starlette.testclient import TestClient

pytest.importorskip("mcp", reason="the extra `mcp` is not installed")

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

from mnna.interfaces.http.declared import Page, example, pages


def arguments(page: Page) -> dict[str, Any]:
    """The sample question of a page as the arguments of its tool."""
    given = {name: list(v) if isinstance(v, tuple) else v for name, v in example(page).asked.items()}
    return given | {"detail": "full"}


def test_every_quick_tool_answers_over_standard_input_as_its_address(client: TestClient) -> None:
    """What a slow tool answers is compared in `test_every_word.py`, which need not work it out in one more process."""
    every = [page for page in pages() if "json" in page.forms]
    quick = [page for page in every if not page.endpoint.slow]

    async def talk() -> tuple[set[str], dict[str, Any], Any]:
        command = StdioServerParameters(command=sys.executable, args=["-m", "mnna", "mcp"], env=dict(os.environ))
        async with stdio_client(command) as (reading, writing), ClientSession(reading, writing) as session:
            await session.initialize()
            listed = {tool.name for tool in (await session.list_tools()).tools}
            answers = {page.address: await session.call_tool(page.tool, arguments(page)) for page in quick}
            return listed, answers, await session.call_tool("status", {"country": "Afganistan"})

    listed, answers, wrong = anyio.run(talk)
    assert listed == {page.tool for page in every} | {"screen_rows"}
    for page in quick:
        answer = answers[page.address]
        assert not answer.is_error, (page.address, answer.content[0].text)
        told = client.get(example(page).address("json")).json()
        found = json.loads(answer.content[0].text)
        assert answer.structured_content is None and {key: found[key] for key in told} == told, page.address
    assert wrong.is_error and "Afghanistan (AFG)" in wrong.content[0].text and "Traceback" not in wrong.content[0].text
