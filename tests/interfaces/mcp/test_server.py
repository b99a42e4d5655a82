"""The tools of `mnna mcp`, called through the client of the official SDK in memory."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, cast

import anyio
import pytest
from starlette.testclient import TestClient

pytest.importorskip("mcp", reason="the extra `mcp` is not installed")

from mcp import Client
from mcp.shared.exceptions import MCPError
from mcp_types import INVALID_PARAMS

from mnna.interfaces.http.declared import pages
from mnna.interfaces.mcp.budget import size
from mnna.interfaces.mcp.server import answered, guide, guides, server, tools
from mnna.statutes.catalog import AUTHORITIES

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


def talk(ask: Callable[[Client], Any]) -> Any:
    """What a client gets of a server in one process."""

    async def go() -> Any:
        async with Client(server()) as client:
            return await ask(client)

    return anyio.run(go)


def test_every_word_is_a_tool_and_the_list_is_within_its_budget() -> None:
    listed = {tool.name: tool for tool in talk(lambda client: client.list_tools()).tools}
    assert set(listed) == {*tools(), "screen_rows"}
    assert len(tools()) == sum("json" in page.forms for page in pages())
    for tool in listed.values():
        assert tool.description and tool.input_schema["type"] == "object" and tool.output_schema is None
        assert tool.annotations.read_only_hint is True
    assert size([tool.model_dump(mode="json", exclude_none=True) for tool in listed.values()]) < 6_000


@pytest.mark.parametrize("name", sorted(CALLS))
def test_a_tool_answers_once_as_the_address_does(client: TestClient, name: str) -> None:
    arguments, address = CALLS[name]
    result = call(name, {**cast(dict[str, Any], arguments), "detail": "full"})
    assert not result.is_error and result.structured_content is None and len(result.content) == 1
    told, expected = json.loads(result.content[0].text), client.get(address).json()
    assert told["says"] and {key: told[key] for key in expected} == expected


LARGE = [
    ("law_list", {}),
    ("source_list", {}),
    ("authorities", {"country": "MEX"}),
    ("notices", {}),
    ("law", {"asked": "22 USC 2776(b)"}),
    ("holders", {}),
    ("countries", {}),
    ("what_if", {"country": "KEN", "terminate": "mnna"}),
    ("panel", {"countries": "COL,MEX", "statuses": "mnna"}),
]


@pytest.mark.parametrize(("name", "arguments"), LARGE, ids=[name for name, _ in LARGE])
def test_the_largest_answers_are_within_the_budget(name: str, arguments: dict[str, Any]) -> None:
    text = call(name, arguments).content[0].text
    assert -(-len(text.encode()) // 4) < 4_000
    told = json.loads(text)
    assert told["says"] and ("left_out" not in told or told["more"])


def test_a_short_answer_keeps_what_decides_and_says_what_it_left_out() -> None:
    told = json.loads(call("authorities", {"country": "MEX"}).content[0].text)
    assert len(told["findings"]) == len(AUTHORITIES) and all(row["id"] and row["verdict"] for row in told["findings"])
    assert "findings.why" in told["left_out"]["fields"] and "law" in told["next"]


def test_fields_and_pages_are_asked_for() -> None:
    asked = {"country": "MEX", "fields": ["findings.id", "findings.because"], "limit": 3, "offset": 2}
    told = json.loads(call("authorities", asked).content[0].text)
    assert [set(row) for row in told["findings"]] == [{"id", "because"}] * 3
    assert told["left_out"]["rows"]["findings"] == {"shown": 3, "of": len(AUTHORITIES), "offset": 2}
    wrong = call("authorities", {"country": "MEX", "fields": ["finding"]})
    assert wrong.is_error and "findings" in wrong.content[0].text
    assert call("status", {"country": "MEX", "detail": "long"}).is_error
    assert call("status", {"country": "MEX", "limit": "x"}).is_error


def test_resources_are_listed_and_read() -> None:
    listed = {str(one.uri) for one in talk(lambda client: client.list_resources()).resources}
    assert {"mnna://statuses", "mnna://authorities"} <= listed
    filled = talk(lambda client: client.list_resource_templates()).resource_templates
    assert "mnna://law/{asked}" in {one.uri_template for one in filled}
    ids = json.loads(talk(lambda client: client.read_resource("mnna://statuses")).contents[0].text)
    assert {"id": "nato", "title": "NATO member"} in ids
    law = json.loads(talk(lambda client: client.read_resource("mnna://law/22%20USC%202378a")).contents[0].text)
    assert law["says"]


def refusal(ask: Callable[[Client], Any]) -> MCPError:
    """The error of the protocol that a client gets."""

    async def refused(client: Client) -> MCPError:
        with pytest.raises(MCPError) as found:
            await ask(client)
        return found.value

    found: MCPError = talk(refused)
    return found


@pytest.mark.parametrize("uri", ["mnna://statuses/nope", "mnna://nope", "mnna://law/nope"])
def test_a_resource_that_is_none_is_refused_in_a_sentence(uri: str, caplog: pytest.LogCaptureFixture) -> None:
    found = refusal(lambda client: client.read_resource(uri))
    assert found.code == INVALID_PARAMS and "nope" in str(found) and not caplog.records


def test_a_prompt_without_its_country_is_refused_in_a_sentence() -> None:
    assert "it needs country" in str(refusal(lambda client: client.get_prompt("country_memo", {})))


def test_a_short_answer_begins_with_its_sentence_even_if_the_answer_has_one_of_its_own() -> None:
    own = {"says": "What it is about.", "att": 1}
    assert answered("effects", "No change was found", own, {})["says"] == "No change was found"
    assert answered("effects", "No change was found", own, {"detail": "full"})["says"] == "What it is about."


def test_prompts_are_listed_and_filled() -> None:
    listed = {one.name: one for one in talk(lambda client: client.list_prompts()).prompts}
    assert len(listed) == 5
    found = talk(lambda client: client.get_prompt("country_memo", {"country": "Kenya"}))
    assert "Kenya" in found.messages[0].content.text


def test_rows_are_screened_as_single_cases() -> None:
    rows = [
        {"id": 1, "recipient": "COL", "channel": "fms", "mde_usd": 20e6},
        {"id": 2, "recipient": "Atlantis", "channel": "fms"},
    ]
    told = json.loads(call("screen_rows", {"rows": rows}).content[0].text)
    assert [(row["id"], row["notify"]) for row in told["answers"]] == [(1, told["answers"][0]["notify"]), (2, "error")]
    assert told["answers"][0]["notify"] in ("yes", "no", "unknown") and told["says"]


def test_an_error_comes_in_the_words_of_the_command() -> None:
    result = call("status", {"country": "Afganistan"})
    assert result.is_error and "Afghanistan (AFG)" in result.content[0].text
    unknown = call("statsu", {}).content[0].text
    assert "Did you mean status" in unknown and "rank_multiverse" not in unknown
    assert "page" not in call("status", {"country": "COL", "county": "x"}).content[0].text


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"country": "COL", "county": "x"},
        {"country": ["COL", "MEX"]},
        {"country": {"code": "COL"}},
        {"country": [["COL"]]},
        {"country": [None]},
        *({"country": "COL", "fields": one} for one in (5, True, {"a": 1}, [5], [None])),
        *({"country": "COL", "limit": one} for one in (-1, 1.5, True, "x", [1])),
        {"country": "COL", "detail": "fll"},
    ],
    ids=repr,
)
def test_arguments_are_checked(arguments: dict[str, Any]) -> None:
    found = call("status", arguments)
    assert found.is_error and "mistake in mnna" not in found.content[0].text


def test_every_guide_is_of_a_tool_and_leads_to_tools() -> None:
    known = {*tools(), "screen_rows"}
    assert guides().keys() <= known
    for one in guides().values():
        assert one.use.endswith(".") and set(one.next) <= known


def test_a_tool_without_a_guide_says_what_it_is() -> None:
    assert guide("stance", "How a country voted").use == "How a country voted."
