"""Whatever is declared gives the same answer at every door, and each door is in step with the declaration."""

from __future__ import annotations

import csv
import inspect
import io
import json
import os
import re
import shlex
from html import unescape
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from starlette.testclient import TestClient

import mnna
from mnna.interfaces import catalog, listing
from mnna.interfaces.http.app import create_app
from mnna.interfaces.http.declared import Page, Question, example, pages
from mnna.interfaces.http.outputs import KINDS
from tests.conftest import ROOT
from tests.interfaces.checks import readable
from tests.terminal import document, run

SCHEMAS = ROOT / "docs" / "schema"
WORDS = [word for word in listing.declared() if catalog.load(word).function is not None]
PAGES = {page.address: page for page in pages() if "json" in page.forms}
ASKED = pytest.mark.parametrize("address", sorted(PAGES))


def question(address: str) -> Question:
    return example(PAGES[address])


def words(page: Page) -> list[str]:
    """The example as words of the command line."""
    return shlex.split(page.foot(example(page))[0])[1:]


def in_python(page: Page) -> Any:
    """The answer to the example in Python, as the foot of the page writes it."""
    *first, last = page.foot(example(page))[1].split("; ")
    names: dict[str, Any] = {"mnna": mnna}
    exec("\n".join(first), names)
    return eval(last, names)


# The declaration and the function.


@pytest.mark.parametrize("word", WORDS)
def test_the_signature_is_the_one_declared(word: str) -> None:
    endpoint = catalog.load(word)
    assert endpoint.function is not None
    taken = {param.python_name: param for param in endpoint.taken("python")}
    found = inspect.signature(endpoint.function).parameters
    assert list(found) == list(taken)
    for name, one in found.items():
        assert not taken[name].needed or one.default is one.empty, name
        assert not taken[name].positional or taken[name].keyword is (one.kind is one.KEYWORD_ONLY), name


@pytest.mark.parametrize("word", WORDS)
def test_the_python_word_is_public_and_explains_its_parameters(word: str) -> None:
    endpoint = catalog.load(word)
    found = getattr(mnna, endpoint.python_name)
    assert found is endpoint.function and endpoint.python_name in dir(mnna)
    assert found.__doc__ is not None and found.__doc__.count("Parameters:") == 1
    for param in endpoint.taken("python"):
        assert f"\n        {param.python_name}: " in found.__doc__, param.name


# One answer.


@ASKED
def test_command_python_and_address_give_the_same_json(client: TestClient, address: str) -> None:
    asked = question(address)
    told = client.get(asked.address("json"))
    assert told.status_code == 200, told.text
    assert told.headers["content-type"] == KINDS["json"]
    assert run(*words(PAGES[address]), "--json").out == told.text
    answer = in_python(PAGES[address])
    assert json.loads(json.dumps(answer.to_dict())) == told.json()
    assert told.json()["schema"] == "0.2" and ("stamp" in told.json()) is hasattr(answer, "stamp")
    assert len(repr(answer)) < 1000 and "\n" not in repr(answer) and "object at" not in repr(answer)


@ASKED
def test_the_json_is_of_the_schema(client: TestClient, address: str) -> None:
    told, schema = client.get(question(address).address("json")).json(), PAGES[address].endpoint.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(told, schema)


