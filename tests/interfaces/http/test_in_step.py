"""The words, the commands and the addresses are in step; `test_every_word` puts each question at every door."""

from __future__ import annotations

import re
import shlex
from html import unescape
from pathlib import Path

import jsonschema
from click.testing import CliRunner
from starlette.testclient import TestClient

from mnna.interfaces import listing
from mnna.interfaces.cli import group
from mnna.interfaces.http.app import create_app
from mnna.interfaces.http.declared import Question, pages
from tests.conftest import ROOT
from tests.interfaces.http.samples import SAMPLES, form_of

NO_PAGE = {"serve", "site", "mcp", "refresh", "ingest", "models", "data"}
"""Commands that are no questions."""
ASKING = {page.address: page for page in pages() if "json" in page.forms}


def test_every_page_has_a_sample() -> None:
    assert {page.address for page in pages()} <= set(SAMPLES)


def test_every_command_has_a_page_and_every_page_a_command() -> None:
    words = {page.word for page in pages()}
    commands = set(listing.declared())
    assert commands - NO_PAGE <= words <= commands


def test_the_document_names_every_page_and_no_other(client: TestClient) -> None:
    table = (ROOT / "docs" / "web.md").read_text(encoding="utf-8").split("## Addresses")[1].split("##")[0]
    named = re.findall(r"`(/[^`]*)`", table)
    assert [address for address in named if client.get(address).status_code not in (200, 202)] == []
    paths = [re.sub(r"\{\w+\}", "[^/?]+", page.address) for page in pages()]
    assert [path for path in paths if not any(re.match(f"{path}([?]|$)", address) for address in named)] == []


def test_the_effect_for_one_designee_is_its_own_answer(client: TestClient) -> None:
    page, given = ASKING["/effects"], {"outcome": "us_troops", "country": "Colombia", "event": None, "on": None}
    question = Question(page, given)
    assert question.command() == "mnna effects us_troops --country Colombia"
    told = client.get(question.address("json"))
    assert told.text == CliRunner().invoke(group.mnna, [*shlex.split(question.command())[1:], "--json"]).stdout
    jsonschema.validate(told.json(), page.endpoint.schema())
    text = unescape(client.get(question.address()).text)
    assert told.json()["reading"] in text and "<svg" in text and client.get(question.address("pdf")).status_code == 200


def test_every_specification_stands_on_a_page_of_its_own(client: TestClient) -> None:
    """Each is in the CSV, the good and the poor; the ranking leads there with its day and its way of dating."""
    asked_so = "event=determined&on=1999-06-30"
    told = client.get(f"/rank/multiverse.json?{asked_so}").json()
    assert (told["on"], told["event"]) == ("1999-06-30", "determined")
    lines = client.get(f"/rank/multiverse.csv?{asked_so}").text.splitlines()
    assert len(lines) == 1 + told["specifications"] == 1 + len(told["all"])
    text = unescape(client.get(f"/rank/multiverse?{asked_so}").text)
    assert (
        told["reading"] in text
        and "<svg" in text
        and all(name in text.lower() for name in map(str.lower, told["names"].values()))
    )
    client.get(f"/rank.json?{asked_so}")
    assert f'href="/rank/multiverse?{asked_so}"' in unescape(client.get(f"/rank?{asked_so}").text)
    assert client.get("/rank/multiverse.json?on=1990-01-01").status_code == 422


def test_a_measure_over_the_years_says_what_is_missing(client: TestClient) -> None:
    """A year without a figure is no point in the data and `missing` on the page; a comparison leads there."""
    asked_so = "country=MEX&to=KEN&lines=us_military_aid_disbursements&on=2020-01-01"
    told = client.get(f"/compare/lines.json?{asked_so}").json()
    first, last = told["years"]
    assert last < 2020 and len(told["points"]) <= 2 * (last - first + 1)
    text = unescape(client.get(f"/compare/lines?{asked_so}").text)
    assert "<svg" in text and told["source"] in text and all(f">{y}</th>" in text for y in (first, last))
    bare = client.get("/compare/lines.json?country=COL&lines=factbook_export_share_china").json()
    years, known = bare["years"][1] - bare["years"][0] + 1, len(bare["points"])
    shown = client.get("/compare/lines?country=COL&lines=factbook_export_share_china").text
    assert shown.count(">missing<") == (years - known if known else 0)
    client.get(form_of(SAMPLES["/compare"], "json"))
    compared = unescape(client.get(SAMPLES["/compare"]).text)
    assert 'href="/compare/lines?country=MEX&to=COL&lines=homicide_rate&on=2026-06-01"' in compared
    assert client.get("/compare/lines.json?country=COL&lines=homicides").status_code == 404


def test_own_facts_are_part_of_the_question(tmp_path: Path) -> None:
    """The foot says that there are some, and not where they lie on the server."""
    names = "country,status,since,since_by,until,until_by,holds,instrument,citation,source,confidence,checked_on,note"
    row = "COL,aukus,2025-01-01,,,,yes,A pact of ours,,general-knowledge,low,2026-01-01,"
    (tmp_path / "spans.csv").write_text(f"{names}\n{row}\n", encoding="utf-8")
    with TestClient(create_app(tmp_path), base_url="http://127.0.0.1") as own:
        text = unescape(own.get("/countries/COL").text)
    assert "A pact of ours" in text
    assert "<code>mnna --facts DIR status COL</code>" in text and '<code>mnna.status("COL", facts=DIR)</code>' in text
    assert str(tmp_path) not in text
