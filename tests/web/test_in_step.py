"""The words, the commands and the addresses are in step, and one question has one answer at every door."""

from __future__ import annotations

import json
import shlex

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

import mnna
from mnna import cli
from mnna.web.page import Question
from mnna.web.pages import pages
from mnna.web.params import read
from tests.web.samples import SAMPLES, form_of

NO_PAGE = {"serve", "mcp", "refresh", "ingest"}
"""Commands that are no questions."""
NO_COMMAND = {"countries"}
"""The page that leads to every country; its foot shows the nearest question."""
LISTS = {"/sources": "sources", "/indicators": "indicators", "/indicators/{indicator}/{country}": "series"}
"""Pages whose Python is no word of its own but the list that stands in the JSON under this key."""
ASKING = {page.address: page for page in pages() if "json" in page.forms}


def asked(address: str) -> Question:
    """The question of a sample address."""
    from urllib.parse import parse_qsl, unquote, urlsplit

    page, sample = ASKING[address], urlsplit(SAMPLES[address])
    parts = zip(address.split("/"), unquote(sample.path).split("/"), strict=False)
    path = {name.strip("{}"): value for name, value in parts if name.startswith("{")}
    if "asked" in path:
        path["asked"] = unquote(sample.path).removeprefix("/law/")
    return Question(page, read(page.params, path, parse_qsl(sample.query)))


def test_every_page_has_a_sample() -> None:
    assert {page.address for page in pages()} <= set(SAMPLES)


def test_every_command_has_a_page_and_every_page_a_command() -> None:
    words = {page.word for page in pages()}
    assert set(cli.COMMANDS) - NO_PAGE <= words
    assert {page.command for page in pages() if page.word not in NO_COMMAND} <= set(cli.COMMANDS)


@pytest.mark.parametrize("address", sorted(ASKING))
def test_json_is_what_the_command_prints(client: TestClient, address: str) -> None:
    page = ASKING[address]
    if page.word in NO_COMMAND:
        pytest.skip("no single command puts this question")
    question = asked(address)
    command = shlex.split(question.page.foot(question)[0])[1:]
    printed = CliRunner().invoke(cli.mnna, [*command, "--json"])
    assert printed.exit_code == 0, printed.output
    assert client.get(form_of(question.address(), "json")).text == printed.stdout


@pytest.mark.parametrize("address", sorted(ASKING))
def test_python_at_the_foot_gives_the_same(client: TestClient, address: str) -> None:
    question, names = asked(address), {"mnna": mnna}
    *first, last = question.page.foot(question)[1].split("; ")
    exec("\n".join(first), names)
    answer, told = eval(last, names), client.get(question.address("json")).json()
    if hasattr(answer, "to_dict") and ASKING[address].word not in NO_COMMAND:
        assert told == json.loads(json.dumps(answer.to_dict()))
    elif address in LISTS:
        assert len(answer) == len(told[LISTS[address]])
    else:
        assert address == "/countries"


@pytest.mark.parametrize("address", sorted(ASKING))
def test_the_page_shows_command_and_python(client: TestClient, address: str) -> None:
    from html import unescape

    question, text = asked(address), unescape(client.get(SAMPLES[address]).text)
    for line in question.page.foot(question):
        assert f"<code>{line}</code>" in text


@pytest.mark.parametrize("address", sorted(ASKING))
def test_the_answer_keeps_the_shape_described(client: TestClient, address: str) -> None:
    ASKING[address].shape.model_validate(client.get(form_of(SAMPLES[address], "json")).json())