@ASKED
def test_the_schema_is_published(address: str) -> None:
    """A change of what programs read shows here; `MNNA_UPDATE_GOLDEN=1` writes it anew."""
    page = PAGES[address]
    path, text = SCHEMAS / f"{page.tool}.json", json.dumps(page.endpoint.schema(), indent=2, ensure_ascii=False) + "\n"
    if os.environ.get("MNNA_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists() and path.read_text(encoding="utf-8") == text, "./run golden writes it anew"


def test_no_schema_is_left_of_a_word_that_went() -> None:
    assert {path.stem for path in SCHEMAS.glob("*.json")} == {page.tool for page in PAGES.values()}


@ASKED
def test_the_interface_describes_the_same_schema(client: TestClient, address: str) -> None:
    described = client.get("/openapi.json").json()
    response = described["paths"][f"{address}.json"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    top = described["components"]["schemas"][response["$ref"].rsplit("/", 1)[-1]]
    cited = {"cited"} if any(param.name == "stamp" for param in PAGES[address].params) else set()
    assert set(top["properties"]) == {*PAGES[address].endpoint.schema()["properties"], *cited}
    for reference in _references(described):
        assert reference.rsplit("/", 1)[-1] in described["components"]["schemas"], reference


def _references(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
        return own.union(*map(_references, value.values()))
    return set().union(*map(_references, value)) if isinstance(value, list) else set()


def test_the_document_of_the_web_names_the_address() -> None:
    """`MNNA_UPDATE_GOLDEN=1` adds a row for each page that has none; the words of a row may be bettered."""
    path = ROOT / "docs" / "web.md"
    before, table, after = re.split(r"((?:^\|.*\n)+)", path.read_text(encoding="utf-8"), maxsplit=1, flags=re.M)
    patterns = {address: re.compile(r"`" + re.sub(r"\{\w+\}", "[^/?`]+", address) + r"[?`]") for address in PAGES}
    missing = [address for address, pattern in patterns.items() if not pattern.search(table)]
    if missing and os.environ.get("MNNA_UPDATE_GOLDEN"):
        rows = [
            f"| `{example(PAGES[one]).address()}` | {PAGES[one].says} | `mnna {PAGES[one].word}` |" for one in missing
        ]
        path.write_text("".join([before, table, *(f"{row}\n" for row in rows), after]), encoding="utf-8")
        missing = []
    assert missing == []


# Every form.


@ASKED
def test_a_reader_gets_text(address: str) -> None:
    readable(run(*words(PAGES[address])))


@ASKED
def test_the_page_shows_the_answer_and_how_else_to_ask(client: TestClient, address: str) -> None:
    asked, page = question(address), PAGES[address]
    assert client.get(asked.address("json")).status_code == 200  # the page of a slow word does not wait, this does
    text = unescape(client.get(asked.address()).text)
    for line in (*(f"<code>{line}</code>" for line in page.foot(asked)), *map(asked.address, page.forms)):
        assert line in text
    assert text.count("<h1") == 1 and ' style="' not in text
    assert text.count('class="asof"') <= 1 and 'class="subtitle' not in text and text.count('class="bottom"') <= 1


@ASKED
def test_an_assistant_gets_the_same(client: TestClient, address: str) -> None:
    pytest.importorskip("mcp", reason="the extra `mcp` is not installed")
    from mnna.interfaces.mcp.budget import size
    from mnna.interfaces.mcp.server import HOW, answered, ask, tool

    page, asked = PAGES[address], question(address)
    arguments = {name: list(value) if isinstance(value, tuple) else value for name, value in asked.asked.items()}
    _, document = ask(page.tool, arguments)
    assert json.loads(json.dumps(document)) == client.get(asked.address("json")).json()
    assert size(answered(page.tool, "A sentence.", document, {})) < 4_000
    described = tool(page.tool, page)
    assert set(described.input_schema["properties"]) == {p.name for p in page.params if not p.page_only} | set(HOW)


@ASKED
def test_a_form_that_is_not_filled_in_asks(client: TestClient, address: str) -> None:
    page = PAGES[address]
    if "{" in address or page.ready({}):
        pytest.skip("the address asks already")
    told = client.get(address)
    assert told.status_code == 200 and "<form" in told.text
    for param in page.params:
        assert not param.in_form or f'name="{param.name}"' in told.text
    assert client.get(f"{address}.json").status_code == 400


OWN = [
    ("/countries/MEX", ["status", "MEX"]),
    ("/countries/MEX/authorities", ["authorities", "MEX"]),
    ("/map?status=mnna", ["holders", "mnna"]),
    ("/what-if?country=MEX&terminate=mnna", ["what-if", "MEX", "--terminate", "mnna"]),
    ("/unlocks?authority=rdte-loans&country=MEX", ["unlocks", "rdte-loans", "MEX"]),
    ("/timeline?country=MEX", ["timeline", "MEX"]),
    ("/countries", ["countries"]),
]


def own_folder(folder: Path) -> Path:
    """A folder of own facts in which Mexico is an ally, without a citation."""
    names = "country,status,since,since_by,until,until_by,holds,instrument,citation,source,confidence,checked_on,note"
    row = "MEX,mnna,2026-01-15,,,,yes,A determination of ours,,general-knowledge,low,2026-01-01,"
    (folder / "spans.csv").write_text(f"{names}\n{row}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", [["next", "MEX"], ["brief", "MEX", "--memo"], ["compare", "KEN"]])
def test_own_facts_are_marked_in_the_memo_and_the_comparison(tmp_path: Path, command: list[str]) -> None:
    facts = ("--facts", str(own_folder(tmp_path)))
    told = " ".join(run(*command, *facts).out.split())
    assert "Rests on your own facts: MEX mnna from 15 January 2026" in told and "[]" not in told
    assert document(*command, *facts)["own_facts"][0].startswith("MEX mnna from 15 January 2026")
    assert "own facts" not in run(*command).out


@pytest.mark.parametrize(("address", "command"), OWN)
def test_own_facts_are_marked_in_every_form(tmp_path: Path, address: str, command: list[str]) -> None:
    own_folder(tmp_path)
    assert "your own facts" in " ".join(run(*command, "--facts", str(tmp_path)).out.split()), command
    path, mark, query = address.partition("?")
    with TestClient(create_app(tmp_path), base_url="http://127.0.0.1") as own:
        for form in ("", ".md"):
            assert "your own facts" in own.get(f"{path}{form}{mark}{query}").text, form
        head, *lines = csv.reader(io.StringIO(own.get(f"{path}.csv{mark}{query}").text))
        marks = [line[head.index(name)] for name in ("own", "own_facts") if name in head for line in lines]
        assert any(mark not in ("", "no") for mark in marks)
